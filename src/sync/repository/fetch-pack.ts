/** What to ask `git-upload-pack` for (gitprotocol-pack), and what it answers. */
import { bandsOf, FLUSH, packetLine } from "./packet-lines.ts";

interface FetchPackRequest {
	want: string;
	/** Commits that are here already. */
	haves: readonly string[];
	/** Those of the commits here whose parents are not. */
	shallow: readonly string[];
	/** How many commits to fetch at most; null for all that are new. */
	depth: number | null;
}

/** All in one request: a host that keeps no state is not asked a second time. */
export function fetchPackRequest({ want, haves, shallow, depth }: FetchPackRequest): Uint8Array {
	const lines = [
		packetLine(`want ${want} side-band-64k ofs-delta no-progress\n`),
		...shallow.map((oid) => packetLine(`shallow ${oid}\n`)),
		...(depth === null ? [] : [packetLine(`deepen ${depth}\n`)]),
		FLUSH,
		...haves.map((oid) => packetLine(`have ${oid}\n`)),
		packetLine("done\n"),
	];
	return new TextEncoder().encode(lines.join(""));
}

interface FetchedPack {
	/** A whole pack, checked by its checksum; null where nothing was new. */
	pack: Uint8Array | null;
	shallow: string[];
	unshallow: string[];
}

/** Reads the answer to a fetch. Resolves to null where it is cut off or damaged. */
export async function readFetchedPack(answer: Uint8Array): Promise<FetchedPack | null> {
	const { lines, data, error } = bandsOf(answer);
	if (error !== "" || lines.some((line) => line.startsWith("ERR"))) return null;
	if (data.byteLength < 32) return null;
	const end = data.byteLength - 20;
	const digest = await crypto.subtle.digest("SHA-1", data.slice(0, end));
	const isWhole = new Uint8Array(digest).every((byte, at) => byte === data[end + at]);
	if (!isWhole) return null;
	const objects = new DataView(data.buffer, data.byteOffset).getUint32(8);
	const oids = (word: string) =>
		lines.filter((line) => line.startsWith(`${word} `)).map((line) => line.slice(word.length + 1));
	return {
		pack: objects === 0 ? null : data,
		shallow: oids("shallow"),
		unshallow: oids("unshallow"),
	};
}
