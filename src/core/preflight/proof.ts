import { addressesOf } from "../links/addresses.ts";
import { linkKey } from "../links/canonical.ts";
import { siteHost } from "../links/site-host.ts";
import type { FindingPlace } from "./finding.ts";
import { once } from "./once.ts";
import { proseOf } from "./prose.ts";
import type { Subject, SubjectItem, SubjectSponsor } from "./subject.ts";

/** An address of an item. */
export interface ProofAddress {
	place: Extract<FindingPlace, { at: "item" }>;
	url: string;
	/** The key that all spellings of it share. */
	key: string;
	/** Its host without `www.`; the address itself where it has none. */
	host: string;
}

/** A text that the editor wrote, wherever. */
export interface ProofText {
	place: FindingPlace;
	/** As it is written. */
	source: string;
	/** Without its markdown. */
	prose: string;
}

export interface ProofItem extends SubjectItem {
	text: ProofText;
	/** Once each: those in its note first, then its links. */
	addresses: readonly ProofAddress[];
}

/** The draft as the checks read it: what several of them need, worked out once. */
export interface Proof extends Subject {
	items: readonly ProofItem[];
	/** The notes of items and sponsors, intro and footer; none of them empty. */
	texts: readonly ProofText[];
	/** The addresses of items, without the sponsors', who may write theirs as they like. */
	addresses: readonly ProofAddress[];
	/** The heading that an item stands under. */
	headingOf(id: string): string;
}

export function proofOf(subject: Subject): Proof {
	const headings = new Map(
		subject.sections.flatMap(({ items, heading }) => items.map(({ id }) => [id, heading])),
	);
	const items = subject.sections.flatMap((section) => section.items.map(proofItem));
	const { intro, footer, sponsors } = subject;
	const sponsored = new Set(sponsors.flatMap(sponsorKeys));
	const texts: ProofText[] = [
		textAt({ at: "draft", field: "intro" }, intro),
		...sponsors.map(sponsorText),
		...items.map(({ text }) => text),
		textAt({ at: "draft", field: "footer" }, footer),
	];
	return {
		...subject,
		items,
		texts: texts.filter(({ prose }) => prose.trim() !== ""),
		addresses: items.flatMap((item) => item.addresses).filter(({ key }) => !sponsored.has(key)),
		headingOf: (id) => headings.get(id) ?? "",
	};
}

/** The field of an item's note. */
export function noteOf(id: string): FindingPlace {
	return { at: "item", id, field: "note" };
}

/** The field of an item's links. */
export function linksPlace(id: string): FindingPlace {
	return { at: "item", id, field: "links" };
}

function textAt(place: FindingPlace, source: string): ProofText {
	return { place, source, prose: proseOf(source) };
}

const proofItem = once((item: SubjectItem): ProofItem => {
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

const sponsorText = once(
	({ id, note }: SubjectSponsor): ProofText => textAt({ at: "sponsor", id, field: "note" }, note),
);

const sponsorKeys = once((sponsor: SubjectSponsor) =>
	addressesOf(sponsor).map((url) => linkKey(url)),
);

/** The host of an address without `www.`; the address itself where it has none. */
export function hostOf(url: string): string {
	return URL.canParse(url) ? siteHost(url) : url;
}
