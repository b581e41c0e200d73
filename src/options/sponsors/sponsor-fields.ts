import { computed, type ReadonlySignal } from "@preact/signals";
import type { SponsorFields, SponsorRecord } from "../../data/db/records.ts";
import { moveBooking } from "../../data/sponsors/sponsor-moves.ts";
import { editSponsor } from "../../data/sponsors/sponsors.ts";
import { createField, type Field, type FieldStatus } from "../fields/field.ts";
import type { FieldPart } from "../fields/field-ref.ts";
import { linksText, type Parsed, parseLinks, parseText } from "../fields/parse.ts";
import { type Calendar, forIssueText, parseForIssue } from "./parse-issue.ts";

/** The typed fields of one sponsor. */
type SponsorFieldName = FieldPart<"sponsor">;

export type SponsorFieldSet = Record<SponsorFieldName, Field>;

/** Where the fields of a sponsor are read from and saved to. */
interface SponsorSource {
	id: string;
	/** The stored record, or an empty one if none is stored yet. */
	record: ReadonlySignal<SponsorRecord>;
	/** The draft that it will belong to if it is not stored yet. */
	draftId: string | null;
	/** Which issues it can be booked for. */
	calendar: ReadonlySignal<Calendar | null>;
	/** The number of the draft that it was written into, if any. */
	ownNumber: ReadonlySignal<number | null>;
	status: ReadonlySignal<FieldStatus>;
	/**
	 * Runs a write of the `pending` text and then reads what is stored. Resolves to true if both succeed.
	 */
	save(write: () => Promise<unknown>, pending: ReadonlySignal<boolean>): Promise<boolean>;
}

export function createSponsorFields(source: SponsorSource): SponsorFieldSet {
	const { id, record, draftId, calendar, ownNumber, status, save } = source;

	function field<K extends Exclude<SponsorFieldName, "issue">>(
		name: K,
		textOf: (sponsor: SponsorRecord) => string,
		parse: (text: string, sponsor: SponsorRecord) => Parsed<SponsorFields[K]>,
	): Field {
		return createField({
			ref: { of: "sponsor", id, part: name },
			status,
			stored: computed(() => textOf(record.value)),
			parse: (text) => parse(text, record.value),
			save: (value, pending) => save(() => editSponsor(id, { [name]: value }, draftId), pending),
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
		issue: createField({
			ref: { of: "sponsor", id, part: "issue" },
			status,
			stored: computed(() => forIssueText(record.value) || String(ownNumber.value ?? "")),
			parse: (text) => parseForIssue(text, calendar.peek()),
			save: (issue, pending) => save(() => moveBooking(id, issue), pending),
		}),
	};
}
