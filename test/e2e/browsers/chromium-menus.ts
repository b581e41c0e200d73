/**
 * The context menu entries that Chromium keeps for an extension with a service worker.
 *
 * There is no API that lists them. Chromium writes them, as JSON, into the LevelDB database
 * "Extension State" of the profile, under `<extension id>.context_menus`; so they are read there,
 * from the log that new writes go to. Format: LevelDB's doc/log_format.md and write_batch.cc.
 */
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { pause, until } from "./patience.ts";

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

/** Puts the records of a log together from their parts. A torn end is left out. */
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

/** The entries last written for `extension`, in order; undefined when the log tells nothing. */
async function storedMenu(profile: string, extension: string): Promise<MenuEntry[] | undefined> {
	const folder = join(profile, "Default", "Extension State");
	const logs = (await readdir(folder)).filter((name) => name.endsWith(".log")).sort();
	let found: MenuEntry[] | undefined;
	for (const log of logs) {
		for (const record of records(await readFile(join(folder, log)))) {
			for (const [key, value] of puts(record)) {
				if (key === `${extension}.context_menus` && value !== undefined) {
					const stored = JSON.parse(value) as { string_uid?: string; title?: string }[];
					// As it is shown: of two ampersands one is.
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
	/** Labels in order, when they have been the same for a while: the worker makes the menu anew. */
	labels(): Promise<string[]>;
	/** Waits for an entry labelled so. The error names those that there are. */
	entryCalled(label: string): Promise<MenuEntry>;
	/** To be called before the browser ends, as the database then moves it out of its log. */
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
			// Without the database there is nothing to remember.
			await read().catch(() => []);
		},
	};
}
