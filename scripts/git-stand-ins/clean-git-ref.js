/**
 * Stands for `clean-git-ref`. A name that Git does not take (git-check-ref-format) comes back
 * without what is wrong in it; the library compares both and refuses the name.
 */
export default {
	clean: (name) =>
		name
			.replace(/[\s~^:?*[\\]|@\{/g, "-")
			.replace(/\.{2,}/g, ".")
			.replace(/\/{2,}/g, "/")
			.replace(/(?:^|\/)\.|\.lock(?=\/|$)|[/.]$/g, ""),
};
