import { describe, expect, test } from "vitest";
import { DEFAULT_HOUSE_STYLE } from "../../src/core/house-style/ready-made-styles.ts";
import { database } from "../../src/data/db/database.ts";
import { draftById, openDraft } from "../../src/data/drafts/drafts.ts";
import { addItem } from "../../src/data/items/items.ts";
import { addSponsor } from "../../src/data/sponsors/sponsors.ts";
import { GALLEY_KINDS } from "../../src/sync/galley-kinds.ts";
import { parseRecord, recordPath, recordText } from "../../src/sync/share/record-files.ts";
import type { SharedKind, SharedRecord } from "../../src/sync/share/shared-records.ts";
import { beginWithEmptyDatabase } from "../data/empty-database.ts";

beginWithEmptyDatabase();

function kindOf(name: string): SharedKind {
	const kind = GALLEY_KINDS.find((one) => one.name === name);
	if (!kind) throw new Error(`There is no kind ${name}.`);
	return kind;
}

/** The record as another machine reads it. */
function sent(name: string, record: object) {
	const kind = kindOf(name);
	const path = recordPath(name, record as SharedRecord);
	return parseRecord(kind, path, recordText(kind, record as SharedRecord));
}

describe("A record", () => {
	test("is the same on another machine, with the keys of its links computed again", async () => {
		const draft = await openDraft();
		const links = [{ url: "https://a.example/?utm_source=x", title: "A" }];
		const { item } = await addItem({ section: "news", note: "A note.", links });
		const sponsor = await addSponsor(draft.id);
		expect(item.keys).toHaveLength(1);
		expect(sent("drafts", (await draftById(draft.id)) ?? {})).toEqual({ record: draft });
		expect(sent("items", item)).toEqual({ record: item });
		expect(sent("sponsors", sponsor)).toEqual({ record: sponsor });
		const style = { key: "style", value: DEFAULT_HOUSE_STYLE };
		expect(sent("settings", style)).toEqual({ record: style });
	});

	test("is ignored if it has an invalid link or an unknown field", async () => {
		await openDraft();
		const { item } = await addItem({ section: "news", note: "", links: [] });
		const script = { ...item, links: [{ url: "javascript:alert(1)", title: "" }] };
		for (const hostile of [
			script,
			{ ...item, links: [null] },
			{ ...item, rank: 1 },
			{ ...item, place: "?" },
			{ ...item, changed: { note: "yesterday" } },
		]) {
			expect(sent("items", hostile)).toEqual({ flaw: "wrongShape" });
		}
	});

	test("stays on its machine if it belongs to the sample or is a setting other than the style", async () => {
		const draft = await openDraft();
		const { item } = await addItem({ section: "news", note: "", links: [] });
		expect(sent("drafts", { ...draft, id: "sample", sample: true })).toHaveProperty("flaw");
		expect(sent("items", { ...item, draftId: "sample" })).toHaveProperty("flaw");
		expect(sent("settings", { key: "currentDraft", value: draft.id })).toHaveProperty("flaw");
	});

	test("is of a kind that has a store in the database", async () => {
		const stores = [...(await database()).objectStoreNames] as string[];
		for (const { name } of GALLEY_KINDS) {
			if (name !== "conflicts") expect(stores).toContain(name);
		}
	});
});
