import { logError } from "../core/errors/log-error.ts";
import { cleanTitle } from "../core/house-style/clean-title.ts";
import {
	type HouseStyle,
	itemPatternOf,
	type SectionStyle,
} from "../core/house-style/house-style.ts";
import { slotsFromPage } from "../core/house-style/page-slots.ts";
import { noteForPattern } from "../core/house-style/quoted-note.ts";
import { shownSections } from "../core/house-style/shown-sections.ts";
import { linkKey } from "../core/links/canonical.ts";
import { unclippable } from "../core/links/clippable.ts";
import { escapeMarks } from "../core/markdown/escape-marks.ts";
import { NO_DETAILS, type PageDetails } from "../core/page/page-details.ts";
import type { ItemFields, ItemRecord, LinkRecord } from "../data/db/records.ts";
import { addItem, reviseItem } from "../data/items/items.ts";
import { houseStyle, rememberSection } from "../data/settings/settings.ts";
import type { StringKey } from "../extension/strings.ts";
import { type CaptureFailure, failure, failureFrom, UNCLIPPABLE } from "./failures.ts";
import { noteWith } from "./quote.ts";

/** A page, link or selection to be clipped. Every way of clipping creates one. */
export interface Clip {
	/** The address for the issue. The caller has already tidied it. */
	url: string;
	title: string;
	/** In markdown. A selection is already a quote. */
	note: string;
	/** Id of a section of the house style. */
	section: string;
	/** The metadata of the page, if known. */
	details?: PageDetails;
}

/** The result of a clip; `heading` is that of the section of the item. */
export interface Clipped {
	outcome: "added" | "elsewhere" | "already" | "saved" | "joined";
	item: ItemRecord;
	heading: string;
}

/** The sentence for each outcome. Its placeholder is the heading of the section. */
export const OUTCOMES: Record<Clipped["outcome"], StringKey> = {
	added: "clipAdded",
	elsewhere: "clipElsewhere",
	already: "clipAlready",
	saved: "clipSaved",
	joined: "clipJoined",
};

/**
 * Adds an item with this link to the current draft, unless the draft already contains the page. Every way
 * of clipping uses this function. If the section has been hidden in the meantime, the item still goes
 * there, and the section is shown again. If it has been removed, the item goes to the first section shown,
 * and the outcome says so. Resolves when the item is safely on disk, or to a failure with a sentence; never
 * rejects.
 */
export function clip({
	url,
	title,
	note,
	section,
	details = NO_DETAILS,
}: Clip): Promise<Clipped | CaptureFailure> {
	return attempt(url, async (address, style) => {
		const there = sectionIn(style, section);
		const into = (there ?? shownSections(style)[0])?.id;
		if (into === undefined) return failure("failureNoSection");
		const links = [linkOf(address, title, details.description)];
		const pattern = itemPatternOf(style, into);
		const { item, existing } = await addItem({
			...{ section: into, note: noteForPattern(pattern, note), links },
			title: titleFor(title, address, details.siteName),
			slots: slotsFromPage(pattern, { url: address, details }, style.language),
		});
		if (existing) return clipped("already", item, style);
		if (there) await remember(section);
		return clipped(there ? "added" : "elsewhere", item, style);
	});
}

/**
 * Changes the given parts of an item that has been clipped before: its note, its section, and the link to
 * the page `replaced` (in any spelling of its address). If the section no longer exists, the item stays in
 * its own. If the note has been changed since the item was `seen`, nothing is written, and the present item
 * is returned with the outcome "already". Resolves like `clip`.
 */
export function saveClip(
	seen: ItemRecord,
	replaced: string,
	{ url, title, note, section }: Partial<Clip>,
): Promise<Clipped | CaptureFailure> {
	return attempt(url ?? replaced, async (address, style) => {
		const key = linkKey(replaced);
		const isNewer = (item: ItemRecord) =>
			note !== undefined && item.note !== seen.note && item.note !== note;
		const revise = (old: ItemRecord): Partial<ItemFields> | null => {
			if (isNewer(old)) return null;
			return {
				...(note !== undefined && { note }),
				...(title !== undefined &&
					linkKey(old.links[0]?.url ?? "") === key && { title: titleFor(title, address) }),
				...(section !== undefined && sectionIn(style, section) && { section }),
				...((url ?? title) !== undefined && {
					links: old.links.map((link) =>
						linkKey(link.url) === key
							? linkOf(
									url === undefined ? link.url : address,
									title ?? link.title,
									linkKey(address) === key ? link.description : "",
								)
							: link,
					),
				}),
			};
		};
		const item = await reviseItem(seen.id, "editItem", revise);
		if (!item) return failure("failureItemGone");
		if (isNewer(item)) return clipped("already", item, style);
		await remember(item.section);
		return clipped("saved", item, style);
	});
}

/** Adds a link to an item, and adds the note below the item's own. Resolves like `clip`. */
export function joinClip(
	id: string,
	{ url, title, note, details }: Omit<Clip, "section">,
): Promise<Clipped | CaptureFailure> {
	return attempt(url, async (address, style) => {
		const item = await reviseItem(id, "addLink", (old) => ({
			note: noteWith(old.note, note),
			links: old.links.some((other) => linkKey(other.url) === linkKey(address))
				? old.links
				: [...old.links, linkOf(address, title, details?.description)],
		}));
		return item ? clipped("joined", item, style) : failure("failureItemGone");
	});
}

/** The title of an item in markdown: the title of the page without parts such as the name of the site. */
function titleFor(title: string, url: string, site = ""): string {
	return escapeMarks(cleanTitle(title, url, site));
}

function linkOf(url: string, title: string, description = ""): LinkRecord {
	return description === "" ? { url, title } : { url, title, description };
}

/** Runs `work` with the address and the house style, after checking the address. */
async function attempt(
	url: string,
	work: (address: string, style: HouseStyle) => Promise<Clipped | CaptureFailure>,
): Promise<Clipped | CaptureFailure> {
	const address = url.trim();
	const reason = unclippable(address);
	if (reason) return failure(UNCLIPPABLE[reason]);
	try {
		return await work(address, await houseStyle());
	} catch (error) {
		return failureFrom(error);
	}
}

function clipped(outcome: Clipped["outcome"], item: ItemRecord, style: HouseStyle): Clipped {
	return { outcome, item, heading: sectionIn(style, item.section)?.heading ?? item.section };
}

function sectionIn({ sections }: HouseStyle, section: string): SectionStyle | undefined {
	return sections.find(({ id }) => id === section);
}

/** The clip is already saved, so a failure to remember its section is ignored. */
async function remember(section: string): Promise<void> {
	try {
		await rememberSection(section);
	} catch (error) {
		logError(error);
	}
}
