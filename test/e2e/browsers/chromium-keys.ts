/** Extension shortcuts in headless Chromium: only raw key events reach them. */
import type { CDPSession } from "puppeteer-core";

const MODIFIERS: Record<string, number> = { Alt: 1, Ctrl: 2, MacCtrl: 2, Command: 4, Shift: 8 };
/** `windowsVirtualKeyCode` of the keys at the end of a shortcut, except letters and digits. */
const CODES: Record<string, number> = {
	Comma: 188,
	Period: 190,
	Space: 32,
	Insert: 45,
	Delete: 46,
	Home: 36,
	End: 35,
	PageUp: 33,
	PageDown: 34,
	Left: 37,
	Up: 38,
	Right: 39,
	Down: 40,
};

/** Presses `shortcut`, written as `chrome.commands.getAll()` does: `Alt+Shift+N`. */
export async function pressShortcut(session: CDPSession, shortcut: string): Promise<void> {
	const parts = shortcut.split("+");
	const key = parts.pop() ?? "";
	const modifiers = parts.reduce((sum, part) => sum + (MODIFIERS[part] ?? 0), 0);
	const virtual = CODES[key] ?? key.toUpperCase().charCodeAt(0);
	const code = /^[A-Z]$/i.test(key) ? `Key${key}` : /^\d$/.test(key) ? `Digit${key}` : key;
	const event = {
		modifiers,
		key,
		code,
		windowsVirtualKeyCode: virtual,
		nativeVirtualKeyCode: virtual,
	};
	await session.send("Input.dispatchKeyEvent", { type: "rawKeyDown", ...event });
	await session.send("Input.dispatchKeyEvent", { type: "keyUp", ...event });
}
