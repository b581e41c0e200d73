import { expect, test } from "vitest";
import { undo } from "../../../src/data/db/change.ts";
import { database } from "../../../src/data/db/database.ts";
import { draftById, editDraft } from "../../../src/data/drafts/drafts.ts";
import { applyFix } from "../../../src/data/drafts/fixing.ts";
import { addItem, itemById } from "../../../src/data/items/items.ts";
import { addSponsor, editSponsor } from "../../../src/data/sponsors/sponsors.ts";
import { sponsorsOf } from "../../../src/data/sponsors/sponsors-of-draft.ts";
import { beginWithEmptyDatabase } from "../empty-database.ts";

beginWithEmptyDatabase();

const fix = {
	does: "useTarget",
	from: "https://l.example/?u=1",
	to: "https://tide.example/",
} as const;

test("A fix replaces the address in the note and the links of an item, and Undo restores it", async () => {
	const links = [{ url: fix.from, title: "Tide" }];
	const { item } = await addItem({ section: "news", note: `See ${fix.from}.`, links });
	await applyFix(item.draftId, { at: "item", id: item.id, field: "links" }, fix);
	expect(await itemById(item.id)).toMatchObject({
		note: `See ${fix.to}.`,
		links: [{ url: fix.to, title: "Tide" }],
	});
	await undo();
	expect(await itemById(item.id)).toMatchObject({ note: `See ${fix.from}.`, links });
});

test("A fix replaces the address in the note and the links of a sponsor, and Undo restores it", async () => {
	const { item } = await addItem({ section: "news", note: "A note.", links: [] });
	const { id } = await addSponsor(item.draftId);
	const links = [{ url: fix.from, title: "" }];
	await editSponsor(id, { name: "Crane", note: `See ${fix.from}.`, links });
	await applyFix(item.draftId, { at: "sponsor", id, field: "links" }, fix);
	const stored = async () => {
		const draft = await draftById(item.draftId);
		return draft && (await sponsorsOf(draft)).find((sponsor) => sponsor.id === id);
	};
	expect(await stored()).toMatchObject({ note: `See ${fix.to}.`, links: [{ url: fix.to }] });
	await undo();
	expect(await stored()).toMatchObject({ note: `See ${fix.from}.`, links });
});

test("A sponsor that was carried over counts as the draft's own after a fix", async () => {
	const { item } = await addItem({ section: "news", note: "A note.", links: [] });
	const added = await addSponsor(item.draftId);
	const links = [{ url: fix.from, title: "" }];
	await (await database()).put("sponsors", { ...added, links, carriedFrom: "an-earlier-draft" });
	await applyFix(item.draftId, { at: "sponsor", id: added.id, field: "links" }, fix);
	const stored = await (await database()).get("sponsors", added.id);
	expect(stored).toMatchObject({ carriedFrom: null, links: [{ url: fix.to }] });
});

test("A fix replaces the address in the texts around the items", async () => {
	const { item } = await addItem({ section: "news", note: "A note.", links: [] });
	await editDraft(item.draftId, { intro: `Read ${fix.from}` });
	await applyFix(item.draftId, { at: "draft", field: "intro" }, fix);
	expect((await draftById(item.draftId))?.intro).toBe(`Read ${fix.to}`);
});
