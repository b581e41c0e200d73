/** A page as a person uses it: by the names of controls, with keys and clicks. */
import { writeFile } from "node:fs/promises";
import { type Answer, accessible, pageText, type Query, type Question } from "./accessible.ts";
import type { Modifier, Shot, Size, Surface } from "./surface.ts";
import { pause, until } from "./wait.ts";

/** Limits where to search. */
export interface Where {
	/** Name of a region, or of nested ones, outermost first. */
	within?: string | readonly string[];
	/** A list item in the region: its position, from 0, or a text that it contains. */
	item?: number | string;
	/** The position among several of one name, from 0. */
	nth?: number;
	/** Whether its name only has to begin like this: a count in it may change at any moment. */
	begins?: boolean;
}

/**
 * The actions on a popup, an options page or a web page. Every function that names a control waits up to
 * 5 s until it exists and is usable; the error says what exists instead.
 */
export interface View {
	/** Replaces the content of the field called `label` by `text`. `\n` separates lines. */
	fill(label: string, text: string, where?: Where): Promise<void>;
	/** Focuses the field called `label`, its content selected. */
	focus(label: string, where?: Where): Promise<void>;
	/** Types into the focused element, one key at a time. */
	type(text: string): Promise<void>;
	/** Presses one key, named as in `KeyboardEvent.key`. */
	press(key: string, ...modifiers: Modifier[]): Promise<void>;
	/** The content of the field called `label`. */
	value(label: string, where?: Where): Promise<string>;
	/** Clicks with the mouse in its center. */
	click(role: string, name: string, where?: Where): Promise<void>;
	/**
	 * Drags one element by its center to just inside the upper or lower edge of another. In Firefox the
	 * mouse is used only up to `dragstart`; `drag-events.ts` sends the rest.
	 */
	drag(from: Query, to: Query, edge: "upper" | "lower"): Promise<void>;
	/** Clicks the button called `label` and chooses `paths` in the file dialog that it opens. */
	chooseFiles(label: string, paths: readonly string[], where?: Where): Promise<void>;
	/** Clicks the radio called `name`. */
	choose(name: string, where?: Where): Promise<void>;
	/** Whether the radio (or another `role`) called `name` is checked. */
	isChecked(name: string, where?: Where, role?: string): Promise<boolean>;
	/** Whether it exists now; does not wait. */
	has(role: string, name?: string, where?: Where): Promise<boolean>;
	/** The present names of all elements of a role, in order; for list items their text. Does not wait. */
	names(role: string, where?: Where): Promise<string[]>;
	/** Rendered text of the element that a CSS selector finds; without one, of the whole page. */
	text(selector?: string): Promise<string>;
	/** Rendered text of the element with this name. */
	textOf(role: string, name: string, where?: Where): Promise<string>;
	/** Runs a function in the page. It may use nothing from outside itself; JSON in and out. */
	evaluate<Arguments extends readonly unknown[], Result>(
		body: (...args: Arguments) => Result | Promise<Result>,
		...args: Arguments
	): Promise<Result>;
	/** Runs source text in the page, for example a whole library. */
	runSource(source: string): Promise<void>;
	/** Calls `predicate` until it is true; the error after `timeoutMs` (5000) contains `what`. */
	waitFor(
		predicate: () => boolean | Promise<boolean>,
		what: string,
		timeoutMs?: number,
	): Promise<void>;
	/** Waits until the rendered text contains `words`. */
	waitForText(words: string, timeoutMs?: number): Promise<void>;
	/** Uses the dark or the light theme from now on, until the next screenshot. */
	setDark(dark: boolean): Promise<void>;
	/** Sets the size of a tab's page from now on; null for the size of its window. */
	setSize(size: Size | null): Promise<void>;
	/** Writes a PNG to `path`. */
	screenshot(path: string, shot?: Shot): Promise<void>;
	url(): Promise<string>;
	/** Closes the tab, or the popup as a click outside of it does. */
	close(): Promise<void>;
}

const TIMEOUT_MS = 5000;
/** Fields that are typed into; the value of others is set. */
const TYPED = /^(|text|textarea|search|url|email|tel|password|number)$/;

function queryFor(role: string, name: string | undefined, where: Where = {}): Query {
	const query: Query = { role };
	if (name !== undefined) query.name = name;
	if (where.within !== undefined) {
		query.within = typeof where.within === "string" ? [where.within] : where.within;
	}
	if (where.item !== undefined) query.item = where.item;
	if (where.nth !== undefined) query.nth = where.nth;
	if (where.begins !== undefined) query.begins = where.begins;
	return query;
}

function told({ role, name, within, item }: Query): string {
	const place = [...(within ?? []), ...(item === undefined ? [] : [`item ${item}`])].join(" › ");
	return `${role} “${name ?? ""}”${place ? ` in ${place}` : ""}`;
}

/**
 * Runs in the page: waits until it has been drawn. Elements scrolled into view are laid out only then,
 * and move the elements around them. A page in the background is not drawn.
 */
