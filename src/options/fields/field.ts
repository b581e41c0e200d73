import { computed, type ReadonlySignal, signal } from "@preact/signals";
import { sameJson } from "../../core/json/same-json.ts";
import type { Sentence } from "../../sentences/sentence.ts";
import { type FieldRef, fieldKey } from "./field-ref.ts";
import type { Parsed } from "./parse.ts";

/** Typed text is saved after a pause of this length, in milliseconds. */
const PAUSE_MS = 250;

/**
 * Where the record of a field is: in the part that is shown ("here"), in an open draft that is not shown
 * ("elsewhere"), or published, deleted or removed since the field was created ("gone").
 */
export type FieldStatus = "here" | "elsewhere" | "gone";

/** One text that can be edited, as its views see it. */
export interface Field {
	readonly ref: FieldRef;
	/** The id of its element, unique on the page: the key of `ref`. */
	readonly id: string;
	/** The reference under which its text is stored. It is the same on every page and always unique. */
	address(): FieldRef;
	readonly status: ReadonlySignal<FieldStatus>;
	/** The text of the field: the text being typed, else the stored text. */
	readonly text: ReadonlySignal<string>;
	/** Why the typed text cannot be saved. */
	readonly problem: ReadonlySignal<Sentence | null>;
	/** True from a keystroke until it has been stored. */
	readonly unsaved: ReadonlySignal<boolean>;
	type(text: string): void;
	focus(): void;
	blur(): void;
	/** Saves the typed text now. Resolves when the attempt has ended. */
	flush(): Promise<void>;
	/** Shows the stored text, unless typed text could not be saved. */
	forget(): void;
	/** Discards typed text that has not been saved. */
	discard(): void;
	/** The texts that may be stored instead of the unsaved text, if no other page has changed it. */
	base(): string[];
	/**
	 * Types and saves text that an earlier page could not save. It was typed over one of the texts in
	 * `base`. Returns false if something else has been stored or typed since; then nothing changes.
	 */
	restore(text: string, base: readonly string[]): boolean;
}

/** Where the text of a field is read from and saved to. */
interface FieldSource<V> {
	ref: FieldRef;
	/** The same as `ref` if absent. */
	address?(): FieldRef;
	/** If absent, the field is always on the page. */
	status?: ReadonlySignal<FieldStatus>;
	stored: ReadonlySignal<string>;
	parse(text: string): Parsed<V>;
	/**
	 * Resolves to true when the value has been stored and `stored` shows it.
	 *
	 * @param pending true while any typed text is unsaved
	 */
	save(value: V, pending: ReadonlySignal<boolean>): Promise<boolean>;
	/** Called before the first keystroke in a field that shows the stored text. */
	begin?(): void;
}

const HERE = signal<FieldStatus>("here");

/**
 * A field that never loses a keystroke: it keeps the typed text until the text is stored, and while the
 * caret is in the field. At any other time it shows changes made elsewhere.
 */
export function createField<V>(source: FieldSource<V>): Field {
	const { ref, stored, parse, save } = source;
	const typed = signal<string | null>(null);
	const problem = signal<Sentence | null>(null);
	const unsaved = signal(false);
	let focused = false;
	let timer: ReturnType<typeof setTimeout> | undefined;
	let underWay: { text: string; done: Promise<void> } | null = null;
	/** The stored text when typing began; and the texts that are being saved and may be stored by now. */
	let begunOver = "";
	const onTheWay = new Set<string>();

	/** Whether a text is the stored one, perhaps written in another way. */
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
		// A message disappears as soon as it is wrong, but appears only after a pause in typing.
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
