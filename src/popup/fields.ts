import type { Page } from "../browser/tabs.ts";
import { noteWith, quote } from "../capture/quote.ts";
import { linkKey } from "../links/canonical.ts";
import { withoutTracking } from "../links/tracking.ts";
import { forgetTyped, keepTyped } from "../storage/typed.ts";
import { derived, type Watching } from "./watched.ts";

export type Field = "link" | "title" | "note" | "section";
export type Values = Record<Field, string>;

/** The page the popup was opened on, with the text selected in it. */
export type OpenedPage = Page & { selection: string };

export type Fields = ReturnType<typeof createFields>;

/**
 * What stands in the popup's fields. Typing can begin before anything has been read, so what
 * arrives later never replaces what was typed.
 *
 * @param onUnkept is called when the browser does not store what is typed
 */
export function createFields({ watched }: Watching, onUnkept: (error: unknown) => void) {
	const values = { link: watched(""), title: watched(""), note: watched(""), section: watched("") };
	const page = watched<OpenedPage>({ tabId: null, url: "", title: "", selection: "" });
	const restored = watched(false);
	const touched = new Set<Field>();
	let begun = false;

	const cleaned = derived(() => withoutTracking(page.value.url));

	/** Which spelling of the page's address the link has; null when there is only one. */
	const spelling = derived(() => {
		if (cleaned.value === page.value.url) return null;
		if (values.link.value === cleaned.value) return "cleaned";
		return values.link.value === page.value.url ? "original" : null;
	});

	/** The selection as a quote, when it is not in the note already; else null. */
	const quotable = derived(() => {
		const quoted = quote(page.value.selection);
		return noteWith(values.note.value, quoted) === values.note.value ? null : quoted;
	});

	function current(): Values {
		const { link, title, note, section } = values;
		return { link: link.value, title: title.value, note: note.value, section: section.value };
	}

	/** Puts in what has been read, where nobody has typed; a note already begun goes below. */
	function fill(read: Partial<Values>): void {
		for (const field of Object.keys(read) as Field[]) {
			const value = read[field] ?? "";
			if (!touched.has(field)) values[field].value = value;
			else if (field === "note") values.note.value = noteWith(value, values.note.value);
		}
	}

	/**
	 * Puts in what the popup begins with, once it is known what was kept for the page. What is typed
	 * is kept from now on: before, it would have taken the place of words not yet read.
	 */
	function begin(read: Values): void {
		fill(read);
		begun = true;
		void keep();
	}

	/** Makes the selection the note, unless there is one: then it can be added. */
	function beginWithQuote(): void {
		const { note } = values;
		if (!touched.has("note") && note.value === "") note.value = quote(page.value.selection);
	}

	/** Takes what was typed or chosen, and keeps it at once: the popup may vanish right after. */
	async function type(field: Field, value: string): Promise<void> {
		values[field].value = value;
		touched.add(field);
		await keep();
	}

	/** Keeps what was typed, if anything was. */
	async function keep(): Promise<void> {
		const { url } = page.value;
		if (touched.size === 0 || !begun) return;
		const { link, ...rest } = current();
		try {
			await keepTyped({ ...rest, key: linkKey(url), url: link, typedAt: Date.now() });
		} catch (error) {
			onUnkept(error);
		}
	}

	/** Forgets what was typed for the page; the fields stay as they are. */
	async function forget(): Promise<void> {
		touched.clear();
		restored.value = false;
		await forgetTyped(linkKey(page.value.url));
	}

	const switchSpelling = () =>
		type("link", spelling.value === "cleaned" ? page.value.url : cleaned.value);

	const addQuote = () => type("note", noteWith(values.note.value, quotable.value ?? ""));

	return {
		...values,
		page,
		cleaned,
		spelling,
		quotable,
		/** True while the fields show what was typed before the popup was last closed. */
		restored,
		current,
		fill,
		begin,
		beginWithQuote,
		type,
		forget,
		switchSpelling,
		addQuote,
	};
}
