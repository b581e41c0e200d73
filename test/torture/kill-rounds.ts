/** Kills the browser at random moments while all simulated users work, and compares the stored records. */
import type { BrowserName, Driven, Tab } from "../e2e/browsers/browser.ts";
import { launch } from "../e2e/browsers/browser.ts";
import { until } from "../e2e/browsers/wait.ts";
import { type Sites, serveSites } from "../e2e/sites.ts";
import { clipperIn } from "./clipper.ts";
import { type Editor, editorAt, type Scene } from "./editor.ts";
import { createFacts, type Facts } from "./facts.ts";
import { saveFigures } from "./figures.ts";
import { type Moment, momentFrom, watchFor } from "./moment.ts";
import { SEED, seededRandom } from "./random.ts";
import { readDatabase, type Snapshot } from "./snapshot.ts";
import { createTurns } from "./turns.ts";
import { currentDraftId, inSections, wrongIn } from "./whole.ts";

const BADGE_MS = 10_000;
const MENU = ["Add to News", "Add to Tools"];

export interface KillRounds {
	readonly facts: Facts;
	/**
	 * Works until the moment given by the round's seed, kills and restarts the browser, and compares. If
	 * there is an error, the steps and the database are saved in out/.
	 */
	round(number: number): Promise<{ moment: Moment; wrong: string[] }>;
	close(): Promise<void>;
}

/** Starts a browser with an empty profile. */
export async function startKillRounds(name: BrowserName): Promise<KillRounds> {
	const sites: Sites = await serveSites();
	const browser: Driven = await launch(name, { proxy: sites.proxy });
	const facts = createFacts();
	let last = 0;
	const next = () => {
		last += 1;
		return last;
	};

	async function openDraft(): Promise<Tab> {
		const page = await browser.openOptions();
		await page.waitFor(() => page.has("button", "Publish"), "the draft");
		await page.waitForText("Saved");
		return page;
	}
	let draft = await openDraft();

	/** The errors in the stored records, including the badge and the menu. */
	async function compare(): Promise<{ wrong: string[]; snapshot: Snapshot }> {
		const snapshot = await draft.evaluate(readDatabase, "galley");
		const wrong = [...wrongIn(snapshot), ...facts.check(snapshot)];
		const sections = [...inSections(snapshot)].filter(([section]) =>
			section.startsWith(`${currentDraftId(snapshot)}/`),
		);
		const items = sections.reduce((sum, [, all]) => sum + all.length, 0);
		const count = items > 0 ? String(items) : "";
		await until(async () => (await browser.badge()) === count, `a badge of “${count}”`, BADGE_MS);
		const page = await browser.openTab(sites.page("tool.html"));
		const menu = await browser.menuItems(page, { on: "page" });
		if (menu.join() !== MENU.join()) wrong.push(`The menu is ${menu.join(", ")}`);
		await page.close();
		facts.settle(snapshot);
		return { wrong, snapshot };
	}

	/**
	 * A round that was interrupted by something other than the kill must not affect the following rounds.
	 */
	async function beginAnew(): Promise<void> {
		await browser.kill();
		await browser.restart();
		draft = await openDraft();
		facts.settle(await draft.evaluate(readDatabase, "galley"));
	}

	let whole = true;
	async function round(number: number) {
		if (!whole) await beginAnew();
		whole = false;
		const seed = `${SEED}/${name}/${number}`;
		const moment = momentFrom(seededRandom(seed));
		const steps: string[] = [];
		const second = await openDraft();
		const web = await browser.openTab(sites.page("tool.html"));
		const start = Date.now();
		const watch = watchFor(moment, browser.kill);
		// A step that begins after the kill could be mistaken for one that was interrupted.
		const turns = createTurns(() => watch.over);
		const sceneFor = (who: string): Scene => ({
			facts,
			turns,
			next,
			random: seededRandom(`${seed}/${who}`),
			begun(step) {
				steps.push(`${Date.now() - start} ms: ${who} begins ${step}`);
				watch.begun();
			},
			acknowledged() {
				watch.acknowledged();
				steps.push(`${Date.now() - start} ms: ${who} is told that it is done`);
			},
		});
		const all: Editor[] = [
			editorAt(draft, "Ada", "intro", sceneFor("Ada")),
			editorAt(second, "Ben", "footer", sceneFor("Ben")),
			clipperIn(browser, sites, web, sceneFor("clipper")),
		];
		const works = all.map(async (one) => {
			try {
				while (!watch.over) await one.step();
			} catch (error) {
				// Steps in progress fail when the browser is killed. An earlier error is a real failure.
				if (!watch.over) throw error;
			}
		});
		await Promise.race([watch.killed, Promise.all(works).then(() => watch.killed)]);
		await Promise.all(works);
		await browser.restart();
		draft = await openDraft();
		const { wrong, snapshot } = await compare();
		if (wrong.length > 0)
			saveFigures(`killed-${name}-${number}`, { seed, moment, wrong, steps, snapshot });
		whole = true;
		return { moment, wrong };
	}

	return {
		facts,
		round,
		close: async () => {
			await browser.close();
			await sites.close();
		},
	};
}
