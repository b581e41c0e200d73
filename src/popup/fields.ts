import type { Clip } from "../capture/clip.ts";
import { noteToContinue, noteWith, quote } from "../capture/quote.ts";
import { linkKey } from "../core/links/canonical.ts";
import { addressParts, shortAddress } from "../core/links/readable.ts";
import { tidyAddress } from "../core/links/tidy.ts";
import { trackingIn } from "../core/links/tracking.ts";
import { unwrap } from "../core/links/unwrap.ts";
import { NO_WORDS, type PageWords } from "../core/page/page-words.ts";
import { forgetTyped, keepTyped } from "../data/items/typed.ts";
import type { StringKey } from "../extension/strings.ts";
import type { TabPage } from "../extension/tabs.ts";
import { computed, type Watching } from "./watched.ts";

export type Values = Omit<Clip, "details">;
export type PopupField = keyof Values;

/** The page the popup was opened on, with what was read from it. */
export type OpenedPage = TabPage & PageWords;

/** What stands for the page when the browser does not say which is in front. */
export const NO_PAGE: OpenedPage = {
	...NO_WORDS,
	tabId: null,
	url: "",
	title: "",
};

/** What is not in an address any more. */
export interface Removed {
	redirect: string | null;
	tracking: string[];
}

/** What is said of another address, and what takes it. */
interface OtherAddress {
	url: string;
	says: Extract<StringKey, "popupCleaned" | "popupOriginal" | "popupPageHas" | "popupItemHas">;
	/** What fills the place in it: an address, or what was removed. */
	value: string | Removed;
	does: Extract<
		StringKey,
		"popupUseOriginal" | "popupUseCleaned" | "popupUsePage" | "popupUseItem"
	>;
}

function other(says: OtherAddress["says"], does: OtherAddress["does"], url: string): OtherAddress {
	return { says, does, url, value: shortAddress(url) };
}

/** What tidying takes from an address: the host of a redirect, and the names of what tells of the reader. */
function removedFrom(url: string): Removed {
	const target = unwrap(url);
	return {
		redirect: target === url ? null : addressParts(url).host,
		tracking: trackingIn(target),
	};
}

export type PopupFields = ReturnType<typeof createPopupFields>;

/** A field that nobody touched is kept empty: it is not the editor's word against the item's. */
const UNTOUCHED: Values = { url: "", title: "", note: "", section: "" };

/**
 * What stands in the popup's fields. Typing can begin before anything has been read, so what
 * arrives later never replaces what was typed.
 *
 * @param onUnkept is called when the browser does not store what is typed
 */
export function createPopupFields({ watched }: Watching, onUnkept: (error: unknown) => void) {
	const values = { url: watched(""), title: watched(""), note: watched(""), section: watched("") };
	const page = watched(NO_PAGE);
	const restored = watched<Extract<StringKey, "popupKept" | "popupBelow"> | null>(null);
	const touched = new Set<PopupField>();
	/** When the fields were last filled; 0 before. */
	let begun = 0;

	const cleaned = computed(() => tidyAddress(page.value.url));
	/** The address that the item of the page has; empty where there is none. */
	const inItem = watched("");

	/** Another address of the page that the link can have, and what is said of it; null for none. */
	const otherAddress = computed((): OtherAddress | null => {
		const { url } = page.value;
		const now = values.url.value;
		if (inItem.value !== "" && inItem.value !== cleaned.value) {
			if (now === inItem.value) return other("popupPageHas", "popupUsePage", cleaned.value);
			if (now === cleaned.value) return other("popupItemHas", "popupUseItem", inItem.value);
		}
		if (cleaned.value === url) return null;
		const value = removedFrom(url);
		if (now === cleaned.value)
			return { says: "popupCleaned", does: "popupUseOriginal", url, value };
		if (now !== url) return null;
		return { says: "popupOriginal", does: "popupUseCleaned", url: cleaned.value, value };
	});

	/** The selection as a quote, when it is not in the note already; else null. */
	const quotable = computed(() => {
		const quoted = quote(page.value.selection);
		return noteWith(values.note.value, quoted) === values.note.value ? null : quoted;
	});

	/** What stands in fields; the empty lines at the end of a note are there for typing alone. */
	const read = (fields: Iterable<PopupField>) =>
		Object.fromEntries(
			[...fields].map((field) => {
				const { value } = values[field];
				return [field, field === "note" ? value.replace(/\n+$/, "") : value];
			}),
		);

	const current = () => read(Object.keys(values) as PopupField[]) as unknown as Values;

	/** Of what stands in the fields, that which the editor typed or chose. */
	const typed = (): Partial<Values> => read(touched);

	/** Puts in what has been read, where nobody has typed; a note already begun goes below. */
	function fill(read: Partial<Values>): void {
		for (const field of Object.keys(read) as PopupField[]) {
			const value = read[field] ?? "";
			if (!touched.has(field)) {
				values[field].value = field === "note" ? noteToContinue(value) : value;
			} else if (field === "note") values.note.value = noteWith(value, values.note.value);
		}
	}

	/**
	 * Puts in what the popup begins with, once it is known what was kept for the page. What is typed
	 * is kept from now on: before, it would have taken the place of words not yet read. So too when
	 * the page's item has become another.
	 *
	 * @param left the fields that were typed in before the popup was last closed
	 */
	function begin(given: Values, left: readonly PopupField[] = []): void {
		const isTyping = touched.size > 0;
		fill(given);
		for (const field of left) touched.add(field);
		begun = Date.now();
		// What nobody has typed in since it was kept stays as old as it is.
		if (isTyping) void keep();
	}

	/** Makes the selection the note, unless there is one: then it can be added. */
	function beginWithQuote(): void {
		const { note } = values;
		if (touched.has("note") || note.value !== "") return;
		note.value = noteToContinue(quote(page.value.selection));
		// It may be gone from the page when the popup is opened next.
		if (note.value !== "") touched.add("note");
	}

	/** Takes what was typed or chosen, and keeps it at once: the popup may vanish right after. */
	async function type(field: PopupField, value: string): Promise<void> {
		values[field].value = value;
		touched.add(field);
		await keep();
	}

	/** Keeps what was typed, unless it has to be read first what was kept. */
	async function keep(): Promise<void> {
		if (!begun) return;
		const key = linkKey(page.value.url);
		try {
			await keepTyped({ ...UNTOUCHED, ...typed(), key, typedAt: begun });
		} catch (error) {
			onUnkept(error);
		}
	}

	/** Forgets what was typed for the page; the fields stay as they are. */
	async function forget(): Promise<void> {
		touched.clear();
		restored.value = null;
		await forgetTyped(linkKey(page.value.url));
	}

	const useOtherAddress = () => type("url", otherAddress.value?.url ?? values.url.value);

	const addQuote = () =>
		type("note", noteToContinue(noteWith(values.note.value, quotable.value ?? "")));

	return {
		...values,
		page,
		cleaned,
		inItem,
		otherAddress,
		quotable,
		/** What is said of it while the fields show words that were typed before. */
		restored,
		current,
		typed,
		fill,
		begin,
		beginWithQuote,
		type,
		forget,
		useOtherAddress,
		addQuote,
	};
}
