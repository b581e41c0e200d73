/** An element must be this far from the edge of the pane to count as visible, in pixels. */
const MARGIN = 24;

/** Scrolls an element into view in its pane, and scrolls nothing else. */
export function scrollWithin(pane: HTMLElement, element: HTMLElement): void {
	const frame = pane.getBoundingClientRect();
	const box = element.getBoundingClientRect();
	const above = box.top - frame.top - MARGIN;
	const below = box.bottom - frame.bottom + MARGIN;
	if (above >= 0 && below <= 0) return;
	const tooTall = box.height > frame.height - 2 * MARGIN;
	const top = pane.scrollTop + (above < 0 || tooTall ? above : below);
	const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
	pane.scrollTo({ top, behavior: calm ? "auto" : "smooth" });
}
