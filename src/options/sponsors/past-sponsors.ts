import { type ReadonlySignal, signal } from "@preact/signals";
import { throttle } from "../../core/timing/throttle.ts";
import { onChange } from "../../data/db/changes.ts";
import { type PastSponsor, pastSponsorsIn } from "../../data/sponsors/past-sponsors-in.ts";
import { failureSentence } from "../../sentences/failures.ts";
import type { Sentence } from "../../sentences/sentence.ts";

/** The sponsors of past issues. They are read in pages, as far as needed. */
export interface PastSponsors {
	/** Each sponsor with its last text, the latest first; null until any have been read. */
	readonly found: ReadonlySignal<readonly PastSponsor[] | null>;
	/** Whether issues that have not been read may contain more. */
	readonly hasMore: ReadonlySignal<boolean>;
	/** True while issues are being searched. */
	readonly looking: ReadonlySignal<boolean>;
	readonly words: ReadonlySignal<string>;
	readonly failure: ReadonlySignal<Sentence | null>;
	/** Finds the sponsors that contain all of these words. */
	search(words: string): void;
	more(): void;
	/** Reads them and follows the archive, until the returned function is called. */
	follow(): () => void;
}

const SHOWN = 20;

/** The number of issues that are read at once. An archived issue has about 20 kB. */
const PAGE = 40;

/** An import adds issues faster than they can be read. They are read at most once in this time. */
const IMPORT_PAUSE_MS = 400;

export function createPastSponsors(): PastSponsors {
	const found = signal<readonly PastSponsor[] | null>(null);
	const hasMore = signal(false);
	const looking = signal(false);
	const words = signal("");
	const failure = signal<Sentence | null>(null);
	/**
	 * What has been read of the archive: its sponsors, by the text that they had last, and the number of
	 * issues that have been read.
	 */
	const read = new Map<string, PastSponsor>();
	let next = 0;
	let atEnd = false;
	let wanted = SHOWN;
	/** Counts how often reading has started again. Results of an earlier round are ignored. */
	let round = 0;

	function matching(): PastSponsor[] {
		return [...read.values()].filter((sponsor) => hasWords(sponsor, words.peek()));
	}

	function show(): void {
		const all = matching();
		found.value = all.slice(0, wanted);
		hasMore.value = all.length > wanted || !atEnd;
	}

	/** Reads until there is enough to show, or nothing more to read. */
	async function look(): Promise<void> {
		if (looking.peek()) return;
		looking.value = true;
		try {
			while (!atEnd && matching().length <= wanted) {
				const mine = round;
				const page = await pastSponsorsIn(next, PAGE);
				if (mine !== round) continue;
				for (const sponsor of page.ran) {
					const key = wordsOf(sponsor);
					if (!read.has(key)) read.set(key, sponsor);
				}
				atEnd = page.next === null;
				next = page.next ?? next;
				show();
			}
			show();
			failure.value = null;
		} catch (error) {
			failure.value = failureSentence("readSponsors", error);
		}
		looking.value = false;
	}

	return {
		found,
		hasMore,
		looking,
		words,
		failure,
		search(typed) {
			words.value = typed;
			wanted = SHOWN;
			show();
			void look();
		},
		more() {
			wanted += SHOWN;
			show();
			void look();
		},
		follow() {
			const again = throttle(async () => {
				round += 1;
				read.clear();
				next = 0;
				atEnd = false;
				await look();
			}, IMPORT_PAUSE_MS);
			again();
			return onChange((stores) => {
				if (stores.includes("archive")) again();
			});
		},
	};
}

/** Whether all words occur in the data of a sponsor. Case is ignored. */
export function hasWords(
	{ name, note, heading, links }: Pick<PastSponsor, "name" | "note" | "heading" | "links">,
	words: string,
): boolean {
	const text = [name, note, heading, ...links.map(({ url }) => url)].join("\n").toLowerCase();
	return words
		.toLowerCase()
		.split(/\s+/)
		.every((word) => text.includes(word));
}

/** The data of a sponsor as one string, which is equal for equal text. */
function wordsOf({ name, note, links, stoodUnder }: PastSponsor): string {
	return JSON.stringify([name, note, links.map(({ url }) => url), stoodUnder]);
}
