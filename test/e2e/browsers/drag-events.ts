/** The rest of a drag, for a browser that starts a drag but does not continue it. */
import type { Point } from "./surface.ts";

/**
 * Runs in the page after `dragstart`: sends the events of a drag along `path` and of its end to the
 * elements there. A script sends them, so their `isTrusted` is false.
 */
export async function dragAlong(path: readonly Point[]): Promise<void> {
	const dataTransfer = new DataTransfer();
	const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
	const send = (type: string, target: Element, { x, y }: Point, relatedTarget?: Element | null) =>
		target.dispatchEvent(
			new DragEvent(type, {
				bubbles: true,
				cancelable: true,
				composed: true,
				clientX: x,
				clientY: y,
				screenX: x,
				screenY: y,
				dataTransfer,
				relatedTarget: relatedTarget ?? null,
			}),
		);
	const [first] = path;
	const source = first && document.elementFromPoint(first.x, first.y);
	if (!source) throw new Error("There is nothing to drag");
	let over: Element | null = null;
	for (const point of path) {
		await frame();
		const target = document.elementFromPoint(point.x, point.y);
		if (target && target !== over) {
			send("dragenter", target, point, over);
			if (over) send("dragleave", over, point, target);
			over = target;
		}
		if (target) send("dragover", target, point);
	}
	await frame();
	const last = path.at(-1);
	if (over && last) send("drop", over, last);
	send("dragend", source.closest("[draggable=true]") ?? source, last ?? { x: 0, y: 0 });
}
