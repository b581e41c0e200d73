/**
 * The push of one branch in the format of `git-receive-pack` (gitprotocol-pack, gitprotocol-http).
 * `isomorphic-git` would list the whole tree for each push. Here it is known which objects are new.
 */

import { joinBytes } from "./join-bytes.ts";
import { bandsOf, FLUSH, packetLine, packets, textOf } from "./packet-lines.ts";

/** The id that Git uses for a branch that does not exist. */
export const NO_COMMIT = "0".repeat(40);

/** A pack without objects, including its checksum. */
export const EMPTY_PACK = Uint8Array.from([
	...[0x50, 0x41, 0x43, 0x4b, 0, 0, 0, 2, 0, 0, 0, 0],
	...[0x02, 0x9d, 0x08, 0x82, 0x3b, 0xd8, 0xa8, 0xea, 0xb5, 0x10],
	...[0xad, 0x6a, 0xc7, 0x5c, 0x82, 0x3c, 0xfd, 0x3e, 0xd3, 0x1e],
]);

/** Moves a branch, but only if it is still at the expected commit. */
export interface BranchUpdate {
	branch: string;
	from: string;
	to: string;
}

/** The request that moves a branch and sends the objects for it. */
export function receivePackRequest(
	{ branch, from, to }: BranchUpdate,
	pack: Uint8Array,
): Uint8Array {
	const command = `${from} ${to} refs/heads/${branch}\0 report-status side-band-64k`;
	const head = new TextEncoder().encode(packetLine(command) + FLUSH);
	return joinBytes([head, pack]);
}

/** The host's answer to a push: why it was refused, or null, and the output of its hooks. */
interface PushReport {
	refusal: string | null;
	messages: string;
}

/** Parses the answer to a push. Returns null if it does not mention the branch. */
export function readReport(answer: Uint8Array): PushReport | null {
	const { data, messages, error } = bandsOf(answer);
	const lines = [...packets(data)].map(textOf);
	const unpack = lines.find((line) => line.startsWith("unpack "))?.trim();
	const status = lines.find((line) => /^(?:ok|ng) /.test(line));
	const said = [messages, error].join("\n").trim();
	if (unpack && unpack !== "unpack ok") return { refusal: unpack, messages: said };
	if (!status) return error === "" ? null : { refusal: error, messages: said };
	const refused = /^ng \S+ (.*)/.exec(status)?.[1];
	return { refusal: refused?.trim() ?? null, messages: said };
}
