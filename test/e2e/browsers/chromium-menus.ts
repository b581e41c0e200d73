/**
 * The context menu entries that Chromium keeps for an extension with a service worker.
 *
 * No API lists them. Chromium writes them as JSON into the LevelDB database
 * "Extension State" of the profile, under `<extension id>.context_menus`. They are read there,
 * from the log that receives new writes. Format: LevelDB's doc/log_format.md and write_batch.cc.
 */
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { pause, until } from "./wait.ts";

interface MenuEntry {
	/** The id that the extension gave it. */
	id: string;
	title: string;
}

const BLOCK_BYTES = 32_768;
const HEADER_BYTES = 7;
/** Types of a record's parts. */
const FULL = 1;
const LAST = 4;

/** Joins the records of a log from their parts. An incomplete end is left out. */
function* records(log: Buffer): Generator<Buffer> {
	let parts: Buffer[] = [];
	for (let at = 0; at + HEADER_BYTES <= log.length; ) {
		const left = BLOCK_BYTES - (at % BLOCK_BYTES);
		if (left < HEADER_BYTES) {
			at += left;
			continue;
		}
		const length = log.readUInt16LE(at + 4);
		const type = log[at + 6] ?? 0;
		if (type === 0) return;
		parts.push(log.subarray(at + HEADER_BYTES, at + HEADER_BYTES + length));
		at += HEADER_BYTES + length;
		if (type === FULL || type === LAST) {
			yield Buffer.concat(parts);
			parts = [];
		}
	}
}

/** Keys and values put by one write batch, in order; a deletion has the value `undefined`. */
function* puts(batch: Buffer): Generator<[key: string, value: string | undefined]> {
	let at = 12;
	const sized = () => {
		let size = 0;
		for (let shift = 0; ; shift += 7) {
			const byte = batch[at++] ?? 0;
			size |= (byte & 127) << shift;
			if (byte < 128) break;
		}
		at += size;
		return batch.toString("utf8", at - size, at);
	};
	while (at < batch.length) {
		const isPut = batch[at++] === 1;
		const key = sized();
		yield [key, isPut ? sized() : undefined];
	}
}

/** The entries last written for `extension`, in order; undefined if the log does not contain them. */
async function storedMenu(profile: string, extension: string): Promise<MenuEntry[] | undefined> {
	const folder = join(profile, "Default", "Extension State");
	const logs = (await readdir(folder)).filter((name) => name.endsWith(".log")).sort();
	let found: MenuEntry[] | undefined;
	for (const log of logs) {
		for (const record of records(await readFile(join(folder, log)))) {
			for (const [key, value] of puts(record)) {
				if (key === `${extension}.context_menus` && value !== undefined) {
					const stored = JSON.parse(value) as { string_uid?: string; title?: string }[];
					// As it is shown: two ampersands are shown as one.
					found = stored.map(({ string_uid = "", title = "" }) => ({
						id: string_uid,
						title: title.replaceAll("&&", "&"),
					}));
				}
			}
		}
	}
	return found;
}

export interface StoredMenu {
	/** Labels in order, after they have not changed for a while, because the worker may be making the menu again. */
	labels(): Promise<string[]>;
	/** Waits for an entry with this label. The error names the existing entries. */
	entryCalled(label: string): Promise<MenuEntry>;
	/** Must be called before the browser ends, because the database then moves the entries out of its log. */
	remember(): Promise<void>;
}

export function menuOf(profile: string, extension: string): StoredMenu {
	let last: MenuEntry[] = [];
	const read = async () => {
		last = (await storedMenu(profile, extension)) ?? last;
		return last;
	};
	return {
		labels: async () => {
			let labels: string[] = [];
			for (let calm = 0; calm < 4; calm++) {
				await pause(150);
				const now = (await read()).map(({ title }) => title);
				if (now.join("\n") !== labels.join("\n")) calm = 0;
				labels = now;
			}
			return labels;
		},
		entryCalled: (label) =>
			until(
				async () => {
					const entries = await read();
					const found = entries.find(({ title }) => title === label);
					if (!found) throw new Error(`it has ${entries.map(({ title }) => title).join(", ")}`);
					return found;
				},
				`a menu entry “${label}”`,
				10_000,
			),
		remember: async () => {
			// Without the database there are no entries to keep.
			await read().catch(() => []);
		},
	};
}
