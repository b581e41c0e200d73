/** A simulated user of an options page who adds, writes, moves, deletes, imports and undoes at random. */
import type { View } from "../e2e/browsers/browser.ts";
import { issueText } from "../e2e/issue-files.ts";
import type { Facts } from "./facts.ts";
import type { DraftText, ItemFact } from "./known.ts";
import type { Random } from "./random.ts";
import { lastChange, type Shown, type Step, takeStep } from "./step-in-page.ts";
import type { Turns } from "./turns.ts";

/** Headings of the sections of a new draft. Their ids are the same words in lower case. */
export const HEADINGS = ["News", "Tools"] as const;

/** The data shared by all users who change the draft. */
export interface Scene {
	facts: Facts;
	turns: Turns;
	random: Random;
	/** Called immediately before each step, with its description, and when it is acknowledged. */
	begun(step: string): void;
	acknowledged(): void;
	/** Returns a number that has not been used yet. */
	next(): number;
}

/** With this many items of one owner, items are deleted instead of adding more. */
const MANY = 10;

const idOf = (heading: string) => heading.toLowerCase();

export interface Editor {
	/** Takes one step. Resolves when it has been acknowledged. */
	step(): Promise<void>;
}

/**
 * @param text the text of the draft that only this user writes; null for a user who only adds, writes,
 *   moves and deletes items
 */
export function editorAt(page: View, owner: string, text: DraftText | null, scene: Scene): Editor {
	const { facts, turns, random, next } = scene;

	async function take(
		step: Step,
		acknowledge: (shown: Shown) => void,
		told: object = step,
	): Promise<void> {
		scene.begun(JSON.stringify(told));
		const shown = await page.evaluate(takeStep, step);
		acknowledge(shown);
		const order = Object.entries(shown.order).map(([heading, ids]) => [idOf(heading), ids]);
		facts.saw(owner, Object.fromEntries(order));
		scene.acknowledged();
	}

	const note = () => `${owner} wrote this as number ${next()}.`;

	async function add(): Promise<void> {
		const section = random.pick(HEADINGS);
		const added = facts.add(owner, idOf(section));
		await take({ kind: "add", section }, (shown) => void added(shown.added ?? ""));
	}

	async function write(item: ItemFact): Promise<void> {
		const words = note();
		const done = facts.change(item, { note: words });
		const step = {
			kind: "note",
			item: item.id ?? "",
			text: words,
			leave: random.boolean(0.5),
		} as const;
		await take(step, done);
	}

	async function move(item: ItemFact): Promise<void> {
		const done = facts.move(item, HEADINGS.map(idOf));
		const direction = random.pick(["Move up", "Move down"] as const);
		await take({ kind: "move", item: item.id ?? "", direction }, ({ order }) => {
			const heading = HEADINGS.find((each) => order[each]?.includes(item.id ?? ""));
			done(idOf(heading ?? ""));
		});
	}

	async function remove(item: ItemFact): Promise<void> {
		await take({ kind: "delete", item: item.id ?? "" }, facts.change(item, { there: false }));
	}

	async function writeText(which: DraftText): Promise<void> {
		const words = note();
		const field = which === "intro" ? "Intro" : "Footer";
		await take({ kind: "write", field, text: words }, facts.write(which, words));
	}

	async function importIssues(): Promise<void> {
		const numbers = Array.from({ length: 1 + random.below(3) }, next);
		const issues = new Map(numbers.map((number) => [number, issueText(number)]));
		const files = [...issues].map(([number, words]) => ({ name: `${number}.md`, text: words }));
		await take({ kind: "import", files }, facts.take(issues));
	}

	/** The change that Undo will take back is only known while no other user makes a change. */
	async function takeBack(): Promise<void> {
		const entry = await page.evaluate(lastChange);
		if (entry) await take({ kind: "undo" }, facts.undo(entry), { kind: "undo", entry });
	}

	async function step(): Promise<void> {
		const percent = text === null ? 24 + random.below(76) : random.below(100);
		if (percent < 8) return turns.alone(takeBack);
		return turns.beside(() => {
			// Chosen only now, because an earlier user may have undone its creation.
			const own = facts.of(owner).filter(({ id }) => id !== null);
			const item = random.pick(own);
			if (percent < 14) return importIssues();
			if (text !== null && percent < 24) return writeText(text);
			if (!item || (percent < 45 && own.length < MANY)) return add();
			if (percent < 70) return write(item);
			if (percent < 92 && own.length < MANY) return move(item);
			return remove(item);
		});
	}

	return { step };
}
