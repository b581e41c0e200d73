import { expect, test, vi } from "vitest";
import { redo, undo, undoable } from "../../../src/data/db/change.ts";
import { database } from "../../../src/data/db/database.ts";
import type { DraftRecord, LinkRecord } from "../../../src/data/db/records.ts";
import {
	currentDraft,
	editDraft,
	followArchive,
	openDraft,
} from "../../../src/data/drafts/drafts.ts";
import { deleteItems } from "../../../src/data/items/item-moves.ts";
import { addItem, editItem, itemById } from "../../../src/data/items/items.ts";
import { houseStyle, reviseHouseStyle } from "../../../src/data/settings/settings.ts";
import fc, { numRuns } from "../../property-tests.ts";
import { archived } from "../archived.ts";
import { beginWithEmptyDatabase } from "../empty-database.ts";

beginWithEmptyDatabase();

test("Undo of an intro keeps the number that an import has set since", async () => {
	const { id } = await openDraft();
	await editDraft(id, { intro: "Hello" });
	await archived(330, []);
	await followArchive();
	expect(await currentDraft()).toMatchObject({ number: 331, intro: "Hello" });
	await undo();
	expect(await currentDraft()).toMatchObject({ number: 331, intro: "" });
	await redo();
	expect(await currentDraft()).toMatchObject({ number: 331, intro: "Hello" });
});

test("Undo of typing that continued after an import keeps what the import changed", async () => {
	const { id } = await openDraft();
	await editDraft(id, { intro: "Hel" });
	await archived(330, []);
	await followArchive();
	await editDraft(id, { intro: "Hello" });
	await undo();
	expect(await currentDraft()).toMatchObject({ number: 331, intro: "" });
	expect((await undoable()).undo).toBeNull();
});

test("Redo restores what Undo has replaced, even if that was changed after the step", async () => {
	const { item } = await addItem({ section: "news", note: "one", links: [] });
	await editItem(item.id, { note: "two" });
	await write("items", item.id, { note: "three" });
	await undo();
	expect((await itemById(item.id))?.note).toBe("one");
	await redo();
	expect((await itemById(item.id))?.note).toBe("three");
});

test("Text that is saved again as it was adds no step of Undo", async () => {
	const { item } = await addItem({ section: "news", note: "", links: [] });
	await editItem(item.id, { note: "one" });
	await editDraft((await openDraft()).id, { intro: "Hello" });
	await editItem(item.id, { note: "one" });
	await undo();
	expect((await currentDraft())?.intro).toBe("");
	await editItem(item.id, { note: "one" });
	await redo();
	expect((await currentDraft())?.intro).toBe("Hello");
});

test("Undo restores an item that was deleted with the bin", async () => {
	const { item } = await addItem({ section: "news", note: "one", links: [] });
	await deleteItems([item.id]);
	await (await database()).delete("items", item.id);
	await undo();
	expect(await itemById(item.id)).toMatchObject({ note: "one", deletedAt: null });
});

/** One step of a test: a recorded change, an unrecorded one, Undo, Redo, or a pause. */
type Step =
	| { kind: "change" | "unrecorded"; part: Part; value: number }
	| { kind: "add" | "delete" | "undo" | "redo" | "pause" };

/** The parts that are changed, and how a value of each is written and read. */
const PARTS = [
	"intro",
	"footer",
	"number",
	"note 0",
	"note 1",
	"links 0",
	"titleLine",
	"fileName",
] as const;
type Part = (typeof PARTS)[number];

const step: fc.Arbitrary<Step> = fc.oneof(
	{
		weight: 6,
		arbitrary: fc.record({
			kind: fc.constantFrom("change", "change", "unrecorded"),
			part: fc.constantFrom(...PARTS),
			value: fc.integer({ min: 1, max: 3 }),
		}) as fc.Arbitrary<Step>,
	},
	{
		weight: 5,
		arbitrary: fc.record({
			kind: fc.constantFrom("add", "delete", "undo", "undo", "undo", "redo", "redo", "pause"),
		}) as fc.Arbitrary<Step>,
	},
);

test("Undo and Redo change only the parts that their step changed, whatever else has changed since", async () => {
	vi.useFakeTimers({ toFake: ["Date"] });
	await fc.assert(
		fc.asyncProperty(fc.array(step, { maxLength: 25 }), async (steps) => {
			const shown = await begin();
			const model = createModel(await shown());
			for (const one of steps) {
				await take(one, model);
				expect(await shown()).toEqual(Object.fromEntries(model.parts));
			}
		}),
		{ numRuns: numRuns(150) },
	);
	vi.useRealTimers();
}, 600_000);

let draftId = "";
let ids: string[] = [];

