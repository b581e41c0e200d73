import { effect, type ReadonlySignal } from "@preact/signals";

const WAIT_MS = 60;

/**
 * Calls `work` with the value of a signal while the page is idle, so that typing never waits for it.
 * Several changes in a row cause one call. The first value is processed without that delay. Null values
 * are ignored. Call the returned function to stop.
 */
export function onIdle<T>(source: ReadonlySignal<T | null>, work: (value: T) => void): () => void {
	let timer: ReturnType<typeof setTimeout> | undefined;
	let isFirst = true;
	const end = effect(() => {
		const now = source.value;
		if (now === null) return;
		clearTimeout(timer);
		timer = setTimeout(() => whenIdle(() => work(now)), isFirst ? 0 : WAIT_MS);
		isFirst = false;
	});
	return () => {
		clearTimeout(timer);
		end();
	};
}

function whenIdle(work: () => void): void {
	if ("requestIdleCallback" in globalThis) requestIdleCallback(work, { timeout: 500 });
	else work();
}
