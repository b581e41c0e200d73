import { Unzip, UnzipInflate } from "fflate";
import { LIMITS } from "./limits.ts";
import { mayBeIssue, type SkipReason } from "./skipped.ts";

/** One file of a zip: its path in there, and its bytes or why it has none. */
export interface Unpacked {
	path: string;
	bytes: Uint8Array | null;
	reason: SkipReason | null;
}

/**
 * As many bytes as are handed to `fflate` at once. It goes one call deeper for each file that ends
 * and each that begins in them, and a file has 30 bytes at least.
 */
const SLICE = 4_096;

/** The ways to pack a file that can be undone: as it is, and deflated. */
const METHODS: readonly number[] = [0, 8];

/**
 * The issues in a zip, one after the other. Read as a stream: a file is given up the moment it
 * grows past the limit, whatever size it claims to have, so that a bomb costs no memory. Paths
 * are names to show and nothing is ever written under them.
 *
 * A zip that breaks off, or has lost some of its files, ends with `brokenZip` under an empty path.
 */
export async function* unpack(zip: Blob): AsyncGenerator<Unpacked> {
	const ready: Unpacked[] = [];
	let entries = 0;
	let total = 0;
	let files = 0;
	const unzip = new Unzip((file) => {
		entries += 1;
		if (file.name.endsWith("/") || !mayBeIssue(file.name)) return;
		files += 1;
		if (files > LIMITS.files) return;
		if (!METHODS.includes(file.compression)) {
			ready.push({ path: file.name, bytes: null, reason: "badZip" });
			return;
		}
		const chunks: Uint8Array[] = [];
		let size = 0;
		let over = false;
		file.ondata = (error, chunk, final) => {
			if (over) return;
			size += chunk?.length ?? 0;
			total += chunk?.length ?? 0;
			if (error || size > LIMITS.issue || total > LIMITS.unpacked) {
				over = true;
				const reason = error ? "badZip" : size > LIMITS.issue ? "tooLarge" : "zipTooLarge";
				ready.push({ path: file.name, bytes: null, reason });
				file.terminate();
				return;
			}
			chunks.push(chunk);
			if (final) ready.push({ path: file.name, bytes: joined(chunks, size), reason: null });
		};
		file.start();
	});
	unzip.register(UnzipInflate);

	let isWhole = true;
	for await (const slice of slicesOf(zip)) {
		isWhole &&= wentWell(() => unzip.push(slice));
		yield* ready.splice(0);
		if (!isWhole || files > LIMITS.files || total > LIMITS.unpacked) break;
	}
	if (total > LIMITS.unpacked) return;
	if (files > LIMITS.files) {
		yield { path: "", bytes: null, reason: "tooManyFiles" };
		return;
	}
	isWhole &&= wentWell(() => unzip.push(new Uint8Array(), true));
	yield* ready.splice(0);
	if (!isWhole || entries < (await entriesOf(zip))) {
		yield { path: "", bytes: null, reason: "brokenZip" };
	}
}

/** The bytes of a file in order, a few at a time. */
async function* slicesOf(file: Blob): AsyncGenerator<Uint8Array> {
	const reader = file.stream().getReader();
	try {
		for (;;) {
			const { value, done } = await reader.read();
			if (done) return;
			for (let at = 0; at < value.length; at += SLICE) yield value.subarray(at, at + SLICE);
		}
	} finally {
		await reader.cancel().catch(() => {});
	}
}

/** What `fflate` throws says only that it cannot go on. */
function wentWell(work: () => void): boolean {
	try {
		work();
		return true;
	} catch {
		return false;
	}
}

const END_SIZE = 22;
const LONGEST_COMMENT = 65_535;

/**
 * How many files a zip says that it has, in the record at its end (4.3.16 of PKWARE's APPNOTE); 0
 * where that number has no room there. Infinite where the record is missing, as the zip breaks off.
 */
async function entriesOf(zip: Blob): Promise<number> {
	const end = zip.slice(Math.max(0, zip.size - END_SIZE - LONGEST_COMMENT));
	const view = new DataView(await end.arrayBuffer());
	for (let at = view.byteLength - END_SIZE; at >= 0; at -= 1) {
		if (view.getUint32(at, true) !== 0x06054b50) continue;
		const entries = view.getUint16(at + 10, true);
		return entries === 0xffff ? 0 : entries;
	}
	return Number.POSITIVE_INFINITY;
}

function joined(chunks: readonly Uint8Array[], size: number): Uint8Array {
	const bytes = new Uint8Array(size);
	let at = 0;
	for (const chunk of chunks) {
		bytes.set(chunk, at);
		at += chunk.length;
	}
	return bytes;
}
