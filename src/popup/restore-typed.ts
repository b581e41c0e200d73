import { noteWith } from "../capture/quote.ts";
import type { ItemFields, ItemRecord, TypedClip } from "../data/db/records.ts";
import type { PopupField, Values } from "./fields.ts";

/** The part of an item that each field belongs to. */
const PARTS: Record<PopupField, keyof ItemFields> = {
	title: "links",
	url: "links",
	note: "note",
	section: "section",
};

/** The values of the fields for a page for which something was typed and not clipped. */
interface LeftOff {
	values: Values;
	/** The fields whose values come from earlier typing. */
	touched: PopupField[];
	/** Whether words that are older than the item's own are added below its note. */
	below: boolean;
}

/**
 * Puts earlier typed values into the fields. If a part of the item has changed since then, it is newer and
 * stays, and the words typed for it are added below the note, so that nothing is lost.
 *
 * @param typed the typed values by field; empty for a field that nobody touched
 *
 * @param fresh the values of the fields without any typing
 *
 * @param item the item that contains the page
 */
export function restoreTyped(typed: TypedClip, fresh: Values, item: ItemRecord | null): LeftOff {
	const values = { ...fresh };
	const touched: PopupField[] = [];
	const older: string[] = [];
	for (const field of Object.keys(PARTS) as PopupField[]) {
		const words = typed[field];
		if (!words || words === fresh[field]) continue;
		const changedAt = item ? (item.changed[PARTS[field]] ?? item.createdAt) : 0;
		// A note that contains the whole newer note can replace it without loss.
		if (changedAt <= typed.typedAt || (field === "note" && words.includes(fresh.note))) {
			values[field] = words;
			touched.push(field);
		} else if (field !== "section") older.push(words);
	}
	const note = older.reduce(noteWith, values.note);
	const below = note !== values.note;
	if (below) touched.push("note");
	return { values: { ...values, note }, touched, below };
}
