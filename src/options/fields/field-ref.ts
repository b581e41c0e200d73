import type { StringKey } from "../../extension/strings.ts";

/**
 * All fields of the page by the kind of record that they belong to, with their labels. To add a field,
 * add a row here. Kinds and parts are part of stored addresses, so they must keep their names.
 */
const FIELDS = {
	draft: {
		number: "optionsIssueNumber",
		issueDate: "optionsIssueDate",
		publishedAt: "optionsPublicationTime",
		intro: "optionsIntro",
		footer: "optionsFooter",
	},
	/** The id is that of the draft with the name of the field: see `namedId`. */
	"draft-field": {
		text: "optionsStyleField",
	},
	/** The id is that of the draft with that of the standing text. */
	"draft-standing": {
		text: "optionsStandingHere",
	},
	item: {
		title: "optionsTitle",
		note: "optionsNote",
		links: "optionsLinks",
	},
	/** The id is that of the item with the name of the slot. */
	"item-slot": {
		text: "optionsItemSlot",
	},
	sponsor: {
		name: "optionsSponsorName",
		note: "optionsSponsorNote",
		links: "optionsSponsorLinks",
		heading: "optionsHeading",
		issue: "optionsSponsorsForIssue",
	},
	style: {
		"file-name": "optionsFileName",
		"title-line": "optionsTitleLine",
		item: "optionsItemPattern",
		"sponsor-heading": "optionsSponsorHeading",
		"sponsor-underline": "optionsUnderlineOfSponsor",
		"spacing-afterFrontMatter": "optionsSpacing_afterFrontMatter",
		"spacing-beforeHeading": "optionsSpacing_beforeHeading",
		"spacing-afterHeading": "optionsSpacing_afterHeading",
		"spacing-betweenItems": "optionsSpacing_betweenItems",
		"spacing-betweenListItems": "optionsSpacing_betweenListItems",
		"spacing-aroundText": "optionsSpacing_aroundText",
		"spacing-beforeSponsorAtFoot": "optionsSpacing_beforeSponsorAtFoot",
		"spacing-atEnd": "optionsSpacing_atEnd",
	},
	"style-section": {
		heading: "optionsHeading",
		underline: "optionsUnderline",
		level: "optionsSectionLevel",
		item: "optionsSectionItem",
	},
	"style-line": {
		key: "optionsKey",
		pattern: "optionsPattern",
	},
	"style-standing": {
		text: "optionsStandingAll",
	},
	exempt: {
		hosts: "optionsExemptHosts",
	},
} as const satisfies Record<string, Record<string, StringKey>>;

type Kinds = typeof FIELDS;
type Kind = keyof Kinds;

/** The part of a record that a field edits, such as `note` of an item. */
export type FieldPart<K extends Kind> = keyof Kinds[K] & string;

/** A reference to a field: the record that it belongs to, and the part of the record. */
export type FieldRef = {
	[K in Kind]: {
		of: K;
		/** The id of the record; empty if there is only one record of this kind. */
		id: string;
		part: FieldPart<K>;
	};
}[Kind];

/** The kinds that have only one record. */
const SINGLE: ReadonlySet<Kind> = new Set<Kind>(["style", "exempt"]);

const KINDS = (Object.keys(FIELDS) as Kind[]).sort((one, other) => other.length - one.length);

/** A reference as one string: the id of the element on the page, and the form in which it is stored. */
export function fieldKey({ of, id, part }: FieldRef): string {
	return id === "" ? `${of}-${part}` : `${of}-${id}-${part}`;
}

/** Parses a key; null if it is not the key of a field. */
export function parseFieldKey(key: string): FieldRef | null {
	const of = KINDS.find((kind) => key.startsWith(`${kind}-`));
	if (of === undefined) return null;
	const rest = key.slice(of.length + 1);
	if (SINGLE.has(of)) {
		return Object.hasOwn(FIELDS[of], rest) ? ({ of, id: "", part: rest } as FieldRef) : null;
	}
	// No part of a record has a dash in its name, but an id may have one.
	const end = rest.lastIndexOf("-");
	const part = rest.slice(end + 1);
	if (end < 1 || !Object.hasOwn(FIELDS[of], part)) return null;
	return { of, id: rest.slice(0, end), part } as FieldRef;
}

/** The id of a field that belongs to a record and, inside it, to a name. */
export function namedId(recordId: string, name: string): string {
	return `${recordId}/${name}`;
}

/** The record and the name of such an id. */
export function splitNamedId(id: string): { recordId: string; name: string } {
	const end = id.indexOf("/");
	return { recordId: id.slice(0, end), name: id.slice(end + 1) };
}

/** The label of a field on the page. */
export function fieldLabel({ of, part }: FieldRef): StringKey {
	return (FIELDS[of] as Record<string, StringKey>)[part] as StringKey;
}
