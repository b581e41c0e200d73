/**
 * The sample issue, as it could be after a week of clipping. Its texts are an example of an editor's
 * writing and not part of the interface, so they are the same in every language. It contains some
 * mistakes on purpose, for preflight to find.
 */

interface SampleItem {
	note: string;
	links: readonly { url: string; title: string }[];
}

interface SampleIssue {
	intro: string;
	sponsor: SampleItem & { name: string };
	/** The items of the first, second and third section; the third may be missing. */
	sections: readonly (readonly SampleItem[])[];
	footer: string;
}

const link = (url: string, title: string) => ({ url, title });

export const SAMPLE_ISSUE: SampleIssue = {
	intro:
		"A short one this week: releases without late evenings, what a postmortem is for, and a network protocol that is carried by pigeons.",
	sponsor: {
		name: "Harbourlight",
		note: "Harbourlight tells you which deploy broke it before your customers do. Free for teams of up to five.",
		links: [
			link(
				"https://example.com/harbourlight?utm_source=newsletter&utm_medium=sponsor",
				"Harbourlight",
			),
		],
	},
	sections: [
		[
			{
				note: "From one release a month to one a day: what a small team changed, and which of their new habits they would drop first.",
				links: [link("https://example.com/a-release-a-day", "A release a day")],
			},
			{
				note: "This chapter of Google’s book on site reliability has aged well. Blameless does not mean nameless: what matters is what made the mistake easy.",
				links: [link("https://sre.google/sre-book/postmortem-culture/", "Postmortem Culture")],
			},
			{
				note: "Twelve factors, worth going through with a pencil in hand: which of them does your own service keep, and which has it quietly given up?",
				links: [link("https://12factor.net/?utm_source=reader", "The Twelve-Factor App")],
			},
			{
				note: "Quality of service for networks whose packets have feathers. Still the best-written joke in the whole series.",
				links: [link("https://www.rfc-editor.org/rfc/rfc2549", "RFC 2549")],
			},
			{
				note: "",
				links: [link("https://example.com/slow-queries", "Slow queries, explained")],
			},
			{
				note: "Next week: your answers to the question which alert you would switch off first. There is still time to send one.",
				links: [],
			},
		],
		[
			{
				note: "ShellCheck reads your shell scripts and says, kindly, which quotes are missing. Run it once on the script that nobody dares to touch.",
				links: [link("https://www.shellcheck.net/", "ShellCheck")],
			},
			{
				note: "Graphviz draws a diagram from a text file, which means that it can be reviewed like code.",
				links: [link("http://graphviz.org/", "Graphviz")],
			},
			{
				note: "A way of comparing two directories that works over a slow connection, too. There is one catch, which is",
				links: [link("https://example.com/compare-directories", "Comparing directories")],
			},
		],
		[
			{
				note: "An evening about incidents that nearly happened: three short talks and time to argue. Entry is free, seats are few.",
				links: [link("https://example.com/near-misses", "Near misses, an evening")],
			},
		],
	],
	footer: "Seen something that belongs here? Just reply to this mail. Thanks for reading.",
};
