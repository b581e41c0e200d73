import { computed, type ReadonlySignal } from "@preact/signals";
import type { SponsorFields, SponsorRecord } from "../../storage/records.ts";
import { editSponsor } from "../../storage/sponsors.ts";
import { createField, type Field } from "./field.ts";
import { linksText, type Parsed, parseLinks, parseText } from "./parse.ts";

/** What is typed about one sponsor, wherever it is shown. */
export type SponsorFieldName = "name" | "note" | "links" | "heading";

export type SponsorFieldSet = Record<SponsorFieldName, Field>;

/** Where a sponsor's fields read and write. */
export interface SponsorSource {
	id: string;
	/** What is on disk; it stands in for one that has not been written yet. */
	record: ReadonlySignal<SponsorRecord>;
	/** The draft that it will belong to if it is not kept yet. */
	draftId: string | null;
	/** Runs a write and reads what is on disk afterwards; true once that is done. */
	save(write: () => Promise<unknown>): Promise<boolean>;
}

export function createSponsorFields({ id, record, draftId, save }: SponsorSource): SponsorFieldSet {
	function field<K extends SponsorFieldName>(
		name: K,
		textOf: (sponsor: SponsorRecord) => string,
		parse: (text: string, sponsor: SponsorRecord) => Parsed<SponsorFields[K]>,
	): Field {
		return createField({
			id: `sponsor-${id}-${name}`,
			stored: computed(() => textOf(record.value)),
			parse: (text) => parse(text, record.value),
			save: (value) => save(() => editSponsor(id, { [name]: value }, draftId)),
			changedAt: () => record.value.changed[name] ?? 0,
		});
	}

	return {
		name: field("name", ({ name }) => name, parseText),
		note: field("note", ({ note }) => note, parseText),
		links: field(
			"links",
			({ links }) => linksText(links),
			(text, { links }) => parseLinks(text, links),
		),
		heading: field("heading", ({ heading }) => heading, parseText),
	};
}
