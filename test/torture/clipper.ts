/** A simulated user who visits pages and clips at random, with the popup and the context menu. */
import type { Driven, Tab, View } from "../e2e/browsers/browser.ts";
import type { Sites } from "../e2e/sites.ts";
import { type Editor, HEADINGS, type Scene } from "./editor.ts";
import type { ItemFact } from "./known.ts";

const OWNER = "clipper";
/** With this many items, they are changed or undone instead of adding more. */
const MANY = 12;

/** Runs in the popup. Resolves when the popup shows the result for the page. */
function outcome(): Promise<string> {
	return new Promise((resolve) => {
		const look = () => {
			const said = document.querySelector(".said .good, .said .bad");
			if (!said) return;
			watching.disconnect();
			resolve((said.textContent ?? "").replace("✓", "").trim());
		};
		const watching = new MutationObserver(look);
		watching.observe(document.body, { subtree: true, childList: true, characterData: true });
		look();
	});
}

/** Creates the user; `tab` is the tab that shows the visited pages. */
export function clipperIn(browser: Driven, sites: Sites, tab: Tab, scene: Scene): Editor {
	const { facts, turns, random, next } = scene;
	const sectionOf = (heading: string) => heading.toLowerCase();
	const note = () => `Clipped as number ${next()}.`;

	async function openPage(): Promise<string> {
		const url = sites.page("tool.html", `clip-${next()}.example`);
		await tab.goto(url);
		return url;
	}

	async function openPopup(): Promise<View> {
		const popup = await browser.openPopup(tab);
		await popup.waitFor(
			async () => (await popup.names("radio")).length > 0 && (await popup.value("Link")) !== "",
			"the popup to have read the page and the draft",
		);
		return popup;
	}

	async function submit(popup: View, done: () => void, expected: string): Promise<void> {
		scene.begun(`the popup on ${await tab.url()}, for “${expected}”`);
		await popup.click("button", "Clip");
		const said = await popup.evaluate(outcome);
		if (said !== expected) throw new Error(`The popup says “${said}” instead of “${expected}”`);
		done();
		scene.acknowledged();
		await browser.waitForPopupClosed();
	}

	async function clipByPopup(): Promise<void> {
		const url = await openPage();
		const words = note();
		const heading = random.pick(HEADINGS);
		const popup = await openPopup();
		await popup.fill("Note", words);
		await popup.choose(heading);
		const done = facts.clip(OWNER, { section: sectionOf(heading), note: words, url });
		await submit(popup, done, `Added to ${heading}`);
	}

	async function editByPopup(item: ItemFact): Promise<void> {
		await tab.goto(item.possible[0].url ?? "");
		const words = note();
		const heading = random.pick(HEADINGS);
		const popup = await openPopup();
		await popup.fill("Note", words);
		await popup.choose(heading);
		const done = facts.change(item, { section: sectionOf(heading), note: words });
		await submit(popup, done, `Saved in ${heading}`);
	}

	async function clipByMenu(): Promise<void> {
		const url = await openPage();
		const heading = random.pick(HEADINGS);
		const done = facts.clip(OWNER, { section: sectionOf(heading), note: "", url });
		scene.begun(`Add to ${heading} for ${url}`);
		await browser.contextMenu(tab, { on: "page" }, `Add to ${heading}`);
		await tab.waitForText(`Added to ${heading}`);
		done();
		scene.acknowledged();
		const item = facts.of(OWNER).find(({ possible: [only] }) => only.url === url);
		if (!item || !random.boolean(facts.of(OWNER).length > MANY ? 0.9 : 0.3)) return;
		const taken = facts.change(item, { there: false });
		scene.begun(`Undo in the toast for ${url}`);
		await tab.click("button", "Undo");
		await tab.waitForText("The clip is undone");
		taken();
		scene.acknowledged();
	}

	return {
		step: () =>
			turns.beside(() => {
				const item = random.pick(facts.of(OWNER));
				const percent = random.below(100);
				if (item && percent < 25) return editByPopup(item);
				return percent < 60 && facts.of(OWNER).length <= MANY ? clipByPopup() : clipByMenu();
			}),
	};
}
