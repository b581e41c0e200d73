import { computed } from "@preact/signals";
import type { HouseStyle } from "../../core/house-style/house-style.ts";
import { fillText } from "../../core/house-style/text-pattern.ts";
import type { DraftRecord } from "../../data/db/records.ts";
import { editNamedText } from "../../data/drafts/drafts.ts";
import { fieldsOf, valuesOf } from "../../export/assemble.ts";
import type { Stored } from "../app/stored.ts";
import { createField, type Field } from "../fields/field.ts";
import { fieldKey, namedId, splitNamedId } from "../fields/field-ref.ts";
import type { Fields } from "../fields/fields.ts";
import { parseText } from "../fields/parse.ts";
import { type Saving, saveAndRead } from "../fields/saving.ts";
import { getOrCreate } from "../signals/get-or-create.ts";
import { draftAndStatus } from "./draft-fields.ts";

/** The texts that a draft holds by name, because the house style says which there are. */
export interface NamedTexts {
	/** A field that the house style adds to drafts, such as a subject. */
	field(draftId: string, name: string): Field;
	/** A standing text as it is in the issue of one draft. */
	standing(draftId: string, id: string): Field;
	/** Uses the standing text of the house style again. */
	useUsual(draftId: string, id: string): Promise<boolean>;
}

/** One of the parts of a draft that hold texts by name. */
interface Part {
	of: "draft-field" | "draft-standing";
	key: "fields" | "standing";
	/** The text of a draft that says nothing of its own. */
	usual(draft: DraftRecord, style: HouseStyle, name: string): string;
}

const PARTS = {
	field: {
		of: "draft-field",
		key: "fields",
		usual: (draft, style, name) => fieldsOf({ ...draft, fields: {} }, style)[name] ?? "",
	},
	standing: {
		of: "draft-standing",
		key: "standing",
		usual: (draft, style, name) => {
			const text = style.standing.find(({ id }) => id === name)?.text ?? "";
			return fillText(text, valuesOf(draft, style), style.language);
		},
	},
} as const satisfies Record<string, Part>;

export function createNamedTexts(stored: Stored, saving: Saving, fields: Fields): NamedTexts {
	const made = new Map<string, Field>();

	function textOf(part: Part, draftId: string, name: string): Field {
		const ref = { of: part.of, id: namedId(draftId, name), part: "text" } as const;
		return getOrCreate(made, fieldKey(ref), () => {
			const { draft, status } = draftAndStatus(draftId, stored);
			const usual = () => {
				const now = draft.value;
				return now ? part.usual(now, stored.style.value, name) : "";
			};
			const save = (text: string) =>
				editNamedText(draftId, part.key, name, text === usual() ? null : text);
			const field = createField({
				ref,
				status,
				stored: computed(() => draft.value?.[part.key][name] ?? usual()),
				parse: parseText,
				save: (text, pending) => saveAndRead(stored, saving, () => save(text), pending),
			});
			fields.add([field]);
			return field;
		});
	}

	fields.findBy((ref) => {
		if (ref.of !== "draft-field" && ref.of !== "draft-standing") return null;
		const { recordId, name } = splitNamedId(ref.id);
		if (!stored.drafts.peek().some(({ id }) => id === recordId)) return null;
		return textOf(ref.of === "draft-field" ? PARTS.field : PARTS.standing, recordId, name);
	});

	return {
		field: (draftId, name) => textOf(PARTS.field, draftId, name),
		standing: (draftId, id) => textOf(PARTS.standing, draftId, id),
		async useUsual(draftId, id) {
			await fields.flush();
			return saveAndRead(stored, saving, () => editNamedText(draftId, "standing", id, null));
		},
	};
}
