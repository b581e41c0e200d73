/** The packet lines of Git's protocol (gitprotocol-common). Each begins with its length in hexadecimal. */
import { joinBytes } from "./join-bytes.ts";

export const FLUSH = "0000";

export function packetLine(line: string): string {
	const length = new TextEncoder().encode(line).byteLength + 4;
	return length.toString(16).padStart(4, "0") + line;
}

/** The packets of an answer, without the special packets that only separate others. */
export function* packets(bytes: Uint8Array): Generator<Uint8Array> {
	for (let at = 0; at + 4 <= bytes.byteLength; ) {
		const length = Number.parseInt(textOf(bytes.subarray(at, at + 4)), 16);
		if (Number.isNaN(length)) return;
		if (length > 4) yield bytes.subarray(at + 4, at + length);
		at += Math.max(4, length);
	}
}

/** The multiplexed parts of an answer. */
interface Bands {
	/** The lines before these parts. */
	lines: string[];
	data: Uint8Array;
	/** Progress messages of the host. */
	messages: string;
	/** The error message with which the host ends the answer. */
	error: string;
}

export function bandsOf(answer: Uint8Array): Bands {
	const all = [...packets(answer)];
	const band = (number: number) =>
		joinBytes(all.filter(([first]) => first === number).map((packet) => packet.subarray(1)));
	return {
		lines: all.filter(([first = 0]) => first > 3).map((packet) => textOf(packet).trim()),
		data: band(1),
		messages: textOf(band(2)).trim(),
		error: textOf(band(3)).trim(),
	};
}

export function textOf(bytes: Uint8Array): string {
	return new TextDecoder().decode(bytes);
}
