import type { Clip } from "../capture/clip.ts";
import { noteToContinue, noteWith, quote } from "../capture/quote.ts";
import { linkKey } from "../core/links/canonical.ts";
import { addressParts, shortAddress } from "../core/links/readable.ts";
import { tidyAddress } from "../core/links/tidy.ts";
import { trackingIn } from "../core/links/tracking.ts";
import { unwrap } from "../core/links/unwrap.ts";
import { NO_CONTENT, type PageContent } from "../core/page/page-content.ts";
import { forgetTyped, keepTyped } from "../data/items/typed.ts";
import type { StringKey } from "../extension/strings.ts";
import type { TabPage } from "../extension/tabs.ts";
import { computed, type Watching } from "./watched.ts";

export type Values = Omit<Clip, "details">;
export type PopupField = keyof Values;

/** The page that the popup was opened on, with what was read from it. */
export type OpenedPage = TabPage & PageContent;

/** Used if the browser does not say which page is active. */
export const NO_PAGE: OpenedPage = {
	...NO_CONTENT,
	tabId: null,
	url: "",
	title: "",
};

/** The parts that tidying removes from an address. */
export interface Removed {
	redirect: string | null;
	tracking: string[];
}

/** The sentence about another address of the page, and the button that uses it. */
interface OtherAddress {
	url: string;
	sentence: Extract<StringKey, "popupCleaned" | "popupOriginal" | "popupPageHas" | "popupItemHas">;
	/** The value of the sentence's placeholder: an address, or what was removed. */
	value: string | Removed;
	action: Extract<
		StringKey,
		"popupUseOriginal" | "popupUseCleaned" | "popupUsePage" | "popupUseItem"
	>;
}

function other(
	sentence: OtherAddress["sentence"],
	action: OtherAddress["action"],
	url: string,
): OtherAddress {
	return { sentence, action, url, value: shortAddress(url) };
}

/** What tidying removes from an address: the host of a redirect, and the names of tracking parameters. */
function removedFrom(url: string): Removed {
	const target = unwrap(url);
	return {
		redirect: target === url ? null : addressParts(url).host,
		tracking: trackingIn(target),
	};
}

export type PopupFields = ReturnType<typeof createPopupFields>;

/** Untouched fields are stored as empty, so that they do not replace the values of the item later. */
const UNTOUCHED: Values = { url: "", title: "", note: "", section: "" };

/**
 * The values of the popup's fields. Typing can begin before anything has been read, so values that arrive
 * later never replace typed ones.
 *
 * @param onUnkept called when typed values cannot be stored
 */
export function createPopupFields({ watched }: Watching, onUnkept: (error: unknown) => void) {
	const values = { url: watched(""), title: watched(""), note: watched(""), section: watched("") };
	const page = watched(NO_PAGE);
	const restored = watched<Extract<StringKey, "popupKept" | "popupBelow"> | null>(null);
	const touched = new Set<PopupField>();
	/** When the fields were last filled; 0 before. */
	let begun = 0;

	const cleaned = computed(() => tidyAddress(page.value.url));
	/** The address of the page in its item; empty if there is none. */
	const inItem = watched("");

	/** Another address that the link can have, and the sentence about it; null if there is none. */
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
			return { sentence: "popupCleaned", action: "popupUseOriginal", url, value };
		if (now !== url) return null;
		return { sentence: "popupOriginal", action: "popupUseCleaned", url: cleaned.value, value };
	});

	/** The selection as a quote; null if the note already contains it. */
	const quotable = computed(() => {
		const quoted = quote(page.value.selection);
		return noteWith(values.note.value, quoted) === values.note.value ? null : quoted;
	});

	/**
	 * The values of fields. Empty lines at the end of a note are only there for typing, so they are left
	 * out.
	 */
	const read = (fields: Iterable<PopupField>) =>
		Object.fromEntries(
			[...fields].map((field) => {
				const { value } = values[field];
				return [field, field === "note" ? value.replace(/\n+$/, "") : value];
			}),
		);

	const current = () => read(Object.keys(values) as PopupField[]) as unknown as Values;

	/** The values that the editor typed or chose. */
	const typed = (): Partial<Values> => read(touched);

	/**
	 * Fills the fields that nobody has typed in. A note that was read is put above a note that was begun.
	 */
	function fill(read: Partial<Values>): void {
		for (const field of Object.keys(read) as PopupField[]) {
			const value = read[field] ?? "";
			if (!touched.has(field)) {
				values[field].value = field === "note" ? noteToContinue(value) : value;
			} else if (field === "note") values.note.value = noteWith(value, values.note.value);
		}
	}

	/**
	 * Fills the fields when the stored values for the page are known, or when the item of the page has
	 * changed. From now on, what is typed is stored. Storing it earlier could overwrite stored words that
	 * had not been read yet.
	 *
	 * @param left the fields that were typed in before the popup was last closed
	 */
	function begin(given: Values, left: readonly PopupField[] = []): void {
		const isTyping = touched.size > 0;
		fill(given);
		for (const field of left) touched.add(field);
		begun = Date.now();
		// If nothing new was typed, the stored values keep their time.
		if (isTyping) void keep();
	}

	/** Makes the selection the note if the note is empty. Otherwise, the editor can add it. */
	function beginWithQuote(): void {
		const { note } = values;
		if (touched.has("note") || note.value !== "") return;
		note.value = noteToContinue(quote(page.value.selection));
		// The selection may be gone when the popup is opened again, so the note is stored like a typed one.
		if (note.value !== "") touched.add("note");
	}

	/** Sets a typed or chosen value and stores it at once, because the popup may close at any moment. */
	async function type(field: PopupField, value: string): Promise<void> {
		values[field].value = value;
		touched.add(field);
		await keep();
	}

	/** Stores the typed values, unless the earlier ones have not been read yet. */
	async function keep(): Promise<void> {
		if (!begun) return;
		const key = linkKey(page.value.url);
		try {
			await keepTyped({ ...UNTOUCHED, ...typed(), key, typedAt: begun });
		} catch (error) {
			onUnkept(error);
		}
	}

	/** Deletes the stored values for the page. The fields do not change. */
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
		/** The key of the sentence shown while the fields contain values that were typed earlier. */
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
