import { computed, type ReadonlySignal } from "@preact/signals";
import { SAMPLE } from "../../data/db/records.ts";
import { loadSample, removeSample } from "../../data/drafts/sample.ts";
import { type Sentence, sentence } from "../../sentences/sentence.ts";
import { hashOf } from "../app/route.ts";
import type { Stored } from "../app/stored.ts";
import type { Fields } from "../fields/fields.ts";
import { type Saving, saveAndRead } from "../fields/saving.ts";

/** The sample issue, which one click loads and one click removes. */
export interface Sample {
	/** Whether it is loaded, be it shown or not. */
	readonly loaded: ReadonlySignal<boolean>;
	/** Whether it is the draft that is shown. */
	readonly shown: ReadonlySignal<boolean>;
	/** The address it is shown at. */
	readonly address: string;
	/** Resolves to whether it is there to be shown. */
	load(): Promise<boolean>;
	/** Resolves to whether it is gone. */
	remove(): Promise<boolean>;
}

export function createSample(
	stored: Stored,
	saving: Saving,
	fields: Fields,
	say: (what: Sentence) => void,
): Sample {
	return {
		loaded: computed(() => stored.drafts.value.some(({ sample }) => sample)),
		shown: computed(() => stored.draft.value?.sample ?? false),
		address: hashOf("draft", SAMPLE),
		async load() {
			await fields.flush();
			const loaded = await saveAndRead(stored, saving, loadSample);
			if (loaded) say(sentence("optionsSampleLoaded"));
			return loaded;
		},
		async remove() {
			// What is typed in it goes with it, and comes back with it.
			await fields.flush();
			const removed = await saveAndRead(stored, saving, removeSample);
			if (removed) say(sentence("optionsSampleRemoved"));
			return removed;
		},
	};
}
