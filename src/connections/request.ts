import { ConnectionError } from "./connection-failure.ts";

interface ConnectionRequest {
	url: string;
	method?: string;
	headers?: Readonly<Record<string, string>>;
	body?: Uint8Array;
	/** Ends the request wherever it is. */
	signal?: AbortSignal;
	/** How long to wait for the beginning of the answer. */
	answerMs?: number;
	/** How long to wait for the next part of the answer. */
	idleMs?: number;
	/** The answer is stopped when it becomes longer than this. */
	mostBytes?: number;
	/** Hears how many bytes of the answer have arrived. */
	onBytes?: (bytes: number) => void;
}

export interface ConnectionAnswer {
	status: number;
	headers: Headers;
	/** Where the answer came from, after redirects. */
	url: string;
	/** Can be read once. Throws a `ConnectionError` when it is cut off or too long. */
	body: AsyncIterableIterator<Uint8Array>;
}

const ANSWER_MS = 30_000;
const IDLE_MS = 30_000;

/**
 * The one function by which Galley asks something of a host. Any status is an answer. Throws a
 * `ConnectionError` when none comes: the host is out of reach, takes too long, or was canceled.
 */
export async function request(asked: ConnectionRequest): Promise<ConnectionAnswer> {
	const { url, method = "GET", headers = {}, body, signal } = asked;
	const timer = timeOut(signal);
	timer.start(asked.answerMs ?? ANSWER_MS);
	try {
		const response = await fetch(url, {
			method,
			headers: { ...headers },
			body: (body ?? null) as BodyInit | null,
			signal: timer.signal,
			// What is sent is sent once, to the host it is meant for.
			redirect: body ? "error" : "follow",
			credentials: "omit",
			cache: "no-store",
			referrerPolicy: "no-referrer",
		});
		timer.start(asked.idleMs ?? IDLE_MS);
		return {
			status: response.status,
			headers: response.headers,
			url: response.url || url,
			body: read(response, asked, timer),
		};
	} catch {
		timer.stop();
		throw new ConnectionError(timer.failure() ?? { kind: "unreachable" });
	}
}

async function* read(
	response: Response,
	{ idleMs = IDLE_MS, mostBytes = Number.POSITIVE_INFINITY, onBytes }: ConnectionRequest,
	timer: Timer,
): AsyncIterableIterator<Uint8Array> {
	const reader = response.body?.getReader();
	let bytes = 0;
	try {
		for (;;) {
			const { done, value } = (await reader?.read()) ?? { done: true, value: undefined };
			if (done || !value) return;
			timer.start(idleMs);
			bytes += value.byteLength;
			onBytes?.(bytes);
			if (bytes > mostBytes) {
				throw new ConnectionError({ kind: "tooLarge", bytes, most: mostBytes });
			}
			yield value;
		}
	} catch (error) {
		if (error instanceof ConnectionError) throw error;
		throw new ConnectionError(timer.failure() ?? { kind: "brokenAnswer" });
	} finally {
		timer.stop();
		// Whoever stops reading leaves nothing behind that goes on arriving.
		await reader?.cancel().catch(() => {});
	}
}

interface Timer {
	signal: AbortSignal;
	/** Waits anew. */
	start(milliseconds: number): void;
	stop(): void;
	/** Why the signal was given; null where it was not. */
	failure(): { kind: "noAnswer" | "canceled" } | null;
}

/** A signal that is given when time runs out, or together with another. */
function timeOut(outer: AbortSignal | undefined): Timer {
	const controller = new AbortController();
	const cancel = () => controller.abort();
	let handle: ReturnType<typeof setTimeout> | undefined;
	if (outer?.aborted) cancel();
	outer?.addEventListener("abort", cancel);
	function stop(): void {
		clearTimeout(handle);
		outer?.removeEventListener("abort", cancel);
	}
	return {
		signal: controller.signal,
		start(milliseconds) {
			clearTimeout(handle);
			handle = setTimeout(() => controller.abort(), milliseconds);
		},
		stop,
		failure() {
			if (outer?.aborted) return { kind: "canceled" };
			return controller.signal.aborted ? { kind: "noAnswer" } : null;
		},
	};
}
