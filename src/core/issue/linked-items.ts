import { blocksOf } from "../markdown/blocks.ts";
import { linksOf, normalizeLabel, type References, referencesOf } from "../markdown/links.ts";
import { eachWithPath, type HeadingPart, type Issue, type ItemPart } from "./issue.ts";

/** An item with all its links, those within its note too, and where it stands. */
interface LinkedItem {
	/** The item, or a heading that links. */
	part: ItemPart | HeadingPart;
	/** Its place in `Issue.parts`. */
	index: number;
	/** Headings above it, uppermost first. */
	path: string[];
	title: string;
	note: string;
	/** Addresses as a browser is given them, each once. */
	urls: string[];
	asWritten: boolean;
}

/** Every item of an issue, and every heading that links, with all its links. */
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

/** The reference definitions of an issue, wherever in it they stand. */
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
