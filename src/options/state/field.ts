import { computed, type ReadonlySignal, signal } from "@preact/signals";
import type { Parsed } from "./parse.ts";
import type { Sentence } from "./sentence.ts";

/** Typing is saved once it has paused this long. */
const PAUSE_MS = 250;

/** One text that can be edited, as the views see it. */
export interface Field {
	/** Stable and unique on the page. */
	readonly id: string;
	/** What stands in the field: what is being typed, else what is stored. */
	readonly text: ReadonlySignal<string>;
	/** Why what was typed cannot be saved. */
	readonly problem: ReadonlySignal<Sentence | null>;
	/** True from a keystroke until it is on disk. */
	readonly unsaved: ReadonlySignal<boolean>;
	type(text: string): void;
	focus(): void;
	blur(): void;
	/** Saves what was typed, now; resolves when that has been tried. */
	flush(): Promise<void>;
	/** Shows what is stored, unless something typed could not be saved. */
	forget(): void;
	/** When what is stored was last changed, in milliseconds since 1970; 0 when unknown. */
	changedAt(): number;
}

/** Where a field's text comes from and goes to. */
export interface FieldSource<V> {
	id: string;
	stored: ReadonlySignal<string>;
	parse(text: string): Parsed<V>;
	/** Resolves to true once the value is on disk and `stored` shows it. */
	save(value: V): Promise<boolean>;
	changedAt?(): number;
}

/**
 * A field that never loses a keystroke: what is typed is the field's own until it is on disk, and
 * as long as the caret stands in it. Changes made elsewhere show in it at any other time.
 */
export function createField<V>({ id, stored, parse, save, changedAt }: FieldSource<V>): Field {
	const typed = signal<string | null>(null);
	const problem = signal<Sentence | null>(null);
	const unsaved = signal(false);
	let focused = false;
	let timer: ReturnType<typeof setTimeout> | undefined;
	let underWay: { text: string; done: Promise<void> } | null = null;

	function forget(): void {
		if (!unsaved.value) typed.value = null;
	}

	async function saveText(text: string, value: V): Promise<void> {
		const saved = await save(value);
		if (!saved || typed.value !== text) return;
		unsaved.value = false;
		if (!focused) typed.value = null;
	}

	async function flush(): Promise<void> {
		clearTimeout(timer);
		const text = typed.value;
		if (text === null || !unsaved.value) return;
		if (underWay?.text === text) return underWay.done;
		const parsed = parse(text);
		problem.value = "problem" in parsed ? parsed.problem : null;
		if ("problem" in parsed) return;
		if (text === stored.value && !underWay) {
			unsaved.value = false;
			return;
		}
		const saving = { text, done: saveText(text, parsed.value) };
		underWay = saving;
		await saving.done;
		if (underWay === saving) underWay = null;
	}

	return {
		id,
		text: computed(() => typed.value ?? stored.value),
		problem,
		unsaved,
		type(text) {
			typed.value = text;
			unsaved.value = true;
			// A sentence goes as soon as it is untrue, but comes only once typing has paused.
			if (problem.value && !("problem" in parse(text))) problem.value = null;
			clearTimeout(timer);
			timer = setTimeout(flush, PAUSE_MS);
		},
		focus() {
			focused = true;
		},
		blur() {
			focused = false;
			void flush().then(() => {
				if (!focused) forget();
			});
		},
		flush,
		forget,
		changedAt: changedAt ?? (() => 0),
	};
}
