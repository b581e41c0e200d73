import { blocksOf } from "../markdown/blocks.ts";
import { linksOf, normalizeLabel, type References, referencesOf } from "../markdown/links.ts";
import { eachWithPath, type HeadingPart, type Issue, type ItemPart } from "./issue.ts";

/** An item with its position and all its links, including those within its note. */
interface LinkedItem {
	/** The item, or a heading that contains a link. */
	part: ItemPart | HeadingPart;
	/** Its index in `Issue.parts`. */
	index: number;
	/** Headings above it, outermost first. */
	path: string[];
	title: string;
	note: string;
	/** Addresses that a browser opens, without duplicates. */
	urls: string[];
	asWritten: boolean;
}

/** Every item of an issue, and every heading that contains a link, with all links. */
export function linkedItemsOf(issue: Issue): LinkedItem[] {
	const references = issueReferences(issue);
	const items: LinkedItem[] = [];
	eachWithPath(issue.parts, (part, path, index) => {
		if (part.kind === "item") {
			const { title, note } = part;
			const asWritten = part.asWritten !== undefined;
			items.push({ part, index, path, title, note, asWritten, urls: urlsOfItem(part, references) });
		} else if (part.kind === "heading" && /\]|https?:/.test(part.text)) {
			const urls = urlsIn(part.text, references);
			if (urls.length > 0)
				items.push({ part, index, path, title: part.text, note: "", asWritten: false, urls });
		}
	});
	return items;
}

function urlsOfItem(item: ItemPart, references: References): string[] {
	const own = item.links.map(({ url }) => url);
	const label = item.slots.label ?? (own.length === 0 ? item.title : "");
	const referred = label === "" ? undefined : references.get(normalizeLabel(label));
	const texts =
		item.asWritten ?? [item.title, item.note, ...Object.values(item.slots)].join("\n\n");
	return [
		...new Set([
			...own,
			...(referred === undefined ? [] : [referred]),
			...urlsIn(texts, references),
		]),
	];
}

function urlsIn(text: string, references: References): string[] {
	return [...new Set(linksOf(text, references).map(({ url }) => url))];
}

/** The reference definitions of an issue, from all of its text. */
function issueReferences(issue: Issue): References {
	const references = new Map<string, string>();
	for (const part of issue.parts) {
		const text =
			part.kind === "text" ? part.text : part.kind === "item" ? (part.asWritten ?? part.note) : "";
		if (!text.includes("]:")) continue;
		for (const [label, url] of referencesOf(text, blocksOf(text)))
			if (!references.has(label)) references.set(label, url);
	}
	return references;
}
