import { toConsole } from "../core/errors/to-console.ts";
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

/** What every way in makes of what it was given: a page, a link or a selection. */
export interface Clip {
	/** The address as it will stand in the issue; to tidy it is the caller's affair. */
	url: string;
	title: string;
	/** In markdown; a selection already as a quote. */
	note: string;
	/** Id of a section of the house style. */
	section: string;
	/** What the page says of itself, where that is known. */
	details?: PageDetails;
}

/** What has become of a clip; `heading` is that of the section its item is in. */
export interface Clipped {
	outcome: "added" | "elsewhere" | "already" | "saved" | "joined";
	item: ItemRecord;
	heading: string;
}

/** What is said of each outcome; the section's heading fills the place in it. */
export const OUTCOMES: Record<Clipped["outcome"], StringKey> = {
	added: "clipAdded",
	elsewhere: "clipElsewhere",
	already: "clipAlready",
	saved: "clipSaved",
	joined: "clipJoined",
};

/**
 * The one door every way in goes through: adds an item with this link to the current draft,
 * unless the draft has the page already. A section hidden meanwhile takes it all the same, and is
 * seen again for it; for one that was removed the first of those shown stands in, which is said.
 * Resolves once the item is safely on disk, and to a failure in words where that could not be
 * done; never rejects.
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
 * Changes what is given of an item that has been clipped before: its note, its section, and the one
 * of its links that was `replaced`, in any spelling. Where the section is no more, it stays in its
 * own. A note is not written over one that has been changed since it was `seen`: nothing is, and the
 * item as it is now comes back as "already" there. As `clip`, resolves to what has become of it.
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

/**
 * Gives an item a further link; a note goes below the one it has. As `clip`, resolves to what
 * has become of it.
 */
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

/** The title of an item, as the house style writes it: the page's, less what is none. */
function titleFor(title: string, url: string, site = ""): string {
	return escapeMarks(cleanTitle(title, url, site));
}

function linkOf(url: string, title: string, description = ""): LinkRecord {
	return description === "" ? { url, title } : { url, title, description };
}

/** Runs `work` with the address and the house style, read before anything is changed. */
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

/** The clip itself is safe by now: that the next one starts with another section is no failure. */
async function remember(section: string): Promise<void> {
	try {
		await rememberSection(section);
	} catch (error) {
		toConsole(error);
	}
}
