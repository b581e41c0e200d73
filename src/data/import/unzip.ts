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
 * The issues in a zip, one after the other. Read as a stream: a file is given up the moment it
 * grows past the limit, whatever size it claims to have, so that a bomb costs no memory. Paths
 * are names to show and nothing is ever written under them.
 */
export async function* unpack(zip: Blob): AsyncGenerator<Unpacked> {
	const ready: Unpacked[] = [];
	let total = 0;
	let files = 0;
	const unzip = new Unzip((file) => {
		if (file.name.endsWith("/") || !mayBeIssue(file.name)) return;
		files += 1;
		if (files > LIMITS.files) return;
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

	const reader = zip.stream().getReader();
	try {
		for (;;) {
			const { value, done } = await reader.read();
			unzip.push(value ?? new Uint8Array(), done);
			yield* ready.splice(0);
			if (done) break;
			if (total > LIMITS.unpacked) break;
		}
	} finally {
		await reader.cancel().catch(() => {});
	}
	if (files > LIMITS.files) yield { path: "", bytes: null, reason: "tooManyFiles" };
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
