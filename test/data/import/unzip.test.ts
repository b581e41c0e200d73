import { Zip, ZipPassThrough, zipSync } from "fflate";
import { describe, expect, test } from "vitest";
import { LIMITS } from "../../../src/data/import/limits.ts";
import { type Unpacked, unpack } from "../../../src/data/import/unzip.ts";

async function unpacked(zip: Blob): Promise<Unpacked[]> {
	const files: Unpacked[] = [];
	for await (const file of unpack(zip)) files.push(file);
	return files;
}

/** A zip of `count` different issues, deflated, or stored without compression at level 0. */
function zipOf(count: number, level: 0 | 6 = 6): Uint8Array {
	return zipSync(
		Object.fromEntries(
			Array.from({ length: count }, (_, at) => [`${at}.md`, [bytesOf(at), { level }]]),
		),
	);
}

/** Creates the same zip as a program that does not know the length of a file when it begins to write it. */
function streamedZipOf(count: number): Uint8Array {
	const parts: Uint8Array[] = [];
	const zip = new Zip((_, part) => parts.push(part));
	for (let at = 0; at < count; at += 1) {
		const file = new ZipPassThrough(`${at}.md`);
		zip.add(file);
		file.push(bytesOf(at), true);
	}
	zip.end();
	return new Uint8Array(parts.flatMap((part) => [...part]));
}

function bytesOf(at: number): Uint8Array {
	return new TextEncoder().encode(`Issue ${at}, which is not long.`);
}

/** A blob that is read in chunks of `size` bytes. */
function inChunks(bytes: Uint8Array, size: number): Blob {
	const blob = new Blob([bytes as BlobPart]);
	let at = 0;
	blob.stream = () =>
		new ReadableStream({
			pull(controller) {
				if (at >= bytes.length) controller.close();
				else controller.enqueue(bytes.slice(at, at + size));
				at += size;
			},
		});
	return blob;
}

/** Checks that these are exactly the first `count` issues with their whole text. */
function expectIssues(files: readonly Unpacked[], count: number): void {
	expect(files.filter(({ reason }) => reason !== null)).toEqual([]);
	expect(files).toHaveLength(count);
	const wrong = files.filter(
		({ path, bytes }, at) =>
			path !== `${at}.md` || new TextDecoder().decode(bytes ?? undefined) !== textOf(at),
	);
	expect(wrong).toEqual([]);
}

const textOf = (at: number) => new TextDecoder().decode(bytesOf(at));

test.each([
	["deflated", zipOf(3_600)],
	["as they are", zipOf(3_600, 0)],
	["written as a stream", streamedZipOf(1_200)],
])(
	"A zip of thousands of small files is read completely for any size of chunk: %s",
	async (_, zip) => {
		const count = (await unpacked(inChunks(zip, 64))).length;
		for (const size of [100, 4_096, 65_536, 1_000_000, zip.length]) {
			expectIssues(await unpacked(inChunks(zip, size)), count);
		}
		expect(count).toBeGreaterThanOrEqual(1_200);
	},
);

test("The greatest number of files of an import is read, and no more", async () => {
	const zip = zipOf(LIMITS.files, 0);
	expectIssues(await unpacked(inChunks(zip, zip.length)), LIMITS.files);
	const files = await unpacked(new Blob([zipOf(LIMITS.files + 1, 0) as BlobPart]));
	expect(files.at(-1)).toMatchObject({ path: "", reason: "tooManyFiles" });
});

describe("A zip that is broken", () => {
	test.each([1, 64, 65_536])(
		"returns the files before the position where it ends, for chunks of %i bytes",
		async (size) => {
			const zip = zipOf(100);
			for (const length of [zip.length - 30, Math.round(zip.length / 2), 200]) {
				const files = await unpacked(inChunks(zip.slice(0, length), size));
				expect(files.pop()).toEqual({ path: "", bytes: null, reason: "brokenZip" });
				expectIssues(files, files.length);
			}
		},
	);

	test("is recognized by missing files, even if the rest can be read", async () => {
		const zip = zipOf(10);
		const second = zip.findIndex((byte, at) => at > 0 && byte === 0x50 && zip[at + 1] === 0x4b);
		zip[second] = 0;
		const files = await unpacked(inChunks(zip, zip.length));
		expect(files).toHaveLength(10);
		expect(files.at(-1)).toMatchObject({ path: "", reason: "brokenZip" });
	});

	test("skips a file with an unknown compression method, and reads the others", async () => {
		const zip = zipOf(3);
		zip[8] = 14;
		const files = await unpacked(inChunks(zip, zip.length));
		expect(files.map(({ path, reason }) => [path, reason])).toEqual([
			["0.md", "badZip"],
			["1.md", null],
			["2.md", null],
		]);
	});
});
