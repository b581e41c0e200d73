/**
 * The valid content of a backup, field by field. Each schema lists every field of its record, which the
 * compiler checks, and refuses all others, because Galley could not keep a field that it does not know. The
 * messages are codes of `backup-refusal.ts`; the interface has the sentences for them.
 */
import { generateKeyBetween } from "fractional-indexing";
import * as v from "valibot";
import type { Interval } from "../../core/calendar/interval.ts";
import { isIssueDate } from "../../core/calendar/numbering.ts";
import {
	FRONT_MATTER_KINDS,
	HEADING_FORMS,
	type HouseStyle,
	houseStyleSchema,
} from "../../core/house-style/house-style.ts";
import type { ItemLink } from "../../core/house-style/item.ts";
import type {
	FrontMatterEntry,
	HeadingPart,
	Issue,
	IssueFrontMatter,
	IssueLayout,
	ItemPart,
	Part,
	TextPart,
	TitlePart,
} from "../../core/issue/issue.ts";
import { isLinkable } from "../../core/links/linkable.ts";
import type { Exemptions } from "../../core/links/repeats.ts";
import {
	type ArchivedIssue,
	type DraftRecord,
	type ItemRecord,
	type LinkRecord,
	SAMPLE,
	SET_UP_QUESTIONS,
	type SettingRecord,
	type Settings,
	type SetUp,
	SHELF,
	type SponsorRecord,
	type TypedClip,
} from "../db/records.ts";
import type { LearnedSections } from "../suggestion/section-model.ts";
import type { BackupRecords, LearnedRecord } from "./backup-file.ts";

type Schema<T> = v.GenericSchema<T>;
type Fields<T> = { [K in keyof T]-?: Schema<T[K]> };

/** A record with exactly these fields. */
function recordOf<T extends object>(fields: Fields<T>): Schema<T> {
	return v.strictObject(fields as v.ObjectEntries) as unknown as Schema<T>;
}

/** An optional field. */
function orAbsent<T>(schema: Schema<T>): Schema<T> {
	return v.exactOptional(schema) as unknown as Schema<T>;
}

const text = v.string();
const time = v.pipe(v.number(), v.minValue(0, "time"));
const timeOrNull = v.nullable(time);
const id = v.pipe(text, v.nonEmpty("empty"), v.maxLength(1_000, "tooLong"));
const number = v.pipe(v.number(), v.safeInteger("number"), v.minValue(0, "number"));
const lines = v.pipe(v.number(), v.integer("number"), v.minValue(0, "number"));
const day = v.pipe(text, v.check(isIssueDate, "day"));
const address = v.pipe(text, v.check(isLinkable, "address"));
/** Invalid fractional indexes are refused, because no place after or before them could be computed. */
const place = v.pipe(text, v.check(isPlace, "place"));

function isPlace(key: string): boolean {
	try {
		generateKeyBetween(key, null);
		return true;
	} catch {
		return false;
	}
}

/** The times at which the parts of a record last changed. Unknown parts are harmless. */
const stamps = v.record(v.pipe(text, v.regex(/^[A-Za-z]{1,40}$/, "kind")), time);

/** Texts by name. */
const words = v.record(text, text);

const link = recordOf<LinkRecord>({
	url: address,
	title: text,
	description: orAbsent(text),
});

const draft = recordOf<DraftRecord>({
	// An item of this draft would be mistaken for one on the shelf.
	id: v.pipe(id, v.notValue(SHELF, "reserved")),
	number: v.nullable(number),
	issueDate: v.nullable(day),
	publishedAt: text,
	intro: text,
	footer: text,
	fields: words,
	standing: words,
	waved: v.array(text),
	createdAt: time,
	publishedTime: time as Schema<DraftRecord["publishedTime"]>,
	deletedAt: time as Schema<DraftRecord["deletedAt"]>,
	sample: v.boolean(),
	changed: stamps,
});

const item = recordOf<ItemRecord>({
	id,
	draftId: id,
	title: text,
	note: text,
	links: v.array(link),
	slots: words,
	asWritten: text,
	section: text,
	place,
	keys: v.array(text),
	createdAt: time,
	deletedAt: timeOrNull,
	changed: stamps,
});

const sponsor = recordOf<SponsorRecord>({
	id,
	draftId: v.nullable(id),
	carriedFrom: v.nullable(id),
	name: text,
	note: text,
	links: v.array(link),
	heading: text,
	atFoot: v.nullable(v.boolean()),
	number: v.nullable(number),
	issueDate: v.nullable(day),
	place,
	createdAt: time,
	deletedAt: timeOrNull,
	changed: stamps,
});

const style: Schema<HouseStyle> = houseStyleSchema as unknown as Schema<HouseStyle>;

/** The text of an issue may link to anything, so its parsed links are not restricted. */
const gap = orAbsent(lines);

const itemLink = recordOf<ItemLink>({ url: text, text: orAbsent(text), spelling: orAbsent(text) });

