import { describe, expect, test } from "vitest";
import { undo } from "../../src/data/db/change.ts";
import { editDraft, openDraft } from "../../src/data/drafts/drafts.ts";
import { deleteItems, moveItems } from "../../src/data/items/item-moves.ts";
import { addItem, editItem } from "../../src/data/items/items.ts";
import { archived } from "../data/archived.ts";
import { beginWithEmptyDatabase } from "../data/empty-database.ts";
import { createFacts } from "./facts.ts";
import { readDatabase } from "./snapshot.ts";
import { lastChange } from "./step-in-page.ts";

beginWithEmptyDatabase();

const read = () => readDatabase("galley");
const state = (name: string, section = "news") => ({
	section,
	note: `About ${name}`,
	url: `https://example.com/${name}`,
});
const record = (name: string) => ({
	section: "news",
	note: `About ${name}`,
	links: [{ url: `https://example.com/${name}`, title: name }],
});

/** Facts about clips that were made and acknowledged. */
async function withClips(...names: string[]) {
	const facts = createFacts();
	await openDraft();
	for (const name of names) {
		const done = facts.clip("clipper", state(name));
		await addItem(record(name));
		done();
	}
	facts.settle(await read());
	return facts;
}

describe("An acknowledged item", () => {
	test("that is stored is correct", async () => {
		expect((await withClips("a", "b")).check(await read())).toEqual([]);
	});

	test("that is missing is detected", async () => {
		const facts = await withClips("a");
		facts.clip("clipper", state("b"))();
		expect(facts.check(await read()).join()).toMatch(/is not there instead of “About b”/);
	});

	test("that is stored twice is detected", async () => {
		const facts = await withClips("a");
		const snapshot = await read();
		const [item] = snapshot.stores.items ?? [];
		snapshot.stores.items?.push({ ...(item as object), id: "again" });
		expect(facts.check(snapshot).join()).toMatch(/Twice there: “About a”/);
	});

	test("with its former text is detected", async () => {
		const facts = await withClips("a");
		const [item] = facts.of("clipper");
		if (item) facts.change(item, { note: "Edited" })();
		expect(facts.check(await read()).join()).toMatch(/“About a” .* instead of “Edited”/);
	});

	test("in another order is detected", async () => {
		const facts = await withClips("a", "b");
		const [a, b] = facts.of("clipper");
		await moveItems([b?.id ?? ""], "news", a?.id ?? "");
		expect(facts.check(await read()).join()).toMatch(
			/About b \| About a instead of About a \| About b/,
		);
	});

	test("that was deleted without an action is detected", async () => {
		const facts = await withClips("a");
		await deleteItems([facts.of("clipper")[0]?.id ?? ""]);
		expect(facts.check(await read()).join()).toMatch(/is not there instead of/);
	});

	test("is also compared in the archive and the draft's texts", async () => {
		const facts = await withClips();
		facts.take(new Map([[7, "Text"]]))();
		facts.write("intro", "Hello")();
		const wrong = facts.check(await read()).join();
		expect(wrong).toMatch(/Issue 7 was imported and is not in the archive/);
		expect(wrong).toMatch(/The intro is “” instead of “Hello”/);
	});
});

describe("An action in progress", () => {
	test("may have been stored or not", async () => {
		const facts = await withClips("a");
		facts.clip("clipper", state("b"));
		const [item] = facts.of("clipper");
		if (item) facts.change(item, { note: "Edited" });
		expect(facts.check(await read())).toEqual([]);
		await addItem(record("b"));
		await editItem(item?.id ?? "", { note: "Edited" });
		expect(facts.check(await read())).toEqual([]);
	});

	test("that was partly stored is detected", async () => {
		const facts = await withClips("a");
		const [item] = facts.of("clipper");
		if (item) facts.change(item, { note: "Edited", section: "tools" });
		await editItem(item?.id ?? "", { note: "Edited" });
		expect(facts.check(await read()).join()).toMatch(/“Edited” .* in news instead of/);
	});

	test("has one result after the comparison", async () => {
		const facts = await withClips("a");
		facts.clip("clipper", state("b"));
		facts.settle(await read());
		await addItem(record("b"));
		expect(facts.check(await read()).join()).toMatch(/Nobody made item/);
	});

	test("explains only one empty item", async () => {
		const facts = await withClips();
		facts.add("Ada", "news");
		await addItem({ section: "news", note: "", links: [] });
		expect(facts.check(await read())).toEqual([]);
		await addItem({ section: "news", note: "", links: [] });
		expect(facts.check(await read()).join()).toMatch(/Nobody made item/);
	});
});

test("An issue that was not imported is detected", async () => {
	const facts = await withClips();
	await archived(7, [["News", "An old one", "https://example.com/old"]]);
	expect(facts.check(await read())).toEqual(["Nobody imported issue 7"]);
});

test("Undo takes back the change that the history has announced", async () => {
	const facts = await withClips("a");
	const written = facts.write("intro", "Hello");
	await editDraft((await openDraft()).id, { intro: "Hello" });
	written();
	for (const _ of ["intro", "clip"]) {
		const entry = await lastChange();
		if (!entry) throw new Error("There is nothing to undo");
		const done = facts.undo(entry);
		expect(facts.check(await read())).toEqual([]);
		await undo();
		expect(facts.check(await read())).toEqual([]);
		done();
		expect(facts.check(await read())).toEqual([]);
	}
	expect(facts.of("clipper")).toEqual([]);
	expect(facts.count.acknowledged).toBe(4);
});
