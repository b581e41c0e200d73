/** A page as a person uses it: by what things are called, with keys and clicks. */
import { writeFile } from "node:fs/promises";
import { type Answer, accessible, pageText, type Query, type Question } from "./accessible.ts";
import { pause, until } from "./patience.ts";
import type { Modifier, Shot, Size, Surface } from "./surface.ts";

/** Narrows down where to look. */
export interface Where {
	/** Name of a region, or of nested ones, outermost first. */
	within?: string | readonly string[];
	/** A list item in there: its place, from 0, or a text that it holds. */
	item?: number | string;
	/** Which of several of one name, from 0. */
	nth?: number;
	/** Whether its name need only begin as given: a count in it may change at any moment. */
	begins?: boolean;
}

/**
 * What can be done with a popup, an options page or a web page. Everything that names a control
 * waits up to 5 s for it to be there and usable; the error says what is there instead.
 */
export interface View {
	/** Puts `text` in place of what is in the field called `label`. Lines by `\n`. */
	fill(label: string, text: string, where?: Where): Promise<void>;
	/** Focuses the field called `label`, its content selected. */
	focus(label: string, where?: Where): Promise<void>;
	/** Types into what has the focus, a key at a time. */
	type(text: string): Promise<void>;
	/** Presses one key, named as in `KeyboardEvent.key`. */
	press(key: string, ...modifiers: Modifier[]): Promise<void>;
	/** What is in the field called `label`. */
	value(label: string, where?: Where): Promise<string>;
	/** Clicks, with the mouse, in the middle of it. */
	click(role: string, name: string, where?: Where): Promise<void>;
	/**
	 * Drags one thing, by its middle, to just inside the upper or lower edge of another. In
	 * Firefox only up to `dragstart` with the mouse; `drag-events.ts` makes the rest.
	 */
	drag(from: Query, to: Query, edge: "upper" | "lower"): Promise<void>;
	/** Clicks the button called `label` and picks `paths` in the dialog for files that it opens. */
	chooseFiles(label: string, paths: readonly string[], where?: Where): Promise<void>;
	/** Clicks the radio called `name`. */
	choose(name: string, where?: Where): Promise<void>;
	/** Whether the radio (or another `role`) called `name` is checked. */
	isChecked(name: string, where?: Where, role?: string): Promise<boolean>;
	/** Whether it is there now; does not wait. */
	has(role: string, name?: string, where?: Where): Promise<boolean>;
	/** Names of all of a role now, in order; for list items their text. Does not wait. */
	names(role: string, where?: Where): Promise<string[]>;
	/** Rendered text of what a CSS selector finds; of the whole page without one. */
	text(selector?: string): Promise<string>;
	/** Rendered text of what is called so. */
	textOf(role: string, name: string, where?: Where): Promise<string>;
	/** Runs a function in the page. It may use nothing from outside itself; JSON in and out. */
	evaluate<Arguments extends readonly unknown[], Result>(
		body: (...args: Arguments) => Result | Promise<Result>,
		...args: Arguments
	): Promise<Result>;
	/** Runs source text in the page, a whole library for instance. */
	runSource(source: string): Promise<void>;
	/** Asks `predicate` until it is true; the error after `timeoutMs` (5000) says `what`. */
	waitFor(
		predicate: () => boolean | Promise<boolean>,
		what: string,
		timeoutMs?: number,
	): Promise<void>;
	/** Waits for `words` to stand somewhere in the rendered text. */
	waitForText(words: string, timeoutMs?: number): Promise<void>;
	/** Draws it as by night, or by day, from now on; a screenshot ends that. */
	setDark(dark: boolean): Promise<void>;
	/** Gives the page of a tab this size from now on; null for that of its window. */
	setSize(size: Size | null): Promise<void>;
	/** Writes a PNG to `path`. */
	screenshot(path: string, shot?: Shot): Promise<void>;
	url(): Promise<string>;
	/** Closes the tab, or the popup, as clicking away from it does. */
	close(): Promise<void>;
}

const TIMEOUT_MS = 5000;
/** Fields one types in; others are given their value. */
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
 * Runs in the page: waits until it has been drawn. What is scrolled into view is laid out only
 * then, and moves what stands around it. A page in the background is not drawn.
 */
function aFrame(): Promise<void> {
	return new Promise((resolve) => {
		requestAnimationFrame(() => setTimeout(resolve, 0));
		setTimeout(resolve, 100);
	});
}

/** Builds a view on what a browser can do with one document. */
export function viewOn(surface: Surface): View {
	const ask = (question: Question, query: Query, text = "") =>
		surface.call(String(accessible), [question, query, text]) as Promise<Answer>;

	/** Asks until found; an answer that was not found is an error that says why. */
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

	/** The point to click, once it lies still and nothing is in the way. */
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
			// Last, as finding the end may have scrolled; both have to be in view.
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
				// biome-ignore lint/performance/useDomNodeTextContent: what a person sees is asked for
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
			// A frame for what was changed just now to be drawn.
			await pause(100);
			await writeFile(path, await surface.screenshot(shot));
		},
		url: () => view.evaluate(() => location.href),
		close: () => surface.close(),
	};
	return view;
}
