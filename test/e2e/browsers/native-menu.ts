/**
 * A real right click, and the menu that the browser draws for it, operated with the keyboard. Only on
 * an X display with xdotool, and only for Chromium: Firefox's menu can be reached without it.
 */

import { xdotool } from "./display-input.ts";
import type { MenuTarget, Tab } from "./driven.ts";
import { menuClickAt } from "./right-click.ts";
import { pause } from "./wait.ts";

const SETTLE_MS = 400;

/**
 * Right-clicks the target and chooses the entry at `place` (from 0) of Galley's menu. Galley's menu is
 * directly above the last entries of every menu of Chromium: "View page source" on a page, and "Inspect".
 */
export async function nativeContextMenu(
	tab: Tab,
	target: MenuTarget,
	place: number,
): Promise<void> {
	await tab.activate();
	const { x, y } = await tab.evaluate(menuClickAt, target.on, target.selector ?? "body");
	const [left, top] = await tab.evaluate(() => [
		screenX + (outerWidth - innerWidth) / 2,
		screenY + outerHeight - innerHeight,
	]);
	xdotool("mousemove", String(Math.round(left + x)), String(Math.round(top + y)), "click", "3");
	await pause(SETTLE_MS);
	const ups = target.on === "page" ? 3 : 2;
	for (let step = 0; step < ups; step++) xdotool("key", "Up");
	xdotool("key", "Right");
	await pause(SETTLE_MS);
	for (let step = 0; step < place; step++) xdotool("key", "Down");
	xdotool("key", "Return");
}
