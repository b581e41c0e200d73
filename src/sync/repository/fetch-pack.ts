/** Requests to `git-upload-pack` (gitprotocol-pack) and its answers. */
import { bandsOf, FLUSH, packetLine } from "./packet-lines.ts";

interface FetchPackRequest {
	want: string;
	/** Commits that are already stored here. */
	haves: readonly string[];
	/** Stored commits whose parents are not stored. */
	shallow: readonly string[];
	/** The greatest number of commits to fetch; null for all new ones. */
	depth: number | null;
}

/** Everything is in one request, because a host that keeps no state cannot continue a negotiation. */
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
	/** A complete pack whose checksum is correct; null if nothing was new. */
	pack: Uint8Array | null;
	shallow: string[];
	unshallow: string[];
}

/** Parses the answer to a fetch. Resolves to null if it is incomplete or damaged. */
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
