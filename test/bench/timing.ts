/** Times as a page observes them: until the frame that shows the result of an event, and between frames. */
import type { View } from "../e2e/browsers/browser.ts";

declare const window: Window & { shown?: Promise<number>; drawnAt?: number[] };

/** Milliseconds from each event of a type until the frame that shows its result. */
export async function timesOf(
	page: View,
	rounds: number,
	kind: "keydown" | "click",
	act: (round: number) => Promise<unknown>,
): Promise<number[]> {
	const times: number[] = [];
	for (let round = 0; round < rounds; round += 1) {
		await page.evaluate(untilShown, kind);
		await act(round);
		times.push(await page.evaluate(() => window.shown ?? Number.NaN));
	}
	return times;
}

/** Milliseconds between the frames that the page renders from the start of a drag to its end. */
export async function framesDragging(page: View, drag: () => Promise<unknown>): Promise<number[]> {
	await page.evaluate(countFrames);
	await drag();
	const drawnAt = await page.evaluate(() => window.drawnAt ?? []);
	return drawnAt.slice(1).map((at, index) => at - (drawnAt[index] ?? at));
}

/** Milliseconds between the frames while the page, or the part of it that contains `inside`, scrolls. */
export function framesScrolling(page: View, inside: string, frames: number): Promise<number[]> {
	return page.evaluate(scroll, inside, frames);
}

/** Runs in the page: records the time from the next event of a type until its result was rendered. */
function untilShown(kind: string): void {
	window.shown = new Promise((resolve) => {
		const heard = () => {
			const start = performance.now();
			const told = () => resolve(performance.now() - start);
			// After the tasks that the event has started, and after the frame that follows them.
			setTimeout(() => requestAnimationFrame(() => setTimeout(told)));
		};
		addEventListener(kind, heard, { capture: true, once: true });
	});
}

/**
 * Runs in the page: records the time of each frame of the next drag. The search for the drop position is
 * not counted.
 */
function countFrames(): void {
	const frames: number[] = [];
	let dragging = true;
	const next = (at: number) => {
		frames.push(at);
		if (dragging) requestAnimationFrame(next);
	};
	const begin = () => requestAnimationFrame(next);
	const end = () => {
		dragging = false;
	};
	window.drawnAt = frames;
	addEventListener("dragstart", begin, { capture: true, once: true });
	addEventListener("dragend", end, { capture: true, once: true });
}

/** Runs in the page: scrolls at every frame, and returns to the top after reaching the end. */
async function scroll(inside: string, frames: number): Promise<number[]> {
	let scrolled = document.querySelector(inside)?.parentElement ?? null;
	while (scrolled && scrolled.scrollHeight <= scrolled.clientHeight + 1) {
		scrolled = scrolled.parentElement;
	}
	const part = scrolled ?? document.documentElement;
	const frame = () => new Promise<number>((resolve) => requestAnimationFrame(resolve));
	const times: number[] = [];
	let before = await frame();
	for (let count = 0; count < frames; count += 1) {
		const top = part.scrollTop;
		part.scrollBy({ top: 160, behavior: "instant" });
		if (part.scrollTop === top) part.scrollTo({ top: 0, behavior: "instant" });
		const now = await frame();
		times.push(now - before);
		before = now;
	}
	return times;
}
