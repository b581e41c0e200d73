import { assemble } from "../../src/exports/assemble.ts";
import { EXPORTS } from "../../src/exports/exports.ts";
import { DEFAULT_STYLE } from "../../src/issue/style.ts";
import { itemsOf } from "../../src/storage/items.ts";
import { publishDraft } from "../../src/storage/publishing.ts";
import type { DraftRecord } from "../../src/storage/records.ts";
import { sponsorsOf } from "../../src/storage/sponsors-of-draft.ts";

/** Publishes a draft as the options page does, in the default hand; resolves to the next one. */
export async function published(draft: DraftRecord): Promise<DraftRecord> {
	const style = DEFAULT_STYLE;
	const issue = assemble(draft, await sponsorsOf(draft), await itemsOf(draft.id), style);
	const { fileName, render } = EXPORTS.markdown;
	const file = { fileName: fileName(issue, style), text: render(issue, style) };
	return publishDraft(draft.id, { ...file, issue, style });
}
