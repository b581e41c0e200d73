import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { browsersToTest } from "./browsers/browser.ts";
import { type IssueFolder, issueFolder } from "./issue-files.ts";
import { unfold, waitForLines } from "./preflight-list.ts";
import { inBrowser } from "./session.ts";

const DAY_MS = 86_400_000;
const FIRST = "2026-08-02";
const ISSUES = 8;

const daysAfter = (date: string, days: number) =>
	new Date(Date.parse(date) + days * DAY_MS).toISOString().slice(0, 10);

/** The note of each issue, and a query that finds it. */
const NOTES: readonly [note: string, ...queries: string[]][] = [
	["月光が海に", "光", "月光"],
	["日が消えるまで待つ", "消える"],
	["Retour à l’île", "ile", "île"],
	["한국어 뉴스레터를 읽다", "레터", "뉴스"],
	["ภาษาไทยง่ายนิดเดียว", "ไทย"],
	["Ёлка и её огни", "елка"],
	["السَّلامُ عليكم", "السلام"],
	["Đà Nẵng, Việt Nam", "da nang"],
];

function issueText(number: number, date: string, note: string): string {
	const day = new Date(date).getUTCDate();
	const month = new Date(date).toLocaleDateString("en-GB", { month: "long", timeZone: "UTC" });
	return `---
title: DEVOPS WEEKLY ISSUE \\#${number} - ${day}th ${month} 2026 
date: ${date}T09:30:00+00:00
---


News
====

${note}

[https://notes.example/${number}](https://notes.example/${number})
`;
}

describe.each(browsersToTest())("In %s, with eight issues two weeks apart", (name) => {
	const session = inBrowser(name);
	let folder: IssueFolder;
	beforeAll(async () => {
		folder = issueFolder();
		for (const [at, [note]] of NOTES.entries()) {
			const date = daysAfter(FIRST, 14 * at);
			folder.add(`${date}-${at + 1}.md`, issueText(at + 1, date, note));
		}
		const archive = await session.browser.openOptions("/archive");
		await archive.chooseFiles("Import a folder", [folder.path]);
		await archive.waitForText(`${ISSUES} issues added`, 30_000);
		await archive.close();
	});
	afterAll(() => folder?.remove());

	test("the next draft and the sponsors' calendar are two weeks apart", async () => {
		const next = daysAfter(FIRST, 14 * ISSUES);
		const draft = await session.openDraft();
		expect(await draft.value("Issue date")).toBe(next);
		await draft.close();
		const sponsors = await session.browser.openOptions("/sponsors");
		await sponsors.waitFor(() => sponsors.has("region", "Coming issues"), "the panel");
		const inWords = (date: string) =>
			new Date(date).toLocaleDateString("en-US", { dateStyle: "long", timeZone: "UTC" });
		await sponsors.waitFor(async () => {
			const coming = (await sponsors.names("listitem", { within: "Coming issues" })).join("\n");
			const wanted = [next, daysAfter(next, 14), daysAfter(next, 28)].map(inWords);
			if (!wanted.every((day) => coming.includes(day))) throw new Error(`they are ${coming}`);
			return true;
		}, "issues two weeks apart");
		await sponsors.close();
	});

	test("a draft planned for a later day has no finding, but a publication time after that day has one", async () => {
		const draft = await session.openDraft();
		const today = new Date().toISOString().slice(0, 10);
		const planned = daysAfter(today, 2);
		await draft.fill("Issue date", planned);
		await draft.fill("Publication time", `${planned}T09:30:00+00:00`);
		await draft.waitForText("Saved");
		await unfold(draft);
		await waitForLines(draft, "The publication time", 0);
		await draft.fill("Publication time", `${daysAfter(planned, 1)}T09:30:00+00:00`);
		await draft.waitForText("The publication time is still ahead");
		await waitForLines(draft, "After #8", 0);
		await draft.close();
	});

	test("each is found in its own language, by a part of a word in languages without spaces", async () => {
		const archive = await session.browser.openOptions("/archive");
		for (const [note, ...queries] of NOTES) {
			for (const query of queries) {
				await archive.fill("Search the archive", query);
				await archive.waitFor(
					async () => (await archive.textOf("region", "Search results")).includes(note),
					`“${note}” to be found by “${query}”`,
				);
			}
		}
		await archive.close();
	});
});
