import { describe, expect, test } from "vitest";
import { mentionsOfLink } from "../../../src/data/archive/mentions.ts";
import { redo, undo } from "../../../src/data/db/change.ts";
import { database } from "../../../src/data/db/database.ts";
import type { MentionRecord } from "../../../src/data/db/records.ts";
import { addItem, editItem, itemsWithLink } from "../../../src/data/items/items.ts";
import { keepTyped, typedFor } from "../../../src/data/items/typed.ts";
import { keyProgress, renewLinkKeys, renewSome } from "../../../src/data/links/link-keys.ts";
import { beginWithEmptyDatabase } from "../empty-database.ts";

beginWithEmptyDatabase();

const COUNT = 600;

function mention(at: number, url: string, key: string): MentionRecord {
	return {
		id: `one#${String(at).padStart(4, "0")}`,
		issueId: "one",
		number: 1,
		path: "1.md",
		issueDate: "2026-11-01",
		section: "News",
		note: "",
		sponsored: false,
		url,
		key,
	};
}

/** Replaces the keys by those of other rules: all are wrong, and one belongs to another page. */
async function keysOfOtherRules(): Promise<void> {
	const transaction = (await database()).transaction("mentions", "readwrite");
	for (let at = 0; at < COUNT; at += 1) {
		await transaction.store.put(mention(at, `https://a.example/${at}`, `old/${at}`));
	}
	await transaction.store.put(mention(COUNT, "https://youtu.be/abc", "a.example/1"));
	await transaction.done;
}

const ranAt = async (url: string) => (await mentionsOfLink(url)).map((found) => found.url);

async function everythingIsFound(): Promise<void> {
	expect(await ranAt("https://www.youtube.com/watch?v=abc")).toEqual(["https://youtu.be/abc"]);
	expect(await ranAt("http://a.example/1#part")).toEqual(["https://a.example/1"]);
	expect(await ranAt(`http://a.example/${COUNT - 1}/`)).toEqual([`https://a.example/${COUNT - 1}`]);
	expect(await ranAt("https://a.example/none")).toEqual([]);
}

describe("While keys of other rules are being computed again,", () => {
	test("repeats are correct before, after every step and at the end", async () => {
		await keysOfOtherRules();
		await everythingIsFound();
		let steps = 0;
		while (await renewSome()) {
			steps += 1;
			await everythingIsFound();
		}
		expect(steps).toBeGreaterThan(3);
		expect(await keyProgress()).toBeNull();
		expect((await (await database()).get("mentions", "one#0001"))?.key).toBe("a.example/1");
	});

	test("the work continues after an interruption", async () => {
		await keysOfOtherRules();
		while ((await keyProgress())?.last === "") await renewSome();
		const { last } = (await keyProgress()) ?? {};
		expect(last).not.toBe("");
		await renewSome();
		expect((await keyProgress())?.last).not.toBe(last);
	});

	test("items are found, and their addresses do not change", async () => {
		const url = "https://WWW.a.example/%7Eb/?utm_source=x#part";
		const { item } = await addItem({
			section: "news",
			note: "A note.",
			links: [{ url, title: "" }],
		});
		const store = await database();
		await store.put("items", { ...item, keys: ["old"] });
		const find = async () =>
			(await itemsWithLink(item.draftId, "http://a.example/~b#part")).same?.id;
		expect(await find()).toBe(item.id);
		await renewLinkKeys();
		expect(await find()).toBe(item.id);
		expect(await store.get("items", item.id)).toEqual(item);
	});

	test("what was typed for a page is still found", async () => {
		const typed = { url: "", title: "", note: "Words.", section: "", typedAt: 1 };
		await keepTyped({ ...typed, key: "a.example/b?x=%7E" });
		await renewLinkKeys();
		expect(await typedFor("a.example/b?x=~")).toMatchObject({ note: "Words." });
	});
});

test("An item that Undo restores is found by its present keys", async () => {
	await renewLinkKeys();
	const link = (url: string) => ({ url, title: "" });
	const { item } = await addItem({
		section: "news",
		note: "",
		links: [link("https://a.example/")],
	});
	await editItem(item.id, { links: [link("https://b.example/")] });
	const history = (await database()).transaction("history", "readwrite");
	for (let cursor = await history.store.openCursor(); cursor; cursor = await cursor.continue()) {
		const old = JSON.parse(JSON.stringify(cursor.value).replaceAll('"a.example"', '"old"'));
		await cursor.update(old);
	}
	await undo();
	expect((await itemsWithLink(item.draftId, "https://a.example/")).same?.id).toBe(item.id);
	await redo();
	expect((await itemsWithLink(item.draftId, "https://b.example/")).same?.id).toBe(item.id);
});
