import type { StringKey } from "../../extension/strings.ts";

/**
 * Everything that is typed on the page, by what it is part of, with what it is called there. To add
 * a field: a row here. Kinds and parts are in addresses that are stored: they keep their names.
 */
const FIELDS = {
	draft: {
		number: "optionsIssueNumber",
		issueDate: "optionsIssueDate",
		publishedAt: "optionsPublicationTime",
		intro: "optionsIntro",
		footer: "optionsFooter",
	},
	item: {
		title: "optionsTitle",
		note: "optionsNote",
		links: "optionsLinks",
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
	exempt: {
		hosts: "optionsExemptHosts",
	},
} as const satisfies Record<string, Record<string, StringKey>>;

type Kinds = typeof FIELDS;
type Kind = keyof Kinds;

/** The part of a kind of record that a field is for, as `note` of an item. */
export type FieldPart<K extends Kind> = keyof Kinds[K] & string;

/** A field, named by the record that it is part of. */
export type FieldRef = {
	[K in Kind]: {
		of: K;
		/** The record's id; empty where there is only one. */
		id: string;
		part: FieldPart<K>;
	};
}[Kind];

/** The kinds of which there is only one record. */
const SINGLE: ReadonlySet<Kind> = new Set<Kind>(["style", "exempt"]);

const KINDS = (Object.keys(FIELDS) as Kind[]).sort((one, other) => other.length - one.length);

/** A field as one text, by which it is known to the page, as the id of its element, and stored. */
export function fieldKey({ of, id, part }: FieldRef): string {
	return id === "" ? `${of}-${part}` : `${of}-${id}-${part}`;
}

/** The field that a key names; null when it names none. */
export function parseFieldKey(key: string): FieldRef | null {
	const of = KINDS.find((kind) => key.startsWith(`${kind}-`));
	if (of === undefined) return null;
	const rest = key.slice(of.length + 1);
	if (SINGLE.has(of)) {
		return Object.hasOwn(FIELDS[of], rest) ? ({ of, id: "", part: rest } as FieldRef) : null;
	}
	// No part that a record has has a dash in its name, but an id may.
	const end = rest.lastIndexOf("-");
	const part = rest.slice(end + 1);
	if (end < 1 || !Object.hasOwn(FIELDS[of], part)) return null;
	return { of, id: rest.slice(0, end), part } as FieldRef;
}

/** What a field is called on the page. */
export function fieldLabel({ of, part }: FieldRef): StringKey {
	return (FIELDS[of] as Record<string, StringKey>)[part] as StringKey;
}
