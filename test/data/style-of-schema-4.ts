/** The default house style up to schema 4, as it was stored then. */
export const STYLE_OF_SCHEMA_4 = {
	frontMatter: [
		{ key: "title", pattern: "DEVOPS WEEKLY ISSUE \\#{number} - {date:do MMMM yyyy} " },
		{ key: "date", pattern: "{published}" },
	],
	titleLine: "",
	heading: "=",
	sections: [
		{ id: "news", heading: "News", underline: null },
		{ id: "tools", heading: "Tools", underline: null },
	],
	sponsor: { heading: "From our sponsor, {name}", underline: null, atFoot: true },
	link: { form: "bracketed", lead: "" },
	spacing: {
		afterFrontMatter: 1,
		betweenBlocks: 2,
		afterHeading: 1,
		beforeLinks: 1,
		beforeSponsorAtFoot: 2,
		atEnd: 1,
	},
	mailQuoting: true,
	fileName: "{published:yyyy-MM-dd}-{number}.md",
};
