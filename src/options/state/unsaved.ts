import * as v from "valibot";
import type { Fields } from "./fields.ts";
import type { Stored } from "./stored.ts";

/**
 * What was typed and is not on disk when a page goes away. The database answers later than a
 * closing page lives, so the words are put where writing takes effect at once, and the next page
 * that opens saves them.
 */
export interface Unsaved {
	/** Puts down what is not saved. To be called while the page is going away. */
	putDown(): void;
	/** Takes it away again: the page lived on, and all of it has been saved. */
	clear(): void;
	/** Types what earlier pages put down, unless the same field has been changed since. */
	pickUp(): void;
}

const PREFIX = "galley-unsaved/";

const PutDown = v.object({
	draftId: v.string(),
	at: v.number(),
	texts: v.array(v.object({ id: v.string(), text: v.string() })),
});

export function createUnsaved(storage: Storage, stored: Stored, fields: Fields): Unsaved {
	const own = `${PREFIX}${crypto.randomUUID()}`;

	return {
		putDown() {
			const draftId = stored.draft.peek()?.id;
			const texts = fields.unsaved.peek().map(({ id, text }) => ({ id, text: text.peek() }));
			if (draftId === undefined || texts.length === 0) return;
			storage.setItem(own, JSON.stringify({ draftId, at: Date.now(), texts }));
		},
		clear() {
			if (fields.unsaved.peek().length === 0) storage.removeItem(own);
		},
		pickUp() {
			const draft = stored.draft.peek();
			if (!draft) return;
			for (const key of Object.keys(storage).filter((name) => name.startsWith(PREFIX))) {
				const found = v.safeParse(PutDown, parsed(storage.getItem(key)));
				storage.removeItem(key);
				if (!found.success || found.output.draftId !== draft.id) continue;
				for (const { id, text } of found.output.texts) {
					const field = fields.byId(id);
					if (!field || field.changedAt() >= found.output.at) continue;
					field.type(text);
					void field.flush();
				}
			}
		},
	};
}

function parsed(json: string | null): unknown {
	try {
		return JSON.parse(json ?? "");
	} catch {
		return null;
	}
}
