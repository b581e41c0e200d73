import { computed, effect, type ReadonlySignal, signal } from "@preact/signals";
import * as v from "valibot";
import type { StringKey } from "../../extension/strings.ts";
import { type Sentence, sentence } from "../../sentences/sentence.ts";
import { fieldKey, fieldLabel, parseFieldKey } from "./field-ref.ts";
import type { Fields } from "./fields.ts";

/** Text that is not stored and can no longer be typed into its field. */
interface UnsavedEntry {
	/** Identifies it in a list. */
	key: string;
	/** The label of its field, such as "Note" or "Intro". */
	label: StringKey;
	text: string;
	/** Copies the text, and reports whether that succeeded. */
	copy(): Promise<void>;
	/** Discards the text. */
	discard(): void;
}

/**
 * Typed text that has not been stored when a page closes. The database takes longer than a closing page
 * exists, so the text is written to a storage that works synchronously. The next page that opens types it
 * into the same fields.
 */
export interface Unsaved {
	/** Text whose field is gone, or whose stored text has been changed since. */
	readonly text: ReadonlySignal<readonly UnsavedEntry[]>;
	/** Keeps text for a field that could not be created, under a field address of that kind. */
	keep(address: string, text: string): void;
	/** Saves the typed text and writes the unsaved text to the storage, when the page is hidden. */
	leave(): void;
	/**
	 * Types the text of earlier pages when everything has been read, and keeps this page's entry in the
	 * storage up to date, until the returned function is called.
	 */
	follow(): () => void;
}

interface Needs {
	storage: Storage;
	fields: Fields;
	/** Whether everything that the text could replace has been read. */
	isRead: ReadonlySignal<boolean>;
	copy(text: string): Promise<void>;
	showNotice(what: Sentence): void;
}

const PREFIX = "galley-unsaved/";

const Words = v.object({
	/** The key of its field. */
	address: v.string(),
	text: v.string(),
	/** The texts that may be stored for this field, as far as the page that wrote this knew. */
	under: v.array(v.string()),
});
type Words = v.InferOutput<typeof Words>;

const StoredEntry = v.object({ words: v.array(Words) });

export function createUnsaved({ storage, fields, isRead, copy, showNotice }: Needs): Unsaved {
	const own = `${PREFIX}${crypto.randomUUID()}`;
	/** Text of earlier pages that has no field. It is kept until the person discards it. */
	const orphaned = signal<readonly Words[]>([]);
	let isWritten = false;

	function write(): void {
		// Another page that opened meanwhile has taken this text over and shows it.
		if (isWritten && storage.getItem(own) === null) orphaned.value = [];
		const typed = fields.unsavedNow().map((field): Words => {
			return { address: fieldKey(field.address()), text: field.text.peek(), under: field.base() };
		});
		const words = [...typed, ...orphaned.peek()];
		if (words.length > 0) storage.setItem(own, JSON.stringify({ words }));
		else if (isWritten) storage.removeItem(own);
		isWritten = words.length > 0;
	}

	/**
	 * Writes the unsaved text to the storage, or removes the entry if there is none. False if it is full.
	 */
	function writeEntry(): boolean {
		try {
			write();
			return true;
		} catch (error) {
			console.error("Galley: what is typed could not be put down.", error);
			return false;
		}
	}

	/** Types text into its field. False if the field is gone or its text has changed. */
	function restoreWords({ address, text, under }: Words): boolean {
		const ref = parseFieldKey(address);
		return (ref && fields.at(ref)?.restore(text, under)) ?? false;
	}

	function takeOverEntries(): void {
		const found = Object.keys(storage)
			.filter((key) => key.startsWith(PREFIX) && key !== own)
			.flatMap((key) => {
				const read = v.safeParse(StoredEntry, parsed(storage.getItem(key)));
				return read.success ? [{ key, words: read.output.words }] : [];
			});
		if (found.length === 0) return;
		const unrestored = found
			.flatMap(({ words }) => words)
			.filter((words) => !restoreWords(words) && words.text.trim() !== "");
		orphaned.value = [...orphaned.peek(), ...unrestored];
		// The text now belongs to this page. The old entries are removed only when it has been written again.
		if (writeEntry()) for (const { key } of found) storage.removeItem(key);
	}

	async function copyWords(text: string): Promise<void> {
		try {
			await copy(text);
			showNotice(sentence("optionsLeftCopied"));
		} catch {
			showNotice(sentence("optionsLeftNotCopied"));
		}
	}

	return {
		text: computed(() => [
			...fields.withoutPlace.value
				.filter((field) => field.text.value.trim() !== "")
				.map((field): UnsavedEntry => {
					const [ref, text] = [field.address(), field.text.value];
					const { discard } = field;
					const label = fieldLabel(ref);
					const key = `typed/${fieldKey(ref)}`;
					return { key, label, text, copy: () => copyWords(text), discard };
				}),
			...orphaned.value.map((words, nth): UnsavedEntry => {
				const { address, text } = words;
				return {
					key: `earlier/${nth}/${address}`,
					label: labelOf(address),
					text,
					copy: () => copyWords(text),
					discard() {
						orphaned.value = orphaned.peek().filter((other) => other !== words);
					},
				};
			}),
		]),
		keep(address, text) {
			orphaned.value = [...orphaned.peek(), { address, text, under: [] }];
		},
		leave() {
			// First the database, which is permanent: the synchronous storage may be full.
			const tried = fields.flush();
			const isKept = writeEntry();
			void tried.then(() => {
				if (!isKept && fields.unsavedNow().length > 0) showNotice(sentence("optionsNotPutDown"));
			});
		},
		follow() {
			let isPickedUp = false;
			const endReading = effect(() => {
				if (!isRead.value || isPickedUp) return;
				isPickedUp = true;
				queueMicrotask(takeOverEntries);
			});
			const endTyping = effect(() => {
				fields.unsaved.value;
				orphaned.value;
				if (isWritten) writeEntry();
			});
			return () => {
				endReading();
				endTyping();
			};
		},
	};
}

/** The label for the text. A field that this version does not know gets a general label. */
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
