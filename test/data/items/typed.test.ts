import { describe, expect, test } from "vitest";
import type { TypedClip } from "../../../src/data/db/records.ts";
import { forgetTyped, keepTyped, typedFor } from "../../../src/data/items/typed.ts";
import { beginWithEmptyDatabase } from "../empty-database.ts";

beginWithEmptyDatabase();

const DAY_MS = 24 * 60 * 60 * 1000;

const typed = (key: string, note: string, typedAt = Date.now()): TypedClip => ({
	key,
	url: `https://${key}`,
	title: "",
	note,
	section: "news",
	typedAt,
});

describe("What is typed in the popup", () => {
	test("is stored by page", async () => {
		await keepTyped(typed("example.com/a", "one"));
		await keepTyped(typed("example.com/b", "two"));
		expect((await typedFor("example.com/a"))?.note).toBe("one");
		expect(await typedFor("example.com/c")).toBeNull();
	});

	test("is stored in its last version, however fast it was typed", async () => {
		const notes = Array.from("a thought", (_, length) => "a thought".slice(0, length + 1));
		await Promise.all(notes.map((note) => keepTyped(typed("example.com/a", note))));
		expect((await typedFor("example.com/a"))?.note).toBe("a thought");
	});

	test("is deleted on request, together with everything that is a month old", async () => {
		await keepTyped(typed("example.com/a", "clipped now"));
		await keepTyped(typed("example.com/old", "abandoned", Date.now() - 31 * DAY_MS));
		await keepTyped(typed("example.com/new", "still wanted", Date.now() - 29 * DAY_MS));
		await forgetTyped("example.com/a");
		expect(await typedFor("example.com/a")).toBeNull();
		expect(await typedFor("example.com/old")).toBeNull();
		expect((await typedFor("example.com/new"))?.note).toBe("still wanted");
	});
});
