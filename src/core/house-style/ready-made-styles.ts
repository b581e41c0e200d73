import type { HouseStyle } from "./house-style.ts";

/** Values that most newsletters share. Each ready-made style lists only its differences. */
const USUAL: HouseStyle = {
	language: "en",
	numbered: true,
	dated: true,
	fileName: "issue-{number}.md",
	frontMatter: { kind: "none", lines: [] },
	fields: [],
	titleLine: "",
	headings: [],
	sections: [
		{ id: "news", heading: "News", level: 2, underline: null },
		{ id: "tools", heading: "Tools", level: 2, underline: null },
	],
	item: "- [{title}]({url})[ by {author}]\n  {note}",
	otherItems: [],
	standing: [],
	sponsor: null,
	spacing: {
		afterFrontMatter: 1,
		beforeHeading: 1,
		afterHeading: 1,
		betweenItems: 1,
		betweenListItems: 0,
		aroundText: 1,
		beforeSponsorAtFoot: 1,
		atEnd: 0,
	},
	mailQuoting: false,
};

/** The default style, that of Devops Weekly. */
export const DEFAULT_HOUSE_STYLE: HouseStyle = {
	...USUAL,
	fileName: "{published:yyyy-MM-dd}-{number}.md",
	frontMatter: {
		kind: "yaml",
		lines: [
			{ key: "title", pattern: "DEVOPS WEEKLY ISSUE \\#{number} - {date:do MMMM yyyy} " },
			{ key: "date", pattern: "{published}" },
		],
	},
	headings: ["="],
	sections: [
		{ id: "news", heading: "News", level: 1, underline: null },
		{ id: "tools", heading: "Tools", level: 1, underline: null },
	],
	item: "{note}\n\n[{url}]({url})",
	sponsor: { heading: "From our sponsor, {name}", underline: null, atFoot: true },
	spacing: {
		afterFrontMatter: 1,
		beforeHeading: 2,
		afterHeading: 1,
		betweenItems: 2,
		betweenListItems: 2,
		aroundText: 2,
		beforeSponsorAtFoot: 2,
		atEnd: 1,
	},
	mailQuoting: true,
};

/**
 * A style that an editor can start from. Its name and description are interface strings, found by its
 * id.
 */
export interface ReadyMadeStyle {
	id: "devopsWeekly" | "titledLinks" | "titledHeadings" | "jekyll" | "hugo" | "newsletterService";
	style: HouseStyle;
}

const LINK_LIST: HouseStyle = {
	...USUAL,
	titleLine: "# Issue {number} – {date:d MMMM yyyy}",
	item: "- [{title}]({url})[ by {author}][: {note}]",
};

/** The ready-made styles, in the order in which they are offered on first use and in the style panel. */
export const READY_MADE_STYLES: readonly ReadyMadeStyle[] = [
	{ id: "devopsWeekly", style: DEFAULT_HOUSE_STYLE },
	{ id: "titledLinks", style: LINK_LIST },
	{
		id: "titledHeadings",
		style: {
			...USUAL,
			titleLine: "# Issue {number} – {date:d MMMM yyyy}",
			item: "### [{title}]({url})\n\n{note}",
		},
	},
	{
		id: "jekyll",
		style: {
			...USUAL,
			fileName: "{date:yyyy-MM-dd}-issue-{number}.md",
			frontMatter: {
				kind: "yaml",
				lines: [
					{ key: "layout", pattern: "post" },
					{ key: "title", pattern: '"Issue {number}: {subject}"' },
					{ key: "date", pattern: "{date}" },
				],
			},
			fields: [{ name: "subject", initial: "" }],
			item: "- [{title}]({url})[ by {author}][: {note}]",
		},
	},
	{
		id: "hugo",
		style: {
			...USUAL,
			fileName: "{number}/index.md",
			frontMatter: {
				kind: "toml",
				lines: [
					{ key: "title", pattern: '"Issue {number}: {subject}"' },
					{ key: "date", pattern: "{date}" },
					{ key: "slug", pattern: '"{number}"' },
					{ key: "draft", pattern: "false" },
				],
			},
			fields: [{ name: "subject", initial: "" }],
			item: "[**{title}**]({url})[ ({source})]\n\n{note}",
		},
	},
	{
		id: "newsletterService",
		style: {
			...USUAL,
			fileName: "{date:yyyy-MM-dd}.md",
			item: "**[{title}]({url})**\n{note}",
		},
	},
];
