import { noteWith } from "../capture/quote.ts";
import type { ItemFields, ItemRecord, TypedClip } from "../data/db/records.ts";
import type { PopupField, Values } from "./fields.ts";

/** The part of an item that each field is of. */
const PARTS: Record<PopupField, keyof ItemFields> = {
	title: "links",
	url: "links",
	note: "note",
	section: "section",
};

/** What stands in the fields of a page where words were typed and not clipped. */
interface LeftOff {
	values: Values;
	/** The fields that do not stand as if nothing had been typed. */
	touched: PopupField[];
	/** Whether words that are older than the item's own stand below its note. */
	below: boolean;
}

/**
 * Puts what was typed into the fields. A part of the item that has changed since then is newer:
 * it stays, and the words typed for it go below the note, so that neither takes the other's place.
 *
 * @param typed what was typed, by field; a field that nobody touched is empty
 * @param fresh what the fields hold while nothing has been typed
 * @param item the one that the page is in already
 */
export function leftOff(typed: TypedClip, fresh: Values, item: ItemRecord | null): LeftOff {
	const values = { ...fresh };
	const touched: PopupField[] = [];
	const older: string[] = [];
	for (const field of Object.keys(PARTS) as PopupField[]) {
		const words = typed[field];
		if (!words || words === fresh[field]) continue;
		const changedAt = item ? (item.changed[PARTS[field]] ?? item.createdAt) : 0;
		// Nothing newer gives way to a note that has it all in it.
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
