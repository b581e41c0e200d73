import { expect, test } from "vitest";
import { suggestSection } from "../../../src/core/suggestion/section-suggestion.ts";
import { MIN_PROBABILITY } from "../../../src/core/suggestion/suggest.ts";
import { isArchiveUnlearned, learnArchive } from "../../../src/data/suggestion/learn-archive.ts";
import { sectionModel } from "../../../src/data/suggestion/section-model.ts";
import { archived } from "../archived.ts";
import { beginWithEmptyDatabase } from "../empty-database.ts";

beginWithEmptyDatabase();

const SECTIONS = [
	{ id: "news", heading: "News" },
	{ id: "tools", heading: "Tools" },
];

async function publishedWeeks(count: number): Promise<void> {
	for (let week = 1; week <= count; week += 1) {
		await archived(week, [
			["NEWS", "A story.", `https://stories.example/2016/04/what-we-learned-in-week-${week}`],
			["Tools", "A tool.", `https://registry.example/box-${week}`],
			...(week === 1
				? [["Only once", "", "https://once.example"] as [string, string, string]]
				: []),
		]);
	}
}

test("The sections of an archive are learned, and matched to those of the house style by their headings", async () => {
	await publishedWeeks(20);
	expect(await isArchiveUnlearned()).toBe(true);
	await learnArchive();
	expect(await isArchiveUnlearned()).toBe(false);
	const model = await sectionModel();
	const page = { url: "https://registry.example/something", title: "" };
	const found = suggestSection(model, SECTIONS, page);
	expect(found?.section).toBe("tools");
	expect(found?.probability).toBeGreaterThan(MIN_PROBABILITY);
});

test("A section that only appeared once is not learned", async () => {
	await publishedWeeks(4);
	await learnArchive();
	expect((await sectionModel())?.sections).toEqual(["news", "tools"]);
});

test("The archive is learned again when it has grown, and not before", async () => {
	await publishedWeeks(2);
	await learnArchive();
	const first = (await sectionModel())?.learned;
	await learnArchive();
	expect((await sectionModel())?.learned).toBe(first);
	await archived(9, [["Tools", "", "https://registry.example/new"]]);
	expect(await isArchiveUnlearned()).toBe(true);
	await learnArchive();
	expect((await sectionModel())?.learned).toBe((first ?? 0) + 1);
});
