/** One document in Firefox, of a tab or of the popup alike, through its `<browser>` element. */
import { statSync } from "node:fs";
import { dragAlong } from "./drag-events.ts";
import { answerFilePicker, filePickerAnswered } from "./firefox-file-picker-inside.ts";
import { inWindow } from "./firefox-inside.ts";
import {
	callInPage,
	close,
	draw,
	mouse,
	pressKey,
	setScheme,
	setWidth,
	toFront,
} from "./firefox-page-inside.ts";
import type { Firefox } from "./firefox-start.ts";
import type { Point, Surface } from "./surface.ts";
import { pause, until } from "./wait.ts";

const DIALOG_MS = 10_000;

/** `id` is that of the `<browser>`. A popup keeps its own size. */
export function firefoxSurface(id: number, kind: "tab" | "popup", firefox: Firefox): Surface {
	const { marionette } = firefox;
	const { guard } = firefox.process;
	const call = async (source: string, args: readonly unknown[]): Promise<unknown> => {
		const json = await guard(inWindow(marionette, callInPage, id, source, JSON.stringify(args)));
		return json === "" ? undefined : JSON.parse(json);
	};
	/** Input reaches the page a turn after Firefox reports that it was sent. */
	const settle = () => call("() => new Promise((resolve) => setTimeout(resolve, 0))", []);
	const moved = ({ x, y }: Point, buttons = 0) => ({ type: "mousemove", x, y, button: 0, buttons });
	const pressed = (type: "mousedown" | "mouseup", { x, y }: Point) => ({
		type,
		x,
		y,
		button: 0,
		buttons: type === "mousedown" ? 1 : 0,
	});

	return {
		call,
		bringToFront: () => guard(inWindow(marionette, toFront, id)),
		click: async (x, y) => {
			const at = { x, y };
			const events = [moved(at), pressed("mousedown", at), pressed("mouseup", at)];
			await guard(inWindow(marionette, mouse, id, events));
			// Closing the popup by a click removes the page.
			await settle().catch(() => {});
		},
		// The mouse starts the drag, which fires `dragstart`; headless Firefox then does not continue it.
		drag: async (from, to) => {
			const steps = 10;
			const path = Array.from({ length: steps + 1 }, (_, step) => ({
				x: from.x + ((to.x - from.x) * step) / steps,
				y: from.y + ((to.y - from.y) * step) / steps,
			}));
			const off = { x: from.x + 8, y: from.y + 4 };
			for (const event of [moved(from), pressed("mousedown", from), moved(off, 1), moved(off, 1)]) {
				await guard(inWindow(marionette, mouse, id, [event]));
				await settle();
			}
			await call(String(dragAlong), [path]);
			await guard(inWindow(marionette, mouse, id, [pressed("mouseup", to)]));
			await settle();
		},
		// The page's own command, which sends the events of a paste. With single keys, each line break
		// in a one-line field would submit its form.
		insertText: async (text) => {
			const done = await call("(text) => document.execCommand('insertText', false, text)", [text]);
			if (!done) throw new Error("Firefox did not insert the text");
		},
		press: async (key, modifiers) => {
			await guard(inWindow(marionette, pressKey, id, key, modifiers));
			await settle().catch(() => {});
		},
		pickFiles: async (paths, action) => {
			const folder = paths.some((path) => statSync(path).isDirectory());
			await guard(inWindow(marionette, answerFilePicker, paths));
			const answered = () => guard(inWindow(marionette, filePickerAnswered, folder));
			// While Firefox asks about a folder, the page and the action are blocked.
			await Promise.all([action(), until(answered, "the dialog for files", DIALOG_MS)]);
		},
		setDark: (dark) => guard(inWindow(marionette, setScheme, id, dark ? "dark" : "light")),
		setSize: async (size) => {
			await guard(inWindow(marionette, setWidth, id, size?.width ?? null, size?.height ?? null));
			if (!size) return;
			const isWide = async () => (await call("() => innerWidth", [])) === size.width;
			await until(isWide, `a width of ${size.width}`, 5000);
		},
		screenshot: async ({ width, height, dark }) => {
			const sized = kind === "tab" && (width !== undefined || height !== undefined);
			await guard(inWindow(marionette, setScheme, id, dark ? "dark" : "light"));
			if (sized) await guard(inWindow(marionette, setWidth, id, width ?? null, height ?? null));
			if (width !== undefined && sized) {
				await until(
					async () => (await call("() => innerWidth", [])) === width,
					`a width of ${width}`,
					5000,
				);
			}
			await pause(150);
			const [wide, high, full] = (await call(
				"() => [innerWidth, innerHeight, document.documentElement.scrollHeight]",
				[],
			)) as [number, number, number];
			const tall = height ?? (kind === "tab" ? Math.max(high, full) : high);
			const png = await guard(inWindow(marionette, draw, id, wide, tall));
			if (sized) await guard(inWindow(marionette, setWidth, id, null, null));
			await guard(inWindow(marionette, setScheme, id, "none"));
			return Buffer.from(png, "base64");
		},
		close: () => guard(inWindow(marionette, close, id)),
	};
}
