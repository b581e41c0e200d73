import { computed, type ReadonlySignal } from "@preact/signals";
import { editDraft } from "../../storage/drafts.ts";
import type { DraftFields, DraftRecord, SponsorRecord } from "../../storage/records.ts";
import { editSponsor, noSponsor, type SponsorParts } from "../../storage/sponsors.ts";
import { createField, type Field } from "./field.ts";
import {
	linksText,
	type Parsed,
	parseIssueDate,
	parseLinks,
	parseNumber,
	parsePublicationTime,
	parseText,
} from "./parse.ts";
import type { Saving } from "./saving.ts";
import type { Stored } from "./stored.ts";

/** Everything of a draft that is typed, apart from its items. */
export type DraftFieldName =
	| "number"
	| "issueDate"
	| "publishedAt"
	| "intro"
	| "sponsorName"
	| "sponsorNote"
	| "sponsorLinks"
	| "footer";

export type DraftFieldSet = Record<DraftFieldName, Field>;

/** The fields of one draft. Words typed into them are saved to that draft, whichever is current. */
export function createDraftFields(draftId: string, stored: Stored, saving: Saving): DraftFieldSet {
	let last: DraftRecord | null = null;
	const draft = computed(() => {
		const current = stored.draft.value;
		last = current?.id === draftId ? current : last;
		return last;
	});

	async function save(write: () => Promise<unknown>): Promise<boolean> {
		const saved = await saving.run(async () => {
			await write();
			await stored.refresh();
		});
		return saved !== null;
	}

	function ownField<K extends "number" | "issueDate" | "publishedAt" | "intro" | "footer">(
		name: K,
		parse: (text: string) => Parsed<DraftFields[K]>,
	): Field {
		return createField({
			id: `draft-${name}`,
			stored: computed(() => String(draft.value?.[name] ?? "")),
			parse,
			save: (value) => save(() => editDraft(draftId, { [name]: value } as Partial<DraftFields>)),
			changedAt: () => draft.value?.changed[name] ?? 0,
		});
	}

	function sponsorField<K extends keyof SponsorParts>(
		id: string,
		textOf: (sponsor: SponsorRecord) => string,
		parse: (text: string, sponsor: SponsorRecord) => Parsed<SponsorRecord[K]>,
		name: K,
	): Field {
		const sponsor: ReadonlySignal<SponsorRecord> = computed(
			() => draft.value?.sponsors[0] ?? noSponsor(draftId),
		);
		return createField({
			id,
			stored: computed(() => textOf(sponsor.value)),
			parse: (text) => parse(text, sponsor.value),
			save: (value) => save(() => editSponsor(draftId, { [name]: value })),
			changedAt: () => draft.value?.changed.sponsors ?? 0,
		});
	}

	return {
		number: ownField("number", parseNumber),
		issueDate: ownField("issueDate", parseIssueDate),
		publishedAt: ownField("publishedAt", parsePublicationTime),
		intro: ownField("intro", parseText),
		sponsorName: sponsorField("sponsor-name", ({ name }) => name, parseText, "name"),
		sponsorNote: sponsorField("sponsor-note", ({ note }) => note, parseText, "note"),
		sponsorLinks: sponsorField(
			"sponsor-links",
			({ links }) => linksText(links),
			(text, { links }) => parseLinks(text, links),
			"links",
		),
		footer: ownField("footer", parseText),
	};
}
