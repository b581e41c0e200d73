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
	/** Whether it is loaded, even if it is not shown. */
	readonly loaded: ReadonlySignal<boolean>;
	/** Whether it is the shown draft. */
	readonly shown: ReadonlySignal<boolean>;
	/** The address of the sample on the page. */
	readonly address: string;
	/** Resolves to whether it is loaded. */
	load(): Promise<boolean>;
	/** Resolves to whether it has been removed. */
	remove(): Promise<boolean>;
}

export function createSample(
	stored: Stored,
	saving: Saving,
	fields: Fields,
	showNotice: (what: Sentence) => void,
): Sample {
	return {
		loaded: computed(() => stored.drafts.value.some(({ sample }) => sample)),
		shown: computed(() => stored.draft.value?.sample ?? false),
		address: hashOf("draft", SAMPLE),
		async load() {
			await fields.flush();
			const loaded = await saveAndRead(stored, saving, loadSample);
			if (loaded) showNotice(sentence("optionsSampleLoaded"));
			return loaded;
		},
		async remove() {
			// The last typed text is saved first, so that Undo restores it with the sample.
			await fields.flush();
			const removed = await saveAndRead(stored, saving, removeSample);
			if (removed) showNotice(sentence("optionsSampleRemoved"));
			return removed;
		},
	};
}
