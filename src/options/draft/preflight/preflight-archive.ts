import { computed, type ReadonlySignal } from "@preact/signals";
import { addressesOf } from "../../../core/links/addresses.ts";
import type { Exemptions } from "../../../core/links/repeats.ts";
import { memoize } from "../../../core/preflight/memoize.ts";
import type { PastMention, PreflightInput } from "../../../core/preflight/preflight-input.ts";
import { NOTHING_USUAL, RECENT_ISSUES, usualOf } from "../../../core/preflight/usual.ts";
import { publishedFrom } from "../../../data/archive/archive.ts";
import { knownSecure } from "../../../data/archive/known-secure.ts";
import { repeatsOf } from "../../../data/archive/repeats.ts";
import { liveQuery } from "../../../data/db/live-query.ts";
import type { ItemRecord } from "../../../data/db/records.ts";
import type { Stored } from "../../app/stored.ts";
import { stableComputed } from "../../signals/stable-computed.ts";

/** What preflight needs from the archive: what is usual, and which links of the draft already ran. */
export type FromArchive = Pick<
	PreflightInput,
	"published" | "usual" | "repeats" | "secure" | "exemptHosts"
>;

/** An import adds hundreds of issues in a row. The archive is read again at most once in this time. */
const PAUSE_MS = 400;

const addressesIn = memoize((item: ItemRecord) => addressesOf(item));

export function createFromArchive(stored: Pick<Stored, "items" | "exemptions">): {
	/** Null until it has been read. */
	readonly known: ReadonlySignal<FromArchive | null>;
	/** Reads the archive and follows its changes, until the returned function is called. */
	follow(): () => void;
} {
	/** This stays the same object while only words are typed, so that nothing is looked up again. */
	const wanted = stableComputed(() => ({
		urls: [...new Set(stored.items.value.flatMap(addressesIn))],
		exempt: stored.exemptions.value,
	}));
	// The archive is optional. If it cannot be read, its checks report nothing.
	const archive = liveQuery(["archive", "mentions"], readArchive, {
		key: () => wanted.value,
		pause: PAUSE_MS,
	});
	return {
		known: computed(() => {
			const read = archive.data.value;
			return read && { ...read, repeats: new Map(read.repeats), secure: new Set(read.secure) };
		}),
		follow: archive.follow,
	};
}

/** @param urls the addresses of the draft */
async function readArchive({ urls, exempt }: { urls: readonly string[]; exempt: Exemptions }) {
	const [recent, repeats, secure] = await Promise.all([
		publishedFrom(0, RECENT_ISSUES),
		repeatsOf(urls, exempt),
		knownSecure(urls),
	]);
	const issues = recent.map(({ issue }) => issue);
	const [last] = recent;
	return {
		published: last ? { number: last.number, issueDate: last.issueDate } : null,
		usual: issues.length === 0 ? NOTHING_USUAL : usualOf(issues),
		repeats: urls.flatMap((url, at): [string, PastMention][] => {
			const latest = repeats[at]?.latest;
			return latest ? [[url, latest]] : [];
		}),
		secure: [...secure],
		exemptHosts: exempt.hosts,
	};
}