/** Creates a draft with two items. Returns a function that reads all their parts. */
async function begin(): Promise<() => Promise<Record<string, unknown>>> {
	await Promise.all(
		(["drafts", "items", "settings", "history"] as const).map(async (store) =>
			(await database()).clear(store),
		),
	);
	draftId = (await openDraft()).id;
	ids = [];
	for (const at of [0, 1]) {
		const links = [linkTo(`https://${at}.example/`)];
		ids.push((await addItem({ section: "news", note: "", links })).item.id);
	}
	await (await database()).clear("history");
	return async () => {
		const { intro, footer, number } = (await (
			await database()
		).get("drafts", draftId)) as DraftRecord;
		const { titleLine, fileName } = await houseStyle();
		const items = await Promise.all(ids.map(itemById));
		return {
			intro,
			footer,
			number,
			titleLine,
			fileName,
			...Object.fromEntries(
				items.flatMap((item, at) => [
					[`note ${at}`, item?.note],
					[`links ${at}`, item?.links[0]?.url],
					[`there ${at}`, item?.deletedAt === null],
				]),
			),
		};
	};
}

/** A model of Undo and Redo: each exchanges the present values with those that its step replaced. */
function createModel(begun: Record<string, unknown>) {
	const parts = new Map(Object.entries(begun));
	let history: { field: string; at: number; undone: boolean; steps: Map<string, Sides> }[] = [];

	function exchange(steps: Map<string, Sides>, to: "before" | "after"): void {
		const from = to === "before" ? "after" : "before";
		for (const [part, sides] of steps) {
			const now = parts.get(part);
			parts.set(part, sides[to]);
			if (now !== sides[to]) sides[from] = now;
		}
	}

	return {
		parts,
		record(part: string, value: unknown, field: string): void {
			const before = parts.get(part);
			if (before === value) return;
			const last = history.findLast(({ undone }) => !undone);
			const sides = last?.steps.get(part);
			parts.set(part, value);
			if (last && sides && last.field === field && sides.after === before) {
				if (sides.before === value) {
					last.undone = true;
					return;
				}
				if (Date.now() - last.at < 3_000) {
					sides.after = value;
					last.at = Date.now();
					history = history.filter(({ undone }) => !undone);
					return;
				}
			}
			history = history.filter(({ undone }) => !undone);
			const steps = new Map([[part, { before, after: value }]]);
			history.push({ field, at: Date.now(), undone: false, steps });
		},
		undo(): void {
			const last = history.findLast(({ undone }) => !undone);
			if (last) exchange(last.steps, "before");
			if (last) last.undone = true;
		},
		redo(): void {
			const first = history.find(({ undone }) => undone);
			if (first) exchange(first.steps, "after");
			if (first) first.undone = false;
		},
	};
}

interface Sides {
	before: unknown;
	after: unknown;
}

async function take(one: Step, model: ReturnType<typeof createModel>): Promise<void> {
	if (one.kind === "pause") {
		vi.advanceTimersByTime(10_000);
	} else if (one.kind === "undo") {
		await undo();
		model.undo();
	} else if (one.kind === "redo") {
		await redo();
		model.redo();
	} else if (one.kind === "add") {
		const at = ids.length;
		const url = `https://${crypto.randomUUID()}.example/`;
		ids.push((await addItem({ section: "news", note: "new", links: [linkTo(url)] })).item.id);
		model.parts.set(`note ${at}`, "new").set(`links ${at}`, url).set(`there ${at}`, false);
		model.record(`there ${at}`, true, `add ${at}`);
	} else if (one.kind === "delete") {
		const at = ids.length - 1;
		if (model.parts.get(`there ${at}`) === false) return;
		await deleteItems([ids[at] ?? ""]);
		model.record(`there ${at}`, false, `delete ${crypto.randomUUID()}`);
	} else if ("part" in one) {
		const { part } = one;
		const value = valueFor(part, one.value);
		if (one.kind === "change") {
			await change(part, value);
			model.record(part, value, part);
		} else {
			await changeUnrecorded(part, value);
			model.parts.set(part, value);
		}
	}
}

function valueFor(part: Part, value: number): string | number {
	if (part === "number") return value;
	return part.startsWith("links") ? `https://${value}.example/` : "x".repeat(value);
}

async function change(part: Part, value: string | number): Promise<void> {
	const [name = "", at] = part.split(" ");
	const id = ids[Number(at)] ?? "";
	if (name === "note") await editItem(id, { note: String(value) });
	else if (name === "links") await editItem(id, { links: [linkTo(String(value))] });
	else if (part === "titleLine" || part === "fileName")
		await reviseHouseStyle(part, (style) => ({ ...style, [part]: value }));
	else await editDraft(draftId, { [name]: value });
}

async function changeUnrecorded(part: Part, value: string | number): Promise<void> {
	const [name = "", at] = part.split(" ");
	const id = ids[Number(at)] ?? "";
	if (name === "note") await write("items", id, { note: value });
	else if (name === "links") await write("items", id, { links: [linkTo(String(value))] });
	else if (part === "titleLine" || part === "fileName") {
		const style = { ...(await houseStyle()), [part]: value };
		await (await database()).put("settings", { key: "style", value: style });
	} else await write("drafts", draftId, { [name]: value });
}

function linkTo(url: string): LinkRecord {
	return { url, title: "" };
}

/** Changes fields of a record without a step of Undo. */
async function write(store: "items" | "drafts", id: string, fields: object): Promise<void> {
	const opened = await database();
	await opened.put(store, { ...(await opened.get(store, id)), ...fields } as never);
}
