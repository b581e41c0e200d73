import { describe, expect, test } from "vitest";
import { modelFor } from "../../../src/core/suggestion/section-suggestion.ts";
import { suggest } from "../../../src/core/suggestion/suggest.ts";
import { derived } from "../../../src/data/db/derived.ts";
import { deleteItems, moveItems } from "../../../src/data/items/item-moves.ts";
import { addItem } from "../../../src/data/items/items.ts";
import { sectionModel } from "../../../src/data/suggestion/section-model.ts";
import { keepLearned, trainSuggestion } from "../../../src/data/suggestion/training.ts";
import { beginWithEmptyDatabase } from "../empty-database.ts";

beginWithEmptyDatabase();

const clipTo = async (section: string, url: string) =>
	(await addItem({ section, note: "", links: [{ url, title: "" }] })).item.id;

/** The present probability that a page of this blog belongs to Tools. */
async function tools(): Promise<number> {
	const model = await sectionModel();
	const page = { url: "https://blog.example/2020/other", title: "" };
	const found = model && suggest(model, [page]);
	if (!found) return 0.5;
	return found.section === "tools" ? found.probability : 1 - found.probability;
}

describe("The sections of items are learned", () => {
	test("when the items are clipped, only once for each", async () => {
		const id = await clipTo("tools", "https://blog.example/2020/one");
		await trainSuggestion([id]);
		const sure = await tools();
		expect(sure).toBeGreaterThan(0.6);
		await trainSuggestion([id]);
		expect(await tools()).toBe(sure);
		await trainSuggestion([await clipTo("tools", "https://blog.example/2020/two")]);
		expect(await tools()).toBeGreaterThan(sure);
	});

	test("when the items are moved to another section", async () => {
		const id = await clipTo("tools", "https://blog.example/2020/one");
		await trainSuggestion([id]);
		await moveItems([id], "news", null);
		await trainSuggestion([id]);
		expect(await tools()).toBeLessThan(0.4);
	});

	test("and unlearned when the items are deleted", async () => {
		const id = await clipTo("tools", "https://blog.example/2020/one");
		await trainSuggestion([id]);
		await deleteItems([id]);
		await trainSuggestion([id]);
		expect(await tools()).toBeCloseTo(0.5, 5);
	});

	test("but not from an item without a link, or one that does not exist", async () => {
		const { item } = await addItem({ section: "tools", note: "Words", links: [] });
		await trainSuggestion([item.id, "none"]);
		expect(await sectionModel()).toBeNull();
	});

	test("and also from several items at once, and by two pages at the same time", async () => {
		const ids = [];
		for (const name of ["one", "two", "three", "four"]) {
			ids.push(await clipTo("tools", `https://blog.example/2020/${name}`));
		}
		await Promise.all([trainSuggestion(ids.slice(0, 2)), trainSuggestion(ids.slice(2))]);
		expect((await sectionModel())?.learned).toBe(4);
	});
});

test("Learning from the archive replaces everything learned before, and then adds the draft", async () => {
	const id = await clipTo("tools", "https://blog.example/2020/one");
	await trainSuggestion([id]);
	const sure = await tools();
	const none = modelFor([
		{ id: "news", heading: "News" },
		{ id: "tools", heading: "Tools" },
	]);
	await keepLearned(none, "the archive");
	expect((await derived("sections"))?.basis).toBe("the archive");
	expect(await tools()).toBeCloseTo(sure, 5);
	await trainSuggestion([id]);
	expect((await sectionModel())?.learned).toBe(1);
});
