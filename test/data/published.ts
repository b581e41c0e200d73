import { DEFAULT_HOUSE_STYLE } from "../../src/core/house-style/ready-made-styles.ts";
import type { DraftRecord } from "../../src/data/db/records.ts";
import {
	type DraftSnapshot,
	type Published,
	publishDraft,
} from "../../src/data/drafts/publishing.ts";
import { itemsOf } from "../../src/data/items/items.ts";
import { sponsorsOf } from "../../src/data/sponsors/sponsors-of-draft.ts";
import { assemble } from "../../src/export/assemble.ts";
import { markdown } from "../../src/export/markdown.ts";

/** A draft as a page reads it immediately before publishing. */
export async function seen(draft: DraftRecord): Promise<DraftSnapshot> {
	return { draft, sponsors: await sponsorsOf(draft), items: await itemsOf(draft.id) };
}

/** Publishes a draft as the options page does, in the default house style. Resolves to the next draft. */
export async function published(draft: DraftRecord): Promise<DraftRecord> {
	return (await publishedAs(await seen(draft))).next;
}

/** Publishes what a page has read, even if the draft has changed since. */
export function publishedAs(read: DraftSnapshot): Promise<Published> {
	const style = DEFAULT_HOUSE_STYLE;
	const issue = assemble(read.draft, read.sponsors, read.items, style);
	const { fileName, render } = markdown;
	const file = { path: fileName(issue, style), text: render(issue, style) };
	return publishDraft(read, { ...file, issue, style });
}
