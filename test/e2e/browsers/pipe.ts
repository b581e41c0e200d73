/** The DevTools protocol over two pipes: JSON messages, each ended by a NUL byte. */
import type { Readable, Writable } from "node:stream";
import type { ConnectionTransport } from "puppeteer-core";

export function pipeTransport(write: Writable, read: Readable): ConnectionTransport {
	const transport: ConnectionTransport = {
		send: (message) => {
			write.write(`${message}\0`);
		},
		close: () => {
			write.destroy();
			read.destroy();
		},
	};
	let pending: Buffer[] = [];
	read.on("data", (chunk: Buffer) => {
		let start = 0;
		for (let end = chunk.indexOf(0); end !== -1; end = chunk.indexOf(0, start)) {
			const message = Buffer.concat([...pending, chunk.subarray(start, end)]).toString();
			pending = [];
			start = end + 1;
			// Not immediately: an answer must not arrive while the previous one is being handled.
			setImmediate(() => transport.onmessage?.(message));
		}
		if (start < chunk.length) pending.push(chunk.subarray(start));
	});
	read.on("close", () => transport.onclose?.());
	// The other side has ended; the process reports this with the reason.
	write.on("error", () => {});
	read.on("error", () => {});
	return transport;
}
