import { readFileSync } from "node:fs";
import { zipSync } from "fflate";
import { describe, expect, test, vi } from "vitest";
import { latestPublished, publishedNumbers } from "../../../src/data/archive/archive.ts";
import { mentionsOfLink } from "../../../src/data/archive/mentions.ts";
import { readBackup } from "../../../src/data/backup/backup-read.ts";
import { backupText, dumpRecords } from "../../../src/data/backup/backup-write.ts";
import { currentDraft, editDraft, openDraft } from "../../../src/data/drafts/drafts.ts";
import { type DroppedFile, importFiles } from "../../../src/data/import/import-files.ts";
import { LIMITS } from "../../../src/data/import/limits.ts";
import type { ImportReport } from "../../../src/data/import/report.ts";
import { beginWithEmptyDatabase } from "../empty-database.ts";

beginWithEmptyDatabase();

const issue77 = readFileSync(
	new URL("../../core/issue/fixtures/2021-03-14-77.md", import.meta.url),
);

function dropped(path: string, content: string | Uint8Array): DroppedFile {
	return { path, file: new Blob([content as BlobPart]) };
}

function numbered(number: number): string {
	return issue77.toString().replace("#77", `#${number}`);
}

function importAll(files: DroppedFile[], cancelled = () => false): Promise<ImportReport> {
	return importFiles(files, { report: () => {}, cancelled });
}

/** An issue whose number and date are only in its file name. */
const unnumbered = "News\n====\n\nA note\n\nhttp://a.example/\n";

function addresses(count: number): string {
	return Array.from({ length: count }, (_, at) => `http://a.example/${at}\n`).join("");
}

const reasons = ({ skipped }: ImportReport) =>
	Object.fromEntries(skipped.map(({ path, reason }) => [path, reason]));

