import { addressesOf } from "../links/addresses.ts";
import { linkKey } from "../links/canonical.ts";
import { siteHost } from "../links/site-host.ts";
import type { FindingPlace } from "./finding.ts";
import { memoize } from "./memoize.ts";
import type { InputItem, InputSponsor, PreflightInput } from "./preflight-input.ts";
import { proseOf } from "./prose.ts";

/** An address of an item. */
export interface CheckedAddress {
	place: Extract<FindingPlace, { at: "item" }>;
	url: string;
	/** The key of the address, as `linkKey` returns it. */
	key: string;
	/** Its host without `www.`; the address itself if it has no host. */
	host: string;
}

/** A text written by the editor. */
export interface CheckedText {
	place: FindingPlace;
	/** The text in markdown. */
	source: string;
	/** The text without markup. */
	prose: string;
}

export interface CheckedItem extends InputItem {
	text: CheckedText;
	/** Without duplicates: those in its note first, then its links. */
	addresses: readonly CheckedAddress[];
}

/** The draft as the checks use it, with values that several checks need. */
export interface CheckContext extends PreflightInput {
	items: readonly CheckedItem[];
	/** The notes of items and sponsors, the intro and the footer, without empty texts. */
	texts: readonly CheckedText[];
	/**
	 * The addresses of items, without those that are also sponsors' links: sponsors decide about their
	 * own.
	 */
	addresses: readonly CheckedAddress[];
	/** The heading above an item. */
	headingOf(id: string): string;
}

export function checkContext(input: PreflightInput): CheckContext {
	const headings = new Map(
		input.sections.flatMap(({ items, heading }) => items.map(({ id }) => [id, heading])),
	);
	const items = input.sections.flatMap((section) => section.items.map(checkedItem));
	const { intro, footer, sponsors } = input;
	const sponsored = new Set(sponsors.flatMap(sponsorKeys));
	const texts: CheckedText[] = [
		textAt({ at: "draft", field: "intro" }, intro),
		...sponsors.map(sponsorText),
		...items.map(({ text }) => text),
		textAt({ at: "draft", field: "footer" }, footer),
	];
	return {
		...input,
		items,
		texts: texts.filter(({ prose }) => prose.trim() !== ""),
		addresses: items.flatMap((item) => item.addresses).filter(({ key }) => !sponsored.has(key)),
		headingOf: (id) => headings.get(id) ?? "",
	};
}

/** The place of an item's note. */
export function noteOf(id: string): FindingPlace {
	return { at: "item", id, field: "note" };
}

/** The place of an item's links. */
export function linksPlace(id: string): FindingPlace {
	return { at: "item", id, field: "links" };
}

function textAt(place: FindingPlace, source: string): CheckedText {
	return { place, source, prose: proseOf(source) };
}

const checkedItem = memoize((item: InputItem): CheckedItem => {
	const { id, note, links } = item;
	const urls = new Set(links.map(({ url }) => url));
	return {
		id,
		note,
		links,
		text: textAt(noteOf(id), note),
		addresses: addressesOf(item).map((url) => ({
			url,
			key: linkKey(url),
			host: hostOf(url),
			place: { at: "item", id, field: urls.has(url) ? "links" : "note" },
		})),
	};
});

const sponsorText = memoize(
	({ id, note }: InputSponsor): CheckedText => textAt({ at: "sponsor", id, field: "note" }, note),
);

const sponsorKeys = memoize((sponsor: InputSponsor) =>
	addressesOf(sponsor).map((url) => linkKey(url)),
);

/** The host of an address without `www.`; the address itself if it has no host. */
export function hostOf(url: string): string {
	return URL.canParse(url) ? siteHost(url) : url;
}
