import { expect, test } from "vitest";
import { addDraft } from "../../../src/data/drafts/draft-list.ts";
import { openDraft } from "../../../src/data/drafts/drafts.ts";
import { archived } from "../archived.ts";
import { beginWithEmptyDatabase } from "../empty-database.ts";

beginWithEmptyDatabase();

async function archivedOn(...dates: string[]): Promise<void> {
	for (const [at, issueDate] of dates.entries()) {
		await archived(at + 1, [["News", "A note.", `https://tide.example/${at}`]], { issueDate });
	}
}

test("After issues two weeks apart, each next draft is two weeks later", async () => {
	const weeks = [0, 14, 28, 42, 56, 70, 84, 98].map((days) =>
		new Date(Date.UTC(2026, 7, 2 + days)).toISOString().slice(0, 10),
	);
	await archivedOn(...weeks);
	expect((await openDraft()).issueDate).toBe("2026-11-22");
	expect((await addDraft()).issueDate).toBe("2026-12-06");
});

test("After issues on each first Tuesday of the month, the next draft is on a first Tuesday", async () => {
	await archivedOn("2026-07-07", "2026-08-04", "2026-09-01", "2026-10-06");
	expect((await openDraft()).issueDate).toBe("2026-11-03");
});
