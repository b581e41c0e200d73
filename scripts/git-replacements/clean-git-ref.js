/**
 * Replaces `clean-git-ref`. If Git does not accept a name (git-check-ref-format), `clean` returns it
 * without the forbidden parts. The library compares both names and rejects the name if they differ.
 */
export default {
	clean: (name) =>
		name
			.replace(/[\s~^:?*[\\]|@\{/g, "-")
			.replace(/\.{2,}/g, ".")
			.replace(/\/{2,}/g, "/")
			.replace(/(?:^|\/)\.|\.lock(?=\/|$)|[/.]$/g, ""),
};
