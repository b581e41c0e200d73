import { computed, type ReadonlySignal, signal } from "@preact/signals";
import type { HouseStyle } from "../../core/house-style/house-style.ts";
import type { DraftRecord } from "../../data/db/records.ts";
import { sampleRecords } from "../../data/drafts/sample.ts";
import { assemble } from "../../export/assemble.ts";
import { markdown } from "../../export/markdown.ts";
import type { Stored } from "../app/stored.ts";
import { exportedFile } from "../draft/assembled-draft.ts";
import { isPart, locatePart } from "../draft/preview/locate-part.ts";
import type { MarkedPreview } from "../draft/preview/marked-preview.ts";
import { type Previewed, previewOf } from "../draft/preview/preview-state.ts";

/** The preview beside the fields of the house style. */
export interface StylePreview {
	/** The draft in that style, with the part of the focused field marked. */
	readonly marked: ReadonlySignal<MarkedPreview | null>;
	/** Whether the sample issue is shown instead, because the draft is empty or does not have this part. */
	readonly onSample: ReadonlySignal<boolean>;
	/** The file name of the draft. */
	readonly fileName: ReadonlySignal<string>;
	/** Makes the preview follow the field with this id. */
	attend(field: string): void;
}

export function createStylePreview(
	stored: Stored,
	preview: ReadonlySignal<Previewed | null>,
): StylePreview {
	const field = signal<string | null>(null);

	const sample = computed(() => {
		const draft = stored.draft.value;
		return draft && sampleIn(stored.style.value, draft);
	});

	function markIn(previewed: Previewed): MarkedPreview {
		const spans = field.value === null ? null : locatePart(previewed, field.value);
		return { previewed, reading: spans?.reading ?? null, markdown: spans?.markdown ?? null };
	}

	const chosen = computed((): { marked: MarkedPreview; onSample: boolean } | null => {
		const now = preview.value;
		if (!now) return null;
		const own = { marked: markIn(now), onSample: false };
		const missing = field.value !== null && isPart(field.value) && !own.marked.markdown;
		if ((now.ids.length > 0 && !missing) || !sample.value) return own;
		const other = markIn(sample.value);
		// If the sample does not have the part either, for example a hidden section, the draft is shown.
		return now.ids.length > 0 && !other.markdown ? own : { marked: other, onSample: true };
	});

	return {
		marked: computed(() => chosen.value?.marked ?? null),
		onSample: computed(() => chosen.value?.onSample ?? false),
		fileName: computed(() => {
			const issue = preview.value?.issue;
			return issue ? exportedFile(markdown, { issue, style: stored.style.value }).fileName : "";
		}),
		attend(id) {
			field.value = id;
		},
	};
}

/** The sample issue in a style, with the number and dates of a draft. */
function sampleIn(style: HouseStyle, draft: DraftRecord): Previewed {
	const records = sampleRecords(draft, style);
	const issue = assemble(records.draft, records.sponsors, records.items, style);
	return previewOf({ issue, style, ids: records.items.map(({ id }) => id) });
}
