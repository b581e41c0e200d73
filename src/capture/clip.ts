import type { StringKey } from "../browser/strings.ts";
import { linkKey } from "../links/canonical.ts";
import { unclippable } from "../links/clippable.ts";
import { addItem, reviseItem } from "../storage/items.ts";
import type { ItemRecord } from "../storage/records.ts";
import { houseStyle, rememberSection } from "../storage/settings.ts";
import { type Failure, failure, failureFrom, UNCLIPPABLE } from "./failures.ts";
import { noteWith } from "./quote.ts";

/** What every way in makes of what it was given: a page, a link or a selection. */
export interface Clip {
	/** The address as it will stand in the issue; tracking parameters are the caller's affair. */
	url: string;
	title: string;
	/** In markdown; a selection already as a quote. */
	note: string;
	/** Id of a section of the house style. */
	section: string;
}

/** What has become of a clip; `heading` is that of the section its item is in. */
export interface Clipped {
	outcome: "added" | "already" | "saved" | "joined";
	item: ItemRecord;
	heading: string;
}

/** What is said of each outcome; the section's heading fills the place in it. */
export const OUTCOMES: Record<Clipped["outcome"], StringKey> = {
	added: "clipAdded",
	already: "clipAlready",
	saved: "clipSaved",
	joined: "clipJoined",
};

/**
 * The one door every way in goes through: adds an item with this link to the current draft,
 * unless the draft has the page already. Resolves once that is safely on disk, and to a failure
 * in words where it could not be done; never rejects.
 */
export function clip({ url, title, note, section }: Clip): Promise<Clipped | Failure> {
	return attempt(url, async (address, headingOf) => {
		if (!headingOf.has(section)) return failure("failureNoSection");
		const links = [{ url: address, title }];
		const { item, existing } = await addItem({ section, note, links });
		if (!existing) await remember(section);
		return clipped(existing ? "already" : "added", item, headingOf);
	});
}

/**
 * Changes an item that has been clipped before: its note, its section, and the one of its links
 * that was `replaced`, in any spelling. As `clip`, resolves to what has become of it.
 */
export function saveClip(
	id: string,
	replaced: string,
	{ url, title, note, section }: Clip,
): Promise<Clipped | Failure> {
	return attempt(url, async (address, headingOf) => {
		const key = linkKey(replaced);
		const item = await reviseItem(id, "editItem", ({ links }) => ({
			note,
			section,
			links: links.map((old) => (linkKey(old.url) === key ? { url: address, title } : old)),
		}));
		if (!item) return failure("failureItemGone");
		await remember(section);
		return clipped("saved", item, headingOf);
	});
}

/**
 * Gives an item a further link; a note goes below the one it has. As `clip`, resolves to what
 * has become of it.
 */
export function joinClip(
	id: string,
	{ url, title, note }: Omit<Clip, "section">,
): Promise<Clipped | Failure> {
	return attempt(url, async (address, headingOf) => {
		const item = await reviseItem(id, "addLink", (old) => ({
			note: noteWith(old.note, note),
			links: old.links.some((other) => linkKey(other.url) === linkKey(address))
				? old.links
				: [...old.links, { url: address, title }],
		}));
		return item ? clipped("joined", item, headingOf) : failure("failureItemGone");
	});
}

/** Runs `work` with the address and the headings by section id, read before anything is changed. */
async function attempt(
	url: string,
	work: (address: string, headingOf: ReadonlyMap<string, string>) => Promise<Clipped | Failure>,
): Promise<Clipped | Failure> {
	const address = url.trim();
	const reason = unclippable(address);
	if (reason) return failure(UNCLIPPABLE[reason]);
	try {
		const { sections } = await houseStyle();
		return await work(address, new Map(sections.map(({ id, heading }) => [id, heading])));
	} catch (error) {
		return failureFrom(error);
	}
}

function clipped(
	outcome: Clipped["outcome"],
	item: ItemRecord,
	headingOf: ReadonlyMap<string, string>,
): Clipped {
	return { outcome, item, heading: headingOf.get(item.section) ?? item.section };
}

/** The clip itself is safe by now: that the next one starts with another section is no failure. */
async function remember(section: string): Promise<void> {
	try {
		await rememberSection(section);
	} catch (error) {
		console.error("Galley: the section was not remembered.", error);
	}
}
