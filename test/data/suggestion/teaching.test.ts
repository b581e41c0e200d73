import { describe, expect, test } from "vitest";
import { modelFor } from "../../../src/core/suggestion/section-suggestion.ts";
import { suggest } from "../../../src/core/suggestion/suggest.ts";
import { derived } from "../../../src/data/db/derived.ts";
import { deleteItems, moveItems } from "../../../src/data/items/item-moves.ts";
import { addItem } from "../../../src/data/items/items.ts";
import { sectionModel } from "../../../src/data/suggestion/section-model.ts";
import { keepLearned, teach } from "../../../src/data/suggestion/teaching.ts";
import { beginWithEmptyDatabase } from "../empty-database.ts";

beginWithEmptyDatabase();

const clipTo = async (section: string, url: string) =>
	(await addItem({ section, note: "", links: [{ url, title: "" }] })).item.id;

/** How probable it is by now that a page of this blog goes to Tools. */
async function tools(): Promise<number> {
	const model = await sectionModel();
	const page = { url: "https://blog.example/2020/other", title: "" };
	const found = model && suggest(model, [page]);
	if (!found) return 0.5;
	return found.section === "tools" ? found.sureness : 1 - found.sureness;
}

describe("Where items are put is learned from", () => {
	test("when they are clipped, once each", async () => {
		const id = await clipTo("tools", "https://blog.example/2020/one");
		await teach([id]);
		const sure = await tools();
		expect(sure).toBeGreaterThan(0.6);
		await teach([id]);
		expect(await tools()).toBe(sure);
		await teach([await clipTo("tools", "https://blog.example/2020/two")]);
		expect(await tools()).toBeGreaterThan(sure);
	});

	test("when they are moved to another section", async () => {
		const id = await clipTo("tools", "https://blog.example/2020/one");
		await teach([id]);
		await moveItems([id], "news", null);
		await teach([id]);
		expect(await tools()).toBeLessThan(0.4);
	});

	test("and forgotten when they are deleted", async () => {
		const id = await clipTo("tools", "https://blog.example/2020/one");
		await teach([id]);
		await deleteItems([id]);
		await teach([id]);
		expect(await tools()).toBeCloseTo(0.5, 5);
	});

	test("but not from an item without a link, or one there never was", async () => {
		const { item } = await addItem({ section: "tools", note: "Words", links: [] });
		await teach([item.id, "none"]);
		expect(await sectionModel()).toBeNull();
	});

	test("and from several at once, also by two pages at the same time", async () => {
		const ids = [];
		for (const name of ["one", "two", "three", "four"]) {
			ids.push(await clipTo("tools", `https://blog.example/2020/${name}`));
		}
		await Promise.all([teach(ids.slice(0, 2)), teach(ids.slice(2))]);
		expect((await sectionModel())?.learned).toBe(4);
	});
});

test("What the archive taught takes the place of all before, with the draft on top of it", async () => {
	const id = await clipTo("tools", "https://blog.example/2020/one");
	await teach([id]);
	const sure = await tools();
	const none = modelFor([
		{ id: "news", heading: "News" },
		{ id: "tools", heading: "Tools" },
	]);
	await keepLearned(none, "the archive");
	expect((await derived("sections"))?.basis).toBe("the archive");
	expect(await tools()).toBeCloseTo(sure, 5);
	await teach([id]);
	expect((await sectionModel())?.learned).toBe(1);
});
