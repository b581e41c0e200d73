/**
 * The stream for `git fast-import` of a history in which each issue is added in the folder "issues", and some
 * issues are edited later.
 */
export function longHistory(
	issues: number,
	commits: number,
	issueAt: (nth: number) => { name: string; text: string },
): string {
	const all = Array.from({ length: commits }, (_, nth) => {
		const { name, text: first } = issueAt(Math.floor((nth * issues) / commits));
		const text = `${first}${"Edited. ".repeat(nth % 3)}`;
		return [
			"commit refs/heads/main",
			`committer Ed <ed@newsletter.example> ${1_500_000_000 + nth * 60_000} +0000`,
			`data ${String(nth).length}\n${nth}`,
			`M 100644 inline issues/${name}`,
			`data ${Buffer.byteLength(text)}\n${text}`,
		].join("\n");
	});
	return `${all.join("\n")}\n`;
}
