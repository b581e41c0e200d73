import { computed, type ReadonlySignal, signal } from "@preact/signals";
import { sameJson } from "../../core/json/same-json.ts";
import type { Sentence } from "../../sentences/sentence.ts";
import { type FieldRef, fieldKey } from "./field-ref.ts";
import type { Parsed } from "./parse.ts";

/** Typing is saved once it has paused this long. */
const PAUSE_MS = 250;

/**
 * What a field's words belong to: part of what is shown, in an open draft that is not shown, or
 * published, deleted or removed since the field was made.
 */
export type FieldStatus = "here" | "elsewhere" | "gone";

/** One text that can be edited, as the views see it. */
export interface Field {
	readonly ref: FieldRef;
	/** The id of its element, unique among what is shown on the page: the key of `ref`. */
	readonly id: string;
	/** Where its words belong: the same on every page, and no other field's at any time. */
	address(): FieldRef;
	readonly status: ReadonlySignal<FieldStatus>;
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
	/** Gives up what was typed and is not saved. */
	discard(): void;
	/** What may be stored under the words that are not saved, if no other page has changed it. */
	base(): string[];
	/**
	 * Types and saves words that an earlier page was left with, which were typed over one of `base`.
	 * False when they cannot stand here: something else has been stored or typed since.
	 */
	restore(text: string, base: readonly string[]): boolean;
}

/** Where a field's text comes from and goes to. */
interface FieldSource<V> {
	ref: FieldRef;
	/** The same as `ref` if it is not given. */
	address?(): FieldRef;
	/** On the page for good if it is not given. */
	status?: ReadonlySignal<FieldStatus>;
	stored: ReadonlySignal<string>;
	parse(text: string): Parsed<V>;
	/**
	 * Resolves to true once the value is on disk and `stored` shows it.
	 *
	 * @param pending true for as long as anything typed is not saved
	 */
	save(value: V, pending: ReadonlySignal<boolean>): Promise<boolean>;
	/** Called before the first keystroke in a field that shows what is stored. */
	begin?(): void;
}

const HERE = signal<FieldStatus>("here");

/**
 * A field that never loses a keystroke: what is typed is the field's own until it is on disk, and
 * as long as the caret stands in it. Changes made elsewhere show in it at any other time.
 */
export function createField<V>(source: FieldSource<V>): Field {
	const { ref, stored, parse, save } = source;
	const typed = signal<string | null>(null);
	const problem = signal<Sentence | null>(null);
	const unsaved = signal(false);
	let focused = false;
	let timer: ReturnType<typeof setTimeout> | undefined;
	let underWay: { text: string; done: Promise<void> } | null = null;
	/** What was stored when typing began; and the texts that are being saved, which may be by now. */
	let begunOver = "";
	const onTheWay = new Set<string>();

	/** Whether a text is what is stored, maybe spelt in another way. */
	function isStored(text: string): boolean {
		if (text === stored.peek()) return true;
		const [one, other] = [parse(text), parse(stored.peek())];
		if ("problem" in one || "problem" in other) return false;
		return sameJson(one.value, other.value);
	}

	function type(text: string): void {
		if (typed.peek() === null) source.begin?.();
		if (!unsaved.peek()) begunOver = stored.peek();
		typed.value = text;
		unsaved.value = true;
		// A sentence goes as soon as it is untrue, but comes only once typing has paused.
		if (problem.value && !("problem" in parse(text))) problem.value = null;
		clearTimeout(timer);
		timer = setTimeout(flush, PAUSE_MS);
	}

	function forget(): void {
		if (!unsaved.value) typed.value = null;
	}

	async function saveText(text: string, value: V): Promise<void> {
		onTheWay.add(text);
		const saved = await save(value, unsaved);
		onTheWay.delete(text);
		if (saved) begunOver = stored.peek();
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
		ref,
		id: fieldKey(ref),
		address: source.address ?? (() => ref),
		status: source.status ?? HERE,
		text: computed(() => typed.value ?? stored.value),
		problem,
		unsaved,
		type,
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
		discard() {
			clearTimeout(timer);
			unsaved.value = false;
			problem.value = null;
			forget();
		},
		base: () => [begunOver, ...onTheWay],
		restore(text, base) {
			if (isStored(text)) return true;
			const free = unsaved.peek() ? typed.peek() === text : base.some(isStored);
			if (!free) return false;
			type(text);
			void flush();
			return true;
		},
	};
}
