import { computed, effect, type ReadonlySignal, signal } from "@preact/signals";
import * as v from "valibot";
import type { StringKey } from "../../extension/strings.ts";
import { type Sentence, sentence } from "../../sentences/sentence.ts";
import { fieldKey, fieldLabel, parseFieldKey } from "./field-ref.ts";
import type { Fields } from "./fields.ts";

/** Words that are not stored and can no longer be typed where they belong. */
interface LeftWords {
	/** Tells them from the others. */
	key: string;
	/** What they were typed as: a note, an intro. */
	label: StringKey;
	text: string;
	/** Copies them; what became of that is said. */
	copy(): Promise<void>;
	/** Throws them away. */
	discard(): void;
}

/**
 * What was typed and is not on disk when a page goes away. The database answers later than a
 * closing page lives, so the words are put where writing takes effect at once, and the next page
 * that opens types them again where they belong.
 */
export interface Unsaved {
	/** Words whose place is gone, or has been changed by somebody else since they were typed. */
	readonly left: ReadonlySignal<readonly LeftWords[]>;
	/** Keeps words that were typed for a field which could not be made, under an address of its kind. */
	keep(address: string, text: string): void;
	/** Saves what is typed and puts it down, while the page goes out of sight, maybe for good. */
	leave(): void;
	/**
	 * Types what earlier pages put down once all has been read, and keeps what this page put down
	 * true, until the returned function is called.
	 */
	follow(): () => void;
}

interface Needs {
	storage: Storage;
	fields: Fields;
	/** Whether everything has been read that words can be typed over. */
	isRead: ReadonlySignal<boolean>;
	copy(text: string): Promise<void>;
	say(what: Sentence): void;
}

const PREFIX = "galley-unsaved/";

const Words = v.object({
	/** Where they belong, as the key of a field. */
	address: v.string(),
	text: v.string(),
	/** What may be stored there, as far as the page knew that put them down. */
	under: v.array(v.string()),
});
type Words = v.InferOutput<typeof Words>;

const PutDown = v.object({ words: v.array(Words) });

export function createUnsaved({ storage, fields, isRead, copy, say }: Needs): Unsaved {
	const own = `${PREFIX}${crypto.randomUUID()}`;
	/** Of earlier pages, and nowhere to be typed. Kept until somebody gives them up. */
	const homeless = signal<readonly Words[]>([]);
	let isDown = false;

	function write(): void {
		// A page that opened meanwhile has taken them over, and shows them.
		if (isDown && storage.getItem(own) === null) homeless.value = [];
		const typed = fields.unsavedNow().map((field): Words => {
			return { address: fieldKey(field.address()), text: field.text.peek(), under: field.base() };
		});
		const words = [...typed, ...homeless.peek()];
		if (words.length > 0) storage.setItem(own, JSON.stringify({ words }));
		else if (isDown) storage.removeItem(own);
		isDown = words.length > 0;
	}

	/** Puts down what is not saved, or nothing if all of it is. False when there is no room for it. */
	function putDown(): boolean {
		try {
			write();
			return true;
		} catch (error) {
			console.error("Galley: what is typed could not be put down.", error);
			return false;
		}
	}

	/** Types words where they belong. False when they have no place any more, or it is taken. */
	function typeAgain({ address, text, under }: Words): boolean {
		const ref = parseFieldKey(address);
		return (ref && fields.at(ref)?.restore(text, under)) ?? false;
	}

	function pickUp(): void {
		const found = Object.keys(storage)
			.filter((key) => key.startsWith(PREFIX) && key !== own)
			.flatMap((key) => {
				const read = v.safeParse(PutDown, parsed(storage.getItem(key)));
				return read.success ? [{ key, words: read.output.words }] : [];
			});
		if (found.length === 0) return;
		const nowhere = found
			.flatMap(({ words }) => words)
			.filter((words) => !typeAgain(words) && words.text.trim() !== "");
		homeless.value = [...homeless.peek(), ...nowhere];
		// They are this page's own from here on: nothing is taken away before that is put down.
		if (putDown()) for (const { key } of found) storage.removeItem(key);
	}

	async function copyWords(text: string): Promise<void> {
		try {
			await copy(text);
			say(sentence("optionsLeftCopied"));
		} catch {
			say(sentence("optionsLeftNotCopied"));
		}
	}

	return {
		left: computed(() => [
			...fields.left.value
				.filter((field) => field.text.value.trim() !== "")
				.map((field): LeftWords => {
					const [ref, text] = [field.address(), field.text.value];
					const { discard } = field;
					const label = fieldLabel(ref);
					const key = `typed/${fieldKey(ref)}`;
					return { key, label, text, copy: () => copyWords(text), discard };
				}),
			...homeless.value.map((words, nth): LeftWords => {
				const { address, text } = words;
				return {
					key: `earlier/${nth}/${address}`,
					label: labelOf(address),
					text,
					copy: () => copyWords(text),
					discard() {
						homeless.value = homeless.peek().filter((other) => other !== words);
					},
				};
			}),
		]),
		keep(address, text) {
			homeless.value = [...homeless.peek(), { address, text, under: [] }];
		},
		leave() {
			// First what lasts: there may be no room to put anything down.
			const tried = fields.flush();
			const isKept = putDown();
			void tried.then(() => {
				if (!isKept && fields.unsavedNow().length > 0) say(sentence("optionsNotPutDown"));
			});
		},
		follow() {
			let isPickedUp = false;
			const endReading = effect(() => {
				if (!isRead.value || isPickedUp) return;
				isPickedUp = true;
				queueMicrotask(pickUp);
			});
			const endTyping = effect(() => {
				fields.unsaved.value;
				homeless.value;
				if (isDown) putDown();
			});
			return () => {
				endReading();
				endTyping();
			};
		},
	};
}

/** What words were typed as; those of a field that this version does not have are just words. */
function labelOf(address: string): StringKey {
	const ref = parseFieldKey(address);
	return ref ? fieldLabel(ref) : "optionsLeftWords";
}

function parsed(json: string | null): unknown {
	try {
		return JSON.parse(json ?? "");
	} catch {
		return null;
	}
}
