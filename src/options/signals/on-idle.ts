import { effect, type ReadonlySignal } from "@preact/signals";

const WAIT_MS = 60;

/**
 * Does `work` with what a signal holds when the page has nothing better to do: typing never waits
 * for it. Several changes in a row are worked on once; the first is not waited for. What is null
 * is left out.
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
