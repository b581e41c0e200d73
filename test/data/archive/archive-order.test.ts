import { describe, expect, test } from "vitest";
import { publishedFrom, writeToArchive } from "../../../src/data/archive/archive.ts";
import { archivedIds } from "../../../src/data/archive/archive-order.ts";
import { beginWithEmptyDatabase } from "../empty-database.ts";
import { archived } from "../search/archived.ts";

beginWithEmptyDatabase();

const dated = Array.from({ length: 12 }, (_, at) =>
	archived(at + 1, { News: [["A note", "https://a.example/"]] }, `2020-01-${10 + ((at * 5) % 12)}`),
);
const undated = archived(99, { News: [["A note", "https://a.example/"]] });

describe.each([
	["in an archive whose issues all have a date", dated],
	["in an archive with an issue that has none", [...dated, { ...undated, issueDate: null }]],
])("A page of published issues, %s,", (_, issues) => {
	test("is a part of the archive in its order", async () => {
		await writeToArchive(issues);
		const order = await archivedIds();
		expect(order).toHaveLength(issues.length);
		const ids = async (skip: number, count: number) =>
			(await publishedFrom(skip, count)).map(({ id }) => id);
		expect(await ids(0, 100)).toEqual(order);
		expect(await ids(0, 5)).toEqual(order.slice(0, 5));
		expect(await ids(5, 4)).toEqual(order.slice(5, 9));
		expect(await ids(50, 4)).toEqual([]);
	});
});

test("An empty archive has no pages", async () => {
	expect(await publishedFrom(0, 10)).toEqual([]);
	expect(await publishedFrom(10, 10)).toEqual([]);
});
