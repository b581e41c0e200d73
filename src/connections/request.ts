import { ConnectionError } from "./connection-failure.ts";

interface ConnectionRequest {
	url: string;
	method?: string;
	headers?: Readonly<Record<string, string>>;
	body?: Uint8Array;
	/** Cancels the request at any stage. */
	signal?: AbortSignal;
	/** How long to wait for the beginning of the answer. */
	answerMs?: number;
	/** How long to wait for each further part of the answer. */
	idleMs?: number;
	/** Reading stops when the answer becomes longer than this. */
	mostBytes?: number;
	/** Called with the number of bytes of the answer received so far. */
	onBytes?: (bytes: number) => void;
}

export interface ConnectionAnswer {
	status: number;
	headers: Headers;
	/** The address that answered, after redirects. */
	url: string;
	/** Can be read once. Throws a `ConnectionError` if the answer is incomplete or too long. */
	body: AsyncIterableIterator<Uint8Array>;
}

const ANSWER_MS = 30_000;
const IDLE_MS = 30_000;

/**
 * Sends a request to a host. All requests of Galley to hosts use this function. An answer with any status
 * is returned. Throws a `ConnectionError` if there is no answer: the host cannot be reached, takes too
 * long, or the request was canceled.
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
			// A body must only be sent once, to the intended host, so a redirect is an error.
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
		// If the caller stops reading early, the rest of the answer is not downloaded.
		await reader?.cancel().catch(() => {});
	}
}

interface Timer {
	signal: AbortSignal;
	/** Starts the timer again. */
	start(milliseconds: number): void;
	stop(): void;
	/** Why the signal was aborted; null if it was not. */
	failure(): { kind: "noAnswer" | "canceled" } | null;
}

/** Creates a signal that is aborted when time runs out, or together with another signal. */
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
