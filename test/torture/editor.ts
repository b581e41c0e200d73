/** Someone at an options page, who adds, writes, moves, deletes, imports and takes back at random. */
import type { View } from "../e2e/browsers/browser.ts";
import { issueText } from "../e2e/issue-files.ts";
import type { Chance } from "./chance.ts";
import type { Facts } from "./facts.ts";
import type { DraftText, ItemFact } from "./known.ts";
import { lastChange, type Shown, type Step, takeStep } from "./step-in-page.ts";
import type { Turns } from "./turns.ts";

/** Headings of the sections of a new draft; their ids are the same in small letters. */
export const HEADINGS = ["News", "Tools"] as const;

/** What everybody who changes the draft is given. */
export interface Scene {
	facts: Facts;
	turns: Turns;
	chance: Chance;
	/** To be called right before each step, with what it is, and as soon as it is acknowledged. */
	begun(step: string): void;
	acknowledged(): void;
	/** A number that nothing has had yet. */
	next(): number;
}

/** So many items of one owner are enough: then they are deleted rather than added. */
const MANY = 10;

const idOf = (heading: string) => heading.toLowerCase();

export interface Editor {
	/** Takes one step, and returns once it has been acknowledged. */
	step(): Promise<void>;
}

/**
 * @param text the one text of the draft that this editor writes, as nobody else does; null for one
 * who does nothing but add, write, move and delete items
 */
export function editorAt(page: View, owner: string, text: DraftText | null, scene: Scene): Editor {
	const { facts, turns, chance, next } = scene;

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
		const section = chance.pick(HEADINGS);
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
			leave: chance.often(0.5),
		} as const;
		await take(step, done);
	}

	async function move(item: ItemFact): Promise<void> {
		const done = facts.move(item, HEADINGS.map(idOf));
		const direction = chance.pick(["Move up", "Move down"] as const);
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
		const numbers = Array.from({ length: 1 + chance.below(3) }, next);
		const issues = new Map(numbers.map((number) => [number, issueText(number)]));
		const files = [...issues].map(([number, words]) => ({ name: `${number}.md`, text: words }));
		await take({ kind: "import", files }, facts.take(issues));
	}

	/** Which change it takes back is known only while nobody makes another. */
	async function takeBack(): Promise<void> {
		const entry = await page.evaluate(lastChange);
		if (entry) await take({ kind: "undo" }, facts.undo(entry), { kind: "undo", entry });
	}

	async function step(): Promise<void> {
		const dice = text === null ? 24 + chance.below(76) : chance.below(100);
		if (dice < 8) return turns.alone(takeBack);
		return turns.beside(() => {
			// Chosen only now: who was alone before may have taken back what added it.
			const own = facts.of(owner).filter(({ id }) => id !== null);
			const item = chance.pick(own);
			if (dice < 14) return importIssues();
			if (text !== null && dice < 24) return writeText(text);
			if (!item || (dice < 45 && own.length < MANY)) return add();
			if (dice < 70) return write(item);
			if (dice < 92 && own.length < MANY) return move(item);
			return remove(item);
		});
	}

	return { step };
}
