/** Chromium's dialog about a permission, operated with the keyboard of a display. */
import { xdotool } from "./display-input.ts";
import { pause, until } from "./wait.ts";

const WAIT_MS = 10_000;
/** A dialog ignores input in the first half second, because it might be meant for the page. */
const DEAF_MS = 700;

/**
 * Chooses *Allow* or *Deny*. *Deny* has the focus at first.
 *
 * @param isOpen whether the dialog is there
 */
export async function answerDialog(allow: boolean, isOpen: () => Promise<boolean>): Promise<void> {
	await until(isOpen, "the question about a permission", WAIT_MS);
	await pause(DEAF_MS);
	if (allow) xdotool("key", "Tab");
	xdotool("key", "Return");
	await until(async () => !(await isOpen()), "the question to be answered", WAIT_MS);
}
