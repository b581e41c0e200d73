import { Unzip, UnzipInflate } from "fflate";
import { LIMITS } from "./limits.ts";
import { mayBeIssue, type SkipReason } from "./skipped.ts";

/** One file of a zip: its path inside the zip, and its bytes or the reason why it has none. */
export interface Unpacked {
	path: string;
	bytes: Uint8Array | null;
	reason: SkipReason | null;
}

/**
 * Number of bytes passed to `fflate` at once. Its call stack grows with each file that ends or begins
 * within these bytes, and a file takes at least 30 bytes.
 */
const SLICE = 4_096;

/** The supported compression methods: stored and deflated. */
const METHODS: readonly number[] = [0, 8];

/**
 * Yields the issues in a zip one after the other. The zip is read as a stream: a file is rejected as soon
 * as it exceeds the limit, whatever size it declares, so a zip bomb uses no memory. Paths are only names to
 * show; nothing is written to them.
 *
 * If the zip is cut off or some of its files are missing, the last result has `brokenZip` and an empty
 * path.
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
		isWhole &&= succeeds(() => unzip.push(slice));
		yield* ready.splice(0);
		if (!isWhole || files > LIMITS.files || total > LIMITS.unpacked) break;
	}
	if (total > LIMITS.unpacked) return;
	if (files > LIMITS.files) {
		yield { path: "", bytes: null, reason: "tooManyFiles" };
		return;
	}
	isWhole &&= succeeds(() => unzip.push(new Uint8Array(), true));
	yield* ready.splice(0);
	if (!isWhole || entries < (await entriesOf(zip))) {
		yield { path: "", bytes: null, reason: "brokenZip" };
	}
}

/** The bytes of a file in order, in small slices. */
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

/** Whether `work` finished without an error. The errors of `fflate` contain nothing that could be shown. */
function succeeds(work: () => void): boolean {
	try {
		work();
		return true;
	} catch {
		return false;
	}
}

const END_SIZE = 22;
const MAX_COMMENT_LENGTH = 65_535;

/**
 * The number of files according to the record at the end of the zip (4.3.16 of PKWARE's APPNOTE). 0 if the
 * number does not fit into its field. Infinity if the record is missing, because the zip is then cut off.
 */
async function entriesOf(zip: Blob): Promise<number> {
	const end = zip.slice(Math.max(0, zip.size - END_SIZE - MAX_COMMENT_LENGTH));
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
