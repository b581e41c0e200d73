/** Detects what moves on a page while it loads. Each function runs in a page and uses nothing from outside. */

/**
 * Resolves when nothing on this page has changed for `quietMs`, with what has moved since it began to
 * load, according to the Layout Instability API. Only in Chromium.
 */
export function shiftsOf(quietMs: number): Promise<string[]> {
	const place = ({ x, y, width, height }: DOMRectReadOnly) =>
		`${Math.round(x)},${Math.round(y)} ${Math.round(width)}×${Math.round(height)}`;
	const nameOf = (node: Node | null) => {
		const element = node instanceof Element ? node : (node?.parentElement ?? null);
		const { tagName = "?", id = "", className = "" } = element ?? {};
		return `<${tagName.toLowerCase()} id="${id}" class="${className}">`;
	};
	interface LayoutShift extends PerformanceEntry {
		value: number;
		sources: { node: Node | null; previousRect: DOMRectReadOnly; currentRect: DOMRectReadOnly }[];
	}
	const shifts: string[] = [];
	const observer = new PerformanceObserver((list) => {
		for (const entry of list.getEntries() as LayoutShift[]) {
			const moved = entry.sources.map(
				({ node, previousRect, currentRect }) =>
					`${nameOf(node)} from ${place(previousRect)} to ${place(currentRect)}`,
			);
			shifts.push(
				`${entry.value.toFixed(4)} at ${Math.round(entry.startTime)}: ${moved.join("; ")}`,
			);
		}
	});
	observer.observe({ type: "layout-shift", buffered: true });
	return new Promise((resolve) => {
		const end = () => {
			watcher.disconnect();
			observer.disconnect();
			resolve(shifts);
		};
		let timer = setTimeout(end, quietMs);
		const watcher = new MutationObserver(() => {
			clearTimeout(timer);
			timer = setTimeout(end, quietMs);
		});
		watcher.observe(document, { subtree: true, childList: true, characterData: true });
	});
}

/**
 * Opens `address`, which has the same origin, in a window and compares all positions from frame to frame,
 * until nothing has changed for `quietMs`. Resolves with what has moved.
 */
export async function movesIn(address: string, quietMs: number): Promise<string[]> {
	const opened = window.open(address);
	if (!opened) throw new Error("The browser opened no window.");
	while (opened.location.href === "about:blank" || !opened.document.documentElement) {
		await new Promise((resolve) => setTimeout(resolve, 0));
	}
	const moves: string[] = [];
	let places = new Map<Element, { x: number; y: number }>();
	let lastChange = performance.now();
	while (performance.now() - lastChange < quietMs) {
		await new Promise((resolve) => opened.requestAnimationFrame(resolve));
		const now = new Map<Element, { x: number; y: number }>();
		for (const element of opened.document.querySelectorAll("body *")) {
			const { x, y, width, height } = element.getBoundingClientRect();
			if (width * height === 0) continue;
			now.set(element, { x: x + opened.scrollX, y: y + opened.scrollY });
			const before = places.get(element);
			if (!before) lastChange = performance.now();
			else if (Math.hypot(before.x - x - opened.scrollX, before.y - y - opened.scrollY) >= 3) {
				lastChange = performance.now();
				const name = `<${element.tagName.toLowerCase()} id="${element.id}" class="${element.className}">`;
				moves.push(`${name} from ${before.x},${before.y} to ${x},${y}`);
			}
		}
		places = now;
	}
	opened.close();
	return moves;
}
