import { expect } from "vitest";
import { addressParts } from "../../src/core/links/readable.ts";
import { excerpt } from "../../src/core/search/excerpt.ts";
import { addressWords, termsIn } from "../../src/core/search/words.ts";
import { readBackup } from "../../src/data/backup/backup-read.ts";
import type { DraftRecord, ItemRecord } from "../../src/data/db/records.ts";
import { unpack } from "../../src/data/import/unzip.ts";
import { draftDocuments } from "../../src/data/search/documents.ts";
import { searchIndex } from "../../src/data/search/search-index.ts";
import { PANELS, routeOf } from "../../src/options/app/route.ts";
import { linesOfParts, locateItem } from "../../src/options/draft/preview/locate.ts";
import { parseKey, parseLinks, parsePattern } from "../../src/options/fields/parse.ts";
import { parseHosts } from "../../src/options/style/exemptions/parse-hosts.ts";
import { readableRuns } from "../../src/ui/readable-runs.ts";
import { renderMarkdown } from "../../src/ui/render-markdown.ts";
import { issueWith, itemWith, STATED } from "./issue-subjects.ts";
import type { Subject } from "./subject.ts";

const EVERYTHING = { section: "", year: "" };
const INDEX = searchIndex();
INDEX.add(documents("word one two aword c++ don't"));

function documents(note: string) {
	const record = { id: "a", section: "news", note, links: [] } as unknown as ItemRecord;
	return draftDocuments(STATED as unknown as DraftRecord, [record], (section) => section);
}

/** Every block as it is passed to the page. The sanitizer needs a browser and is not included. */
function drawn(text: string): unknown[] {
	const { blocks, nodes } = renderMarkdown(text, 0);
	return blocks.map(nodes);
}

/** The number of files in a possible zip; 0 if it is refused. */
async function unzipped(bytes: Uint8Array): Promise<number> {
	let files = 0;
	try {
		for await (const _ of unpack(new Blob([bytes as BlobPart]))) files += 1;
	} catch {
		return 0;
	}
	return files;
}

const bytesOf = (text: string) => new TextEncoder().encode(text);

const JSON_PARTS = ['{"', '":', "[", "]", "}", ",", '"', "1", "1e999", "null", '"\\u0000"', "{}"];

export const PAGE_SUBJECTS: readonly Subject[] = [
	{ name: "words of a text", run: (text) => termsIn(text) },
	{ name: "words of an address", run: (text) => addressWords(`https://a.example/${text}`) },
	{ name: "index a note", run: (text) => searchIndex().add(documents(text)) },
	{
		name: "search",
		run: (text) => INDEX.find(text, EVERYTHING, 20),
		holds: (text) => expect(INDEX.find(`word ${text}`, EVERYTHING, 20).total).toBeLessThan(2),
	},
	{
		name: "an excerpt",
		run: (text) => excerpt(text, new Set(["a", "word", "zzz"])),
		holds(text) {
			const pieces = excerpt(text, new Set(["a", "word"]));
			const shown = pieces.filter(({ text: piece }) => piece !== "… " && piece !== " …");
			const whole = shown.map(({ text: piece }) => piece).join("");
			expect(text).toContain(whole);
			expect(whole.length).toBeLessThan(700);
		},
	},
	{
		name: "an address as it is shown",
		run: (text) => [addressParts(text), addressParts(`https://a.example/${text}`)],
	},
	{
		name: "the reading preview",
		run: drawn,
		holds(text) {
			const plain = text.replaceAll("\r", "");
			const { blocks } = renderMarkdown(plain, 0);
			for (const [at, block] of blocks.entries()) {
				expect(block.start).toBeGreaterThanOrEqual(blocks[at - 1]?.end ?? 0);
			}
			expect(
				readableRuns(plain)
					.map((run) => run.text)
					.join(""),
			).toBe(plain);
		},
	},
	{
		name: "the place of an item",
		run(text) {
			const item = itemWith(text.slice(0, 20), ["http://a.example/"]);
			const issue = issueWith(...Array.from({ length: 50 }, () => item));
			return locateItem(
				issue,
				linesOfParts(
					text,
					issue.parts.map((_, at) => at),
				),
				49,
			);
		},
	},
	{
		name: "links as typed",
		run: (text) => parseLinks(text, []),
		holds(text) {
			const parsed = parseLinks(text, []);
			if (!("value" in parsed)) return;
			for (const { url } of parsed.value)
				expect(new URL(url).protocol).toMatch(/^(https?|mailto):/);
		},
	},
	{ name: "hosts as typed", run: (text) => parseHosts(text) },
	{ name: "a key as typed", run: (text) => parseKey(text, []) },
	{
		name: "a pattern as typed",
		run: (text) => parsePattern(text, new Set(["subject"])),
		alphabet: ["{date}", "{date:", "{a:", "{number:0"],
	},
	{
		name: "an address of the page",
		run: (text) => routeOf(`#/archive/${text}`),
		holds: (text) => expect(PANELS).toContain(routeOf(text).panel),
	},
	{ name: "a zip", run: (text) => unzipped(bytesOf(text)) },
	{
		name: "a zip, from its first file on",
		run: (text) => unzipped(bytesOf(`PK\u0003\u0004\u0014\0\0\0\0\0${text}`)),
		alphabet: ["PK\u0003\u0004", "PK\u0001\u0002", "PK\u0007\u0008", "\0\0\0\0", "a.md"],
	},
	{
		name: "a backup",
		run: (text) => readBackup(text),
		holds: (text) => expect(readBackup(text)).toHaveProperty("refused.reason"),
		alphabet: JSON_PARTS,
	},
	{
		name: "a backup with a key and a value",
		run: (text) => readBackup(JSON.stringify({ galleyBackup: 1, madeAt: text, [text]: [text] })),
		holds: (text) =>
			expect(
				readBackup(JSON.stringify({ galleyBackup: 1, items: [{ [text]: text }] })),
			).toHaveProperty("refused.reason"),
		alphabet: JSON_PARTS,
	},
];
