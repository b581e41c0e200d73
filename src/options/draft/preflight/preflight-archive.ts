import { computed, type ReadonlySignal } from "@preact/signals";
import { addressesOf } from "../../../core/links/addresses.ts";
import { once } from "../../../core/preflight/once.ts";
import type { RanIn, Subject } from "../../../core/preflight/subject.ts";
import { NOTHING_USUAL, RECENT_ISSUES, usualOf } from "../../../core/preflight/usual.ts";
import { publishedFrom } from "../../../data/archive/archive.ts";
import { knownSecure } from "../../../data/archive/known-secure.ts";
import { repeatsOf } from "../../../data/archive/repeats.ts";
import { liveQuery } from "../../../data/db/live-query.ts";
import type { ItemRecord } from "../../../data/db/records.ts";
import { exemptions } from "../../../data/settings/settings.ts";
import type { Stored } from "../../app/stored.ts";

/** What preflight knows from the archive: what is usual, and what of the draft it has already. */
export type FromArchive = Pick<Subject, "published" | "usual" | "ran" | "secure" | "exemptHosts">;

/** An import adds issues by hundreds; between them this much time passes. */
const PAUSE_MS = 400;

const addressesIn = once((item: ItemRecord) => addressesOf(item));

export function createFromArchive(stored: Pick<Stored, "items">): {
	/** Null until it has been read. */
	readonly known: ReadonlySignal<FromArchive | null>;
	/** Reads it, and follows changes until the returned function is called. */
	follow(): () => void;
} {
	/** As one text, so that nothing is looked up anew while only words are typed. */
	const addresses = computed(() =>
		[...new Set(stored.items.value.flatMap(addressesIn))].join("\n"),
	);
	// The draft is as good without: what could not be looked up is not found fault with.
	const archive = liveQuery(["archive", "mentions", "settings"], readArchive, {
		key: () => addresses.value,
		pause: PAUSE_MS,
	});
	return {
		known: computed(() => {
			const read = archive.data.value;
			return read && { ...read, ran: new Map(read.ran), secure: new Set(read.secure) };
		}),
		follow: archive.follow,
	};
}

/** @param addresses those of the draft, one a line */
async function readArchive(addresses: string) {
	const urls = addresses === "" ? [] : addresses.split("\n");
	const [recent, repeats, secure, { hosts }] = await Promise.all([
		publishedFrom(0, RECENT_ISSUES),
		repeatsOf(urls),
		knownSecure(urls),
		exemptions(),
	]);
	const issues = recent.map(({ issue }) => issue);
	const [last] = recent;
	return {
		published: last ? { number: last.number, issueDate: last.issueDate } : null,
		usual: issues.length === 0 ? NOTHING_USUAL : usualOf(issues),
		ran: urls.flatMap((url, at): [string, RanIn][] => {
			const latest = repeats[at]?.latest;
			return latest ? [[url, latest]] : [];
		}),
		secure: [...secure],
		exemptHosts: hosts,
	};
}
