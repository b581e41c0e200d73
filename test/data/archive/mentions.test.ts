import { describe, expect, test } from "vitest";
import { DEFAULT_HOUSE_STYLE } from "../../../src/core/house-style/ready-made-styles.ts";
import { latestPublished, removeFromArchive } from "../../../src/data/archive/archive.ts";
import { mentionsOfLink } from "../../../src/data/archive/mentions.ts";
import { redo, undo } from "../../../src/data/db/change.ts";
import { issueInParts } from "../../../src/data/db/upgrades/upgrade-issues.ts";
import { openDraft } from "../../../src/data/drafts/drafts.ts";
import { publishDraft } from "../../../src/data/drafts/publishing.ts";
import { beginWithEmptyDatabase } from "../empty-database.ts";
import { seen } from "../published.ts";

beginWithEmptyDatabase();

function item(note: string, url: string) {
	return { note, links: [{ url, text: "" }] };
}

async function publish(number: number): Promise<void> {
	const issue = issueInParts({
		number,
		issueDate: "2020-05-03",
		publishedAt: "2020-05-03T10:00:00Z",
		intro: "",
		sponsors: [{ ...item("Buy.", "https://s.example"), heading: "Sponsor", foot: null }],
		sections: [
			{
				heading: "News",
				items: [item("See [this](http://inline.example/x).", "https://a.example/?b=1&a=2")],
			},
		],
		footer: "",
	});
	const read = await seen(await openDraft());
	await publishDraft(read, { path: "1.md", text: "text", issue, style: DEFAULT_HOUSE_STYLE });
}

describe("The mentions of a published issue", () => {
	test("are found by any spelling of their address, the latest issue first", async () => {
		await publish(3);
		await publish(12);
		const found = await mentionsOfLink("http://www.a.example?a=2&b=1&utm_source=x");
		expect(found.map(({ number }) => number)).toEqual([12, 3]);
	});

	test("include links in notes, and mark links of sponsors", async () => {
		await publish(3);
		expect(await mentionsOfLink("http://inline.example/x")).toMatchObject([{ section: "News" }]);
		expect(await mentionsOfLink("https://s.example")).toMatchObject([{ sponsored: true }]);
	});

	test("are removed from the archive with their issue, and restored by Undo", async () => {
		await publish(3);
		const archived = await latestPublished();
		await removeFromArchive(archived?.id ?? "");
		expect(await mentionsOfLink("https://s.example")).toEqual([]);
		expect(await latestPublished()).toBeNull();
		await undo();
		expect(await latestPublished()).toEqual(archived);
		expect(await mentionsOfLink("https://s.example")).toHaveLength(1);
		await redo();
		expect(await mentionsOfLink("https://s.example")).toEqual([]);
	});

	test("are removed when publishing is undone, and restored when it is redone", async () => {
		await publish(3);
		await undo();
		expect(await mentionsOfLink("https://s.example")).toEqual([]);
		await redo();
		expect(await mentionsOfLink("https://s.example")).toHaveLength(1);
	});
});
