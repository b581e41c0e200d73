/** Random edits of a draft in a real browser, by its controls. */
import type { Tab } from "./browsers/browser.ts";
import { addItem } from "./session.ts";

const SECTIONS = ["News", "Tools"];

/** A random number from 0 up to 1. */
type Random = () => number;

/**
 * Makes one random edit on the draft panel: a new item, another line in a note or in the intro, another
 * order, a deletion, or one that is undone. Earlier words are never removed.
 *
 * @param word a word that occurs nowhere else; resolves to whether the draft contains it afterwards
 */
export async function editAtRandom(tab: Tab, random: Random, word: string): Promise<boolean> {
	const section = SECTIONS[Math.floor(random() * SECTIONS.length)] ?? "";
	const count = (await tab.names("listitem", { within: section })).length;
	const place = { within: section, item: Math.floor(random() * count) };
	const chance = random();
	if (count < 2 || chance < 0.35) {
		await addItem(tab, section, { note: word, links: [`https://${word}.example/`] });
		return true;
	}
	if (chance < 0.6) {
		if (await tab.has("button", "Edit", place)) await tab.click("button", "Edit", place);
		await tab.fill("Note", `${await tab.value("Note", place)}\n${word}`, place);
		await tab.waitForText("Saved");
		return true;
	}
	if (chance < 0.75) {
		await tab.fill("Intro", `${await tab.value("Intro")}\n${word}`);
		await tab.waitForText("Saved");
		return true;
	}
	if (chance < 0.85) {
		const last = place.item === count - 1;
		await tab.click("button", last ? "Move up" : "Move down", place);
		await tab.waitForText("Saved");
		return false;
	}
	const before = await tab.evaluate(itemIds);
	const isComplete = async () => {
		const now = await tab.evaluate(itemIds);
		return before.every((id) => now.includes(id));
	};
	await tab.click("button", "Delete", place);
	await tab.waitFor(async () => !(await isComplete()), "an item to be deleted");
	if (chance < 0.93) {
		await tab.click("button", "Undo");
		await tab.waitFor(isComplete, "the deleted item to return");
	}
	return false;
}

/** Runs in a draft panel: the ids of its items. */
function itemIds(): string[] {
	return [...document.querySelectorAll<HTMLElement>("[data-item]")].map(
		({ dataset }) => dataset.item ?? "",
	);
}

/** Runs in a page of Galley: all shared records as one text, which is the same for equal records. */
export async function sharedRecords(): Promise<string> {
	const promised = <T>(request: IDBRequest<T>) =>
		new Promise<T>((resolve, reject) => {
			request.onsuccess = () => resolve(request.result);
			request.onerror = () => reject(request.error);
		});
	const database = await promised(indexedDB.open("galley"));
	const texts: string[] = [];
	const sorted = (_key: string, value: unknown) =>
		typeof value === "object" && value !== null && !Array.isArray(value)
			? Object.fromEntries(Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1)))
			: value;
	for (const store of ["drafts", "items", "sponsors", "conflicts"]) {
		const records = await promised(database.transaction(store).objectStore(store).getAll());
		texts.push(...records.map((record) => `${store} ${JSON.stringify(record, sorted)}`));
	}
	database.close();
	return texts.sort().join("\n");
}