function aFrame(): Promise<void> {
	return new Promise((resolve) => {
		requestAnimationFrame(() => setTimeout(resolve, 0));
		// On a busy machine a page that is visible can take long to be drawn.
		setTimeout(resolve, document.hidden ? 100 : 2_000);
	});
}

/** Builds a view from the actions of a browser on one document. */
export function viewOn(surface: Surface): View {
	const ask = (question: Question, query: Query, text = "") =>
		surface.call(String(accessible), [question, query, text]) as Promise<Answer>;

	/** Asks until the element is found; otherwise throws an error with the reason. */
	const askFor = (question: Question, query: Query, text = "") =>
		until(
			async () => {
				const answer = await ask(question, query, text);
				if (!answer.found) throw new Error(answer.why);
				return answer;
			},
			told(query),
			TIMEOUT_MS,
		);

	/** The point to click, when it no longer moves and nothing covers it. */
	const placeOf = (query: Query) =>
		until(
			async () => {
				const first = await ask("where", query);
				if (!first.found) throw new Error(first.why);
				if (first.ready) throw new Error(first.ready);
				await surface.call(String(aFrame), []);
				const second = await ask("where", query);
				if (!second.found || second.ready) throw new Error("it moves");
				if (first.x !== second.x || first.y !== second.y) throw new Error("it moves");
				return { x: second.x, y: second.y, height: second.height };
			},
			told(query),
			TIMEOUT_MS,
		);

	const view: View = {
		fill: async (label, text, where) => {
			const query = queryFor("textbox", label, where);
			await surface.bringToFront();
			const { value: type } = await askFor("select", query);
			if (!TYPED.test(String(type))) await askFor("set", query, text);
			else if (text === "") await surface.press("Delete", []);
			else await surface.insertText(text);
		},
		focus: async (label, where) => {
			await surface.bringToFront();
			await askFor("select", queryFor("textbox", label, where));
		},
		type: async (text) => {
			await surface.bringToFront();
			for (const character of text) {
				await surface.press(character === "\n" ? "Enter" : character, []);
			}
		},
		press: async (key, ...modifiers) => {
			await surface.bringToFront();
			await surface.press(key, modifiers);
		},
		value: async (label, where) =>
			String((await askFor("value", queryFor("textbox", label, where))).value),
		click: async (role, name, where) => {
			await surface.bringToFront();
			const { x, y } = await placeOf(queryFor(role, name, where));
			await surface.click(x, y);
		},
		drag: async (from, to, edge) => {
			await surface.bringToFront();
			const end = await placeOf(to);
			// Last, because finding the end may have scrolled the page, and both must be visible.
			const start = await placeOf(from);
			const inward = end.height / 2 - Math.min(4, end.height / 4);
			const y = edge === "upper" ? end.y - inward : end.y + inward;
			await surface.drag(start, { x: end.x, y });
		},
		chooseFiles: (label, paths, where) =>
			surface.pickFiles(paths, () => view.click("button", label, where)),
		choose: (name, where) => view.click("radio", name, where),
		isChecked: async (name, where, role = "radio") =>
			(await askFor("checked", queryFor(role, name, where))).value === true,
		has: async (role, name, where) => {
			const answer = await ask("exists", queryFor(role, name, where));
			return answer.found && answer.value === true;
		},
		names: async (role, where) => {
			const answer = await ask("names", queryFor(role, undefined, where));
			return answer.found ? (answer.value as string[]) : [];
		},
		text: (selector) => {
			if (selector === undefined) return view.evaluate(pageText);
			return view.evaluate((css) => {
				const element = document.querySelector<HTMLElement>(css);
				if (!element) throw new Error(`Nothing matches ${css}`);
				// biome-ignore lint/performance/useDomNodeTextContent: the visible text is needed
				return element.innerText;
			}, selector);
		},
		textOf: async (role, name, where) =>
			String((await askFor("text", queryFor(role, name, where))).value),
		evaluate: async <Arguments extends readonly unknown[], Result>(
			body: (...args: Arguments) => Result | Promise<Result>,
			...args: Arguments
		) => (await surface.call(String(body), args)) as Result,
		runSource: async (source) => {
			await surface.call(`() => { ${source}\n }`, []);
		},
		waitFor: async (predicate, what, timeoutMs = TIMEOUT_MS) => {
			await until(predicate, what, timeoutMs);
		},
		waitForText: async (words, timeoutMs = TIMEOUT_MS) => {
			let last = "";
			await until(
				async () => {
					last = await view.text();
					if (!last.includes(words)) throw new Error(`the page says “${last.slice(0, 400)}”`);
					return true;
				},
				`“${words}” on the page`,
				timeoutMs,
			);
		},
		setDark: surface.setDark,
		setSize: surface.setSize,
		screenshot: async (path, shot = {}) => {
			// Waits one frame, so that the last change is drawn.
			await pause(100);
			await writeFile(path, await surface.screenshot(shot));
		},
		url: () => view.evaluate(() => location.href),
		close: () => surface.close(),
	};
	return view;
}
