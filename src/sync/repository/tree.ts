/**
 * Git's format of a folder. `isomorphic-git` refuses a whole tree if it does not accept one name in it.
 * This code can still read the other entries, and writes unknown entries back unchanged.
 */

import { joinBytes } from "./join-bytes.ts";

export interface TreeEntry {
	/** In Git's notation, such as `100644` for a file and `40000` for a folder. */
	mode: string;
	name: string;
	oid: string;
	/** The stored bytes of the name, if they may not be valid UTF-8. */
	nameBytes?: Uint8Array;
}

export const FILE_MODE = "100644";
export const FOLDER_MODE = "40000";

/** Problems of an entry. Entries with a problem are not read. */
export type EntryFlaw = "unsafeName" | "symbolicLink" | "submodule";

/** Why an entry is not read, or null if it can be read. */
export function entryFlaw({ mode, name }: TreeEntry): EntryFlaw | null {
	if (mode === "120000") return "symbolicLink";
	if (mode === "160000") return "submodule";
	// biome-ignore lint/suspicious/noControlCharactersInRegex: such characters are what is looked for.
	const isSafe = !/[/\\\u0000-\u001f\u007f]/.test(name) && !/^(?:|\.|\.\.|\.git)$/i.test(name);
	return isSafe ? null : "unsafeName";
}

export function isFolder({ mode }: TreeEntry): boolean {
	return mode === FOLDER_MODE || mode === "040000";
}

/** The entries of a tree, or null if the bytes are not a valid tree. */
export function parseTree(bytes: Uint8Array): TreeEntry[] | null {
	const entries: TreeEntry[] = [];
	for (let at = 0; at < bytes.byteLength; ) {
		const space = bytes.indexOf(0x20, at);
		const end = bytes.indexOf(0, space);
		if (space === -1 || end === -1 || end + 21 > bytes.byteLength) return null;
		const oid = [...bytes.subarray(end + 1, end + 21)]
			.map((byte) => byte.toString(16).padStart(2, "0"))
			.join("");
		const decoder = new TextDecoder();
		const mode = decoder.decode(bytes.subarray(at, space));
		const nameBytes = bytes.slice(space + 1, end);
		entries.push({ mode, name: decoder.decode(nameBytes), oid, nameBytes });
		at = end + 21;
	}
	return entries;
}

/** The bytes of a tree, sorted as Git requires: folders are compared as if their names ended in a slash. */
export function serializeTree(entries: readonly TreeEntry[]): Uint8Array {
	const encoder = new TextEncoder();
	const sorted = entries
		.map((entry) => {
			const name = entry.nameBytes ?? encoder.encode(entry.name);
			return { entry, name, key: isFolder(entry) ? joinBytes([name, SLASH]) : name };
		})
		.sort((one, other) => compareBytes(one.key, other.key));
	return joinBytes(
		sorted.flatMap(({ entry: { mode, oid }, name }) => [
			encoder.encode(`${mode} `),
			name,
			Uint8Array.from([0, ...(oid.match(/../g) ?? []).map((hex) => Number.parseInt(hex, 16))]),
		]),
	);
}

const SLASH = Uint8Array.of(0x2f);

function compareBytes(one: Uint8Array, other: Uint8Array): number {
	const shared = Math.min(one.byteLength, other.byteLength);
	for (let at = 0; at < shared; at += 1) {
		const difference = (one[at] ?? 0) - (other[at] ?? 0);
		if (difference !== 0) return difference;
	}
	return one.byteLength - other.byteLength;
}
