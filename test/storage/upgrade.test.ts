import "fake-indexeddb/auto";
import { openDB } from "idb";
import { expect, test } from "vitest";
import { plainLink } from "../../src/issue/issue.ts";
import { DEFAULT_STYLE } from "../../src/issue/style.ts";
import { archivedIssue } from "../../src/storage/archive.ts";
import { DATABASE_NAME } from "../../src/storage/database.ts";
import { mentionsOfLink } from "../../src/storage/mentions.ts";

/** Makes a database as version 1 left it, with one published issue. */
async function databaseOfVersion1(): Promise<void> {
	const database = await openDB(DATABASE_NAME, 1, {
		upgrade(opened) {
			opened.createObjectStore("drafts", { keyPath: "id" });
			const items = opened.createObjectStore("items", { keyPath: "id" });
			items.createIndex("draft", "draftId");
			items.createIndex("key", "keys", { multiEntry: true });
			const archive = opened.createObjectStore("archive", { keyPath: "id" });
			archive.createIndex("number", "number");
			opened.createObjectStore("settings", { keyPath: "key" });
			opened.createObjectStore("typed", { keyPath: "key" });
			opened.createObjectStore("history", { keyPath: "id", autoIncrement: true });
		},
	});
	const item = { note: "A note.", links: [plainLink("https://www.example.com/a/")], tight: false };
	await database.put("archive", {
		id: "one",
		number: 7,
		fileName: "7.md",
		text: "the text",
		issue: {
			number: 7,
			issueDate: "2020-05-03",
			publishedAt: "2020-05-03T10:00:00Z",
			intro: "",
			sponsors: [],
			sections: [{ heading: "News", items: [item] }],
			footer: "",
		},
		style: DEFAULT_STYLE,
		archivedAt: 1,
	});
	database.close();
}

test("a database of version 1 keeps its issues and learns where their links ran", async () => {
	await databaseOfVersion1();
	expect((await archivedIssue("one"))?.text).toBe("the text");
	expect(await mentionsOfLink("http://example.com/a")).toMatchObject([
		{ number: 7, section: "News", note: "A note.", sponsored: false },
	]);
});
