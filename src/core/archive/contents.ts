import type { Item } from "../house-style/item.ts";
import type { Issue, ItemPart, Part } from "../issue/issue.ts";

/** A headed part of an issue with the items directly below its heading. */
interface IssueSection {
	/** Empty for the items before the first heading. */
	heading: string;
	/** The headings above it, outermost first, and its own heading as the last. */
	path: readonly string[];
	items: readonly ItemPart[];
}

/** A sponsor of an issue, with the text below its heading. */
export interface IssueSponsor extends Pick<Item, "title" | "links" | "note"> {
	heading: string;
}

interface IssueContents {
	sponsors: readonly IssueSponsor[];
	/** Sections that have items of their own, in the order of the text. */
	sections: readonly IssueSection[];
}

/**
 * The items of an issue by section, and its sponsors. A sponsor block that is repeated after the last
 * section appears in neither list.
 */
export function contentsOf({ parts }: Pick<Issue, "parts">): IssueContents {
	const sponsors: IssueSponsor[] = [];
	const sections: { heading: string; path: string[]; items: ItemPart[] }[] = [];
	let open: { level: number; text: string }[] = [];
	let sponsor: IssueSponsor | null = null;
	let section: (typeof sections)[number] | null = null;
	for (const part of parts) {
		if (part.kind === "heading") {
			section = null;
			sponsor = part.sponsor ? { heading: part.text, title: "", links: [], note: "" } : null;
			if (sponsor) sponsors.push(sponsor);
			else open = [...open.filter(({ level }) => level < part.level), part];
		} else if (sponsor && (part.kind === "text" || (part.kind === "item" && !isRepetition(part)))) {
			addTo(sponsor, part.kind === "text" ? { title: "", links: [], note: part.text } : part);
		} else if (part.kind === "item" && !isRepetition(part)) {
			if (!section) {
				const path = open.map(({ text }) => text);
				section = { heading: path.at(-1) ?? "", path, items: [] };
				sections.push(section);
			}
			section.items.push(part);
		}
	}
	return { sponsors, sections };
}

/**
 * The text before the first heading or item, and the text after the last item; empty where there is
 * none. The title and the standing text are left out.
 */
export function textsAround({ parts }: Pick<Issue, "parts">): { intro: string; footer: string } {
	const isInside = ({ kind }: Part) => kind === "heading" || kind === "item";
	const first = parts.findIndex(isInside);
	const last = parts.findLastIndex(isInside);
	const textOf = (some: readonly Part[]) =>
		some
			.flatMap((part) => (part.kind === "text" && part.standing === undefined ? part.text : []))
			.join("\n\n");
	return {
		intro: textOf(first === -1 ? parts : parts.slice(0, first)),
		footer: parts[last]?.kind === "item" ? textOf(parts.slice(last + 1)) : "",
	};
}

/** How many items an issue has, without its sponsors. */
export function countItems(issue: Pick<Issue, "parts">): number {
	return contentsOf(issue).sections.reduce((sum, { items }) => sum + items.length, 0);
}

function isRepetition({ sponsorAtFoot }: ItemPart): boolean {
	return sponsorAtFoot !== undefined;
}

function addTo(sponsor: IssueSponsor, more: Pick<Item, "title" | "links" | "note">): void {
	sponsor.title ||= more.title;
	sponsor.note = [sponsor.note, more.note].filter((note) => note !== "").join("\n\n");
	sponsor.links = [...sponsor.links, ...more.links];
}
