/** Functions of the tests to unfold, read and follow the list of preflight findings. */
import type { View } from "./browsers/browser.ts";

/** The name of the list. */
export const FOUND = "What preflight found";

/** Waits until the button that unfolds the list has exactly this text. */
export const waitForSummary = (view: View, name: string): Promise<void> =>
	view.waitFor(async () => {
		const now = (await view.names("button")).find((each) => each.startsWith("Preflight:"));
		if (now !== name) throw new Error(`it is “${now}”`);
		return true;
	}, `“${name}”`);

/** Unfolds the list if it is folded. The count on the button may change at any moment. */
export async function unfold(view: View): Promise<void> {
	if (await view.has("region", FOUND)) return;
	await view.click("button", "Preflight:", { begins: true });
}

/** The names of the buttons of the lines that begin with this text. */
export const linesOf = async (view: View, says: string): Promise<string[]> =>
	(await view.names("button", { within: FOUND })).filter((name) => name.startsWith(says));

/** Waits for this number of lines that begin with this text, in the unfolded list. */
export function waitForLines(view: View, says: string, count: number): Promise<void> {
	return view.waitFor(async () => {
		if (!(await view.has("region", FOUND))) throw new Error("the list is folded");
		if ((await linesOf(view, says)).length === count) return true;
		throw new Error(`there are ${JSON.stringify(await view.names("button", { within: FOUND }))}`);
	}, `${count} lines that begin with “${says}”`);
}

/** Follows the first line that begins with this text. */
export function follow(view: View, says: string): Promise<void> {
	return view.click("button", says, { within: FOUND, begins: true });
}
