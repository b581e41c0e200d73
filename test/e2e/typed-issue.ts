import { DEFAULT_HOUSE_STYLE } from "../../src/core/house-style/ready-made-styles.ts";
import { AT_END, AT_TOP } from "../../src/core/issue/draft-issue.ts";
import { draftOf } from "../../src/core/issue/draft-of.ts";
import { parseIssue } from "../../src/core/issue/parse-issue.ts";

/** A note with its addresses, as an item or a sponsor of a draft has them. */
export interface TypedItem {
	note: string;
	links: string[];
}

/** The text that an editor types into the fields of a draft for an issue in the default house style. */
export interface TypedIssue {
	number: string;
	issueDate: string;
	publishedAt: string;
	intro: string;
	sponsors: (TypedItem & { name: string })[];
	sections: { heading: string; items: TypedItem[] }[];
	footer: string;
}

/** Converts an issue into the fields that must be typed to write it. */
export function typedIssue(text: string): TypedIssue {
	const draft = draftOf(parseIssue(text, DEFAULT_HOUSE_STYLE), DEFAULT_HOUSE_STYLE);
	const textIn = (place: string) =>
		draft.parts
			.flatMap((part) => (part.kind === "text" && part.section === place ? [part.text] : []))
			.join("\n\n");
	return {
		number: String(draft.number ?? ""),
		issueDate: draft.date ?? "",
		publishedAt: draft.publishedAt ?? "",
		intro: textIn(AT_TOP),
		sponsors: draft.sponsors.map(({ heading, item }) => ({
			name: heading.replace("From our sponsor, ", ""),
			...typedItem(item),
		})),
		sections: draft.sections.map(({ id, heading }) => ({
			heading,
			items: draft.parts.flatMap((part) =>
				part.kind === "item" && part.section === id ? [typedItem(part)] : [],
			),
		})),
		footer: textIn(AT_END),
	};
}

function typedItem(item: { note: string; links: readonly { url: string }[] }): TypedItem {
	return { note: item.note, links: item.links.map(({ url }) => url) };
}
