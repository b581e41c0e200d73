/**
 * Marionette, Firefox's own remote protocol: JSON over TCP. Each message begins with its length in
 * bytes. A command is `[0, id, command, parameters]`, its answer `[1, id, error, result]`.
 */
import { connect, type Socket } from "node:net";

type Waiting = { resolve: (result: unknown) => void; reject: (error: Error) => void };

export interface Marionette {
	/** Sends one command. Throws the error that Firefox reports. */
	send(command: string, parameters?: Record<string, unknown>): Promise<unknown>;
	/**
	 * Runs `source`, a function, in the browser's own window with JSON arguments; resolves with
	 * what it returns or resolves with, as JSON.
	 */
	inBrowser(source: string, args: readonly unknown[]): Promise<unknown>;
	close(): void;
}

/** Reads complete messages from the stream. */
function onMessage(socket: Socket, receive: (message: unknown) => void): void {
	let pending = Buffer.alloc(0);
	socket.on("data", (chunk: Buffer) => {
		pending = Buffer.concat([pending, chunk]);
		for (;;) {
			const colon = pending.indexOf(":");
			if (colon === -1) return;
			const end = colon + 1 + Number(pending.toString("latin1", 0, colon));
			if (pending.length < end) return;
			const message: unknown = JSON.parse(pending.toString("utf8", colon + 1, end));
			pending = pending.subarray(end);
			receive(message);
		}
	});
}

/** Connects and opens a session in the browser's own context. */
export async function connectMarionette(port: number): Promise<Marionette> {
	const socket = connect(port, "127.0.0.1");
	await new Promise<void>((resolve, reject) => {
		socket.once("connect", resolve);
		socket.once("error", reject);
	});
	const waiting = new Map<number, Waiting>();
	let sent = 0;
	onMessage(socket, (message) => {
		// The greeting is an object.
		if (!Array.isArray(message)) return;
		const [, id, error, result] = message as [
			number,
			number,
			{ error: string; message: string; stacktrace?: string } | null,
			unknown,
		];
		const call = waiting.get(id);
		waiting.delete(id);
		if (error) call?.reject(new Error(`${error.error}: ${error.message}`));
		else call?.resolve(result);
	});
	const fail = (error: Error) => {
		for (const call of waiting.values()) call.reject(error);
		waiting.clear();
	};
	socket.on("error", fail);
	socket.on("close", () => fail(new Error("Firefox closed the connection")));

	const send: Marionette["send"] = (command, parameters = {}) =>
		new Promise((resolve, reject) => {
			if (socket.destroyed) return reject(new Error("The connection to Firefox is closed"));
			const id = ++sent;
			waiting.set(id, { resolve, reject });
			const message = JSON.stringify([0, id, command, parameters]);
			socket.write(`${Buffer.byteLength(message)}:${message}`);
		});

	await send("WebDriver:NewSession", { capabilities: { alwaysMatch: {} } });
	await send("WebDriver:SetTimeouts", { script: 30_000 });
	await send("Marionette:SetContext", { value: "chrome" });
	return {
		send,
		inBrowser: async (source, args) => {
			const { value } = (await send("WebDriver:ExecuteAsyncScript", {
				script: `const done = arguments[1];
					(async () => (${source})(...JSON.parse(arguments[0])))().then(
						(value) => done({ value: JSON.stringify(value) }),
						(error) => done({ error: String(error) }),
					);`,
				args: [JSON.stringify(args)],
				// A new sandbox for each call could be deleted while its scripts are still running.
				newSandbox: false,
			})) as { value: { value?: string; error?: string } };
			if (value.error !== undefined) throw new Error(value.error);
			return value.value === undefined ? undefined : JSON.parse(value.value);
		},
		close: () => socket.destroy(),
	};
}