const part: Schema<Part> = v.variant("kind", [
	recordOf<TitlePart>({ kind: v.literal("title"), gap, text }),
	recordOf<HeadingPart>({
		kind: v.literal("heading"),
		gap,
		text,
		level: lines,
		form: orAbsent(v.picklist(HEADING_FORMS)),
		underline: orAbsent(v.number()),
		asWritten: orAbsent(text),
		sponsor: orAbsent(v.literal(true)),
	}),
	recordOf<ItemPart>({
		kind: v.literal("item"),
		gap,
		title: text,
		links: v.array(itemLink),
		note: text,
		slots: words,
		pattern: orAbsent(text),
		asWritten: orAbsent(text),
		sponsorAtFoot: orAbsent(lines),
	}),
	recordOf<TextPart>({ kind: v.literal("text"), gap, text, standing: orAbsent(text) }),
] as unknown as v.VariantOptions<"kind">) as unknown as Schema<Part>;

const archived = recordOf<ArchivedIssue>({
	id,
	number: v.nullable(number),
	issueDate: v.nullable(day),
	path: text,
	text,
	issue: recordOf<Issue>({
		number: v.nullable(number),
		date: v.nullable(text),
		publishedAt: v.nullable(text),
		fields: words,
		frontMatter: orAbsent(
			recordOf<IssueFrontMatter>({
				kind: v.picklist(FRONT_MATTER_KINDS),
				entries: v.array(recordOf<FrontMatterEntry>({ key: text, text: v.nullable(text) })),
			}),
		),
		parts: v.array(part),
		layout: orAbsent(
			recordOf<IssueLayout>({ afterFrontMatter: orAbsent(lines), atEnd: orAbsent(lines) }),
		),
	}),
	style,
	archivedAt: time,
	readAt: time,
	sortKey: v.tuple([text, v.number(), text]),
});

const whole = (least: number, most: number) =>
	v.pipe(v.number(), v.integer(), v.minValue(least), v.maxValue(most));

const interval = v.union([
	v.strictObject({ every: v.picklist(["week", "twoWeeks"]) }),
	v.strictObject({ every: v.literal("month"), day: whole(1, 31) }),
	v.strictObject({ every: v.literal("month"), weekday: whole(0, 6), nth: whole(1, 5) }),
	v.strictObject({ every: v.literal("none") }),
]) satisfies Schema<Interval>;

const setUp = recordOf<SetUp>({
	state: v.picklist(["new", "open", "done"]),
	name: text,
	answers: v.record(v.picklist(SET_UP_QUESTIONS), v.picklist(["answered", "skipped"])),
});

const SETTINGS: { [K in keyof Settings]: Schema<Settings[K]> } = {
	style,
	// Clips that go to the sample would be removed with it.
	currentDraft: v.pipe(id, v.notValue(SAMPLE, "reserved")),
	lastSection: text,
	exemptions: recordOf<Exemptions>({ hosts: v.array(text), sections: v.array(text) }),
	preflightOff: v.array(text),
	interval: v.nullable(interval),
	setUp,
};

const setting = v.variant(
	"key",
	Object.entries(SETTINGS).map(([key, value]) =>
		v.strictObject({ key: v.literal(key), value: value as v.GenericSchema }),
	) as unknown as v.VariantOptions<"key">,
) as unknown as Schema<SettingRecord>;

const typed = recordOf<TypedClip>({
	key: text,
	// It may be incomplete; the editor is told when it is clipped.
	url: text,
	title: text,
	note: text,
	section: text,
	typedAt: time,
});

const model = v.strictObject({
	sections: v.array(text),
	weights: v.record(text, v.array(v.number())),
	learned: v.number(),
});

/** What was learned is JSON inside a string, so that JSON is validated here too. */
function isModel(json: string): boolean {
	try {
		return v.is(model, JSON.parse(json));
	} catch {
		return false;
	}
}

const learned = recordOf<LearnedRecord>({
	key: v.literal("sections"),
	basis: text,
	value: recordOf<LearnedSections>({
		model: v.pipe(text, v.check(isModel, "model")),
		taught: v.record(text, text),
	}),
});

/** The schemas of the lists in a backup, by name. */
export const RECORDS: { [K in keyof BackupRecords]: Schema<BackupRecords[K]> } = {
	drafts: v.array(draft),
	items: v.array(item),
	sponsors: v.array(sponsor),
	archive: v.array(archived),
	settings: v.array(setting),
	typed: v.array(typed),
	derived: v.array(learned),
};

const count = v.pipe(v.number(), v.integer("number"), v.minValue(0, "number"));

/** The schema of a whole backup in the present format. */
export const BACKUP = v.strictObject({
	galleyBackup: v.number(),
	madeAt: v.pipe(text, v.isoTimestamp("moment")),
	galley: text,
	schema: v.number(),
	counts: v.strictObject({
		drafts: count,
		items: count,
		sponsors: count,
		archive: count,
		settings: count,
		typed: count,
		derived: count,
	}),
	...RECORDS,
});
