/** The list of what preflight found, as the tests unfold, read and follow it. */
import type { View } from "./browsers/browser.ts";

/** The name of the list. */
export const FOUND = "What preflight found";

/** Waits for the button that unfolds the list to say just this. */
export const waitForSummary = (view: View, name: string): Promise<void> =>
	view.waitFor(async () => {
		const now = (await view.names("button")).find((each) => each.startsWith("Preflight:"));
		if (now !== name) throw new Error(`it is “${now}”`);
		return true;
	}, `“${name}”`);

/** Shows the list, if it is folded. How many the button counts may change at any moment. */
export async function unfold(view: View): Promise<void> {
	if (await view.has("region", FOUND)) return;
	await view.click("button", "Preflight:", { begins: true });
}

/** The lines of the list that begin so, as their buttons are called. */
export const linesOf = async (view: View, says: string): Promise<string[]> =>
	(await view.names("button", { within: FOUND })).filter((name) => name.startsWith(says));

/** Waits for so many lines that begin so, in the list that is unfolded. */
export function waitForLines(view: View, says: string, count: number): Promise<void> {
	return view.waitFor(async () => {
		if (!(await view.has("region", FOUND))) throw new Error("the list is folded");
		if ((await linesOf(view, says)).length === count) return true;
		throw new Error(`there are ${JSON.stringify(await view.names("button", { within: FOUND }))}`);
	}, `${count} lines that begin with “${says}”`);
}

/** Goes to where the first line that begins so leads. */
export function follow(view: View, says: string): Promise<void> {
	return view.click("button", says, { within: FOUND, begins: true });
}