describe("An import", () => {
	test("keeps the original text and finds its links again", async () => {
		const report = await importAll([dropped("issues/2021-03-14-77.md", issue77)]);
		expect(report).toMatchObject({ added: 1, items: 4, links: 5, skipped: [] });
		expect(await latestPublished()).toMatchObject({
			number: 77,
			path: "issues/2021-03-14-77.md",
			text: issue77.toString(),
		});
		expect(await mentionsOfLink("http://www.queues.example/why/")).toMatchObject([
			{ number: 77, section: "News", note: "A good post on queues." },
		]);
	});

	test("updates the number of a draft, unless it was set by hand", async () => {
		const draft = await openDraft();
		expect(draft.number).toBe(1);
		await importAll([dropped("77.md", issue77)]);
		expect(await currentDraft()).toMatchObject({ number: 78, issueDate: "2021-03-21" });
		await editDraft(draft.id, { number: 500 });
		await importAll([dropped("78.md", numbered(78))]);
		expect(await currentDraft()).toMatchObject({ number: 500 });
	});

	test("changes nothing the second time", async () => {
		const files = [dropped("77.md", issue77), dropped("78.md", numbered(78))];
		await importAll(files);
		expect(await importAll(files)).toMatchObject({ added: 0, same: 2, skipped: [] });
		expect(await publishedNumbers()).toEqual([77, 78]);
		expect(await mentionsOfLink("https://queues.example/why")).toHaveLength(2);
	});

	test("keeps both of two files with one number, and reports them", async () => {
		await importAll([dropped("77.md", issue77)]);
		const report = await importAll([dropped("other.md", `${issue77}More.\n`)]);
		expect(report.sameNumber).toEqual([{ path: "other.md", number: 77, holder: "77.md" }]);
		expect(await publishedNumbers()).toEqual([77, 77]);
	});

	test("only replaces an issue whose file has changed when it is told to", async () => {
		const text = issue77.toString();
		await importAll([dropped("weekly/issues/77.md", text)]);
		const changed = [dropped("weekly-main/issues/77.md", `${text}More.\n`)];
		expect(await importAll(changed)).toMatchObject({
			changed: ["weekly-main/issues/77.md"],
			added: 0,
		});
		expect((await latestPublished())?.text).toBe(text);
		const before = await latestPublished();
		const report = await importFiles(
			changed,
			{ report() {}, cancelled: () => false },
			new Set(["weekly-main/issues/77.md"]),
		);
		expect(report).toMatchObject({ replaced: 1, added: 0 });
		expect(await latestPublished()).toMatchObject({ id: before?.id, text: `${text}More.\n` });
		expect(await publishedNumbers()).toEqual([77]);
	});

	test("recognizes a text under any file name", async () => {
		await importAll([dropped("77.md", issue77)]);
		expect(await importAll([dropped("copy.md", issue77)])).toMatchObject({ same: 1, added: 0 });
	});

	test("reports every file that is not an issue, with the reason", async () => {
		const report = await importAll([
			dropped("logo.png", "x"),
			dropped("README.md", "# Hello"),
			dropped("words.md", "Just words."),
			dropped("undated.md", "News\n====\n\nx\n\nhttp://a.example\n"),
			dropped("latin1.md", new Uint8Array([0x4e, 0xe9, 0x0a])),
			dropped("huge.md", "x".repeat(LIMITS.issue + 1)),
			dropped("headings.md", numbered(5) + "h\n=\n\nx\n\nhttp://a.example\n\n\n".repeat(10_000)),
			dropped("links.md", `${numbered(6)}\n\nMore\n====\n\na\n\n${addresses(LIMITS.addresses)}`),
			dropped("2014-05-04-9007199254740991.md", unnumbered),
			dropped("broken.zip", "PK but no zip"),
		]);
		expect(reasons(report)).toEqual({
			"logo.png": "notMarkdown",
			"README.md": "document",
			"words.md": "noItems",
			"latin1.md": "notText",
			"huge.md": "tooLarge",
			"headings.md": "tooManyHeadings",
			"links.md": "tooManyAddresses",
			"broken.zip": "badZip",
		});
		expect(await publishedNumbers()).toEqual([]);
	});

	test("can be backed up and read back, even with a very long heading", async () => {
		const heading = "word ".repeat(300).trim();
		await importAll([dropped("2014-05-04-5.md", unnumbered.replace("News", heading))]);
		expect(await publishedNumbers()).toEqual([5]);
		expect(readBackup(backupText(await dumpRecords("test")))).toHaveProperty("backup");
	});

	test("reads the issues in a zip and ignores the other files", async () => {
		const zip = zipSync({
			"weekly-main/README.md": new Uint8Array(10),
			"weekly-main/issues/77.md": new Uint8Array(issue77),
			"weekly-main/logo.png": new Uint8Array(10),
			"../../escaped.md": new TextEncoder().encode(numbered(79)),
		});
		const report = await importAll([dropped("weekly-main.zip", zip)]);
		expect(report).toMatchObject({ added: 2, skipped: [] });
		expect(await publishedNumbers()).toEqual([77, 79]);
	});

	test("skips a file in a zip that becomes too large when unpacked", async () => {
		const bomb = zipSync({
			"bomb.md": new Uint8Array(60_000_000),
			"77.md": new Uint8Array(issue77),
		});
		expect(bomb.length).toBeLessThan(200_000);
		const report = await importAll([dropped("bomb.zip", bomb)]);
		expect(reasons(report)).toEqual({ "bomb.md": "tooLarge" });
		expect(report.added).toBe(1);
	});

	test("does not expand the aliases in front matter", async () => {
		const laughs = Array.from(
			{ length: 30 },
			(_, at) => `a${at}: &a${at} [${at ? `*a${at - 1},`.repeat(9) : "x"}]`,
		);
		const text = numbered(6).replace("---\n", `---\n${laughs.join("\n")}\n`);
		expect(await importAll([dropped("6.md", text)])).toMatchObject({ added: 1 });
	});

	test("stops when it is told to, with complete issues only", async () => {
		const files = Array.from({ length: 10 }, (_, at) => dropped(`${at}.md`, numbered(at + 1)));
		let asked = 0;
		const report = await importAll(files, () => ++asked > 4);
		expect(report.added).toBe(4);
		expect(await publishedNumbers()).toEqual([1, 2, 3, 4]);
	});

	test("imports every issue, and each text only once", async () => {
		const files = Array.from({ length: 60 }, (_, at) => dropped(`${at}.md`, numbered(at + 1)));
		const again = dropped("again.md", numbered(3));
		const other = dropped("other.md", `${numbered(3)}More.\n`);
		const report = await importAll([...files.slice(0, 10), again, other, ...files.slice(10)]);
		expect(report).toMatchObject({ files: 62, added: 61, same: 1 });
		expect(report.sameNumber).toEqual([{ path: "other.md", number: 3, holder: "2.md" }]);
		expect(new Set(await publishedNumbers()).size).toBe(60);
		expect(await mentionsOfLink("https://queues.example/why")).toHaveLength(61);
	});

	test("leaves complete issues when the database fails, and continues when it is started again", async () => {
		const files = Array.from({ length: 60 }, (_, at) => dropped(`${at}.md`, numbered(at + 1)));
		const { put } = IDBObjectStore.prototype;
		let puts = 0;
		const failing = vi.spyOn(IDBObjectStore.prototype, "put").mockImplementation(function (
			this: IDBObjectStore,
			...args
		) {
			puts += 1;
			if (puts > 310) throw new DOMException("The disk is full.", "QuotaExceededError");
			return put.apply(this, args);
		});
		await expect(importAll(files)).rejects.toThrow("The disk is full.");
		failing.mockRestore();
		const left = await publishedNumbers();
		expect(left).toEqual(Array.from({ length: 50 }, (_, at) => at + 1));
		expect(await mentionsOfLink("https://queues.example/why")).toHaveLength(left.length);
		expect(await importAll(files)).toMatchObject({ same: 50, added: 10 });
		expect(await mentionsOfLink("https://queues.example/why")).toHaveLength(60);
	});

	test("reports how many files it read from an incomplete zip, and keeps them", async () => {
		const zip = zipSync(
			Object.fromEntries(
				[1, 2, 3].map((number) => [`${number}.md`, new TextEncoder().encode(numbered(number))]),
			),
		);
		const secondEnds = zip.findLastIndex((_, at) => isSignature(zip, at, 0x04034b50)) + 50;
		const report = await importAll([dropped("weekly.zip", zip.slice(0, secondEnds))]);
		expect(report.skipped).toEqual([{ path: "weekly.zip", reason: "brokenZip", read: 2 }]);
		expect(await publishedNumbers()).toEqual([1, 2]);
	});
});

function isSignature(bytes: Uint8Array, at: number, signature: number): boolean {
	const view = new DataView(bytes.buffer, bytes.byteOffset);
	return at + 4 <= bytes.length && view.getUint32(at, true) === signature;
}
