import fc from "fast-check";
import { generateNKeysBetween } from "fractional-indexing";
import { issueLabel } from "../../src/core/archive/issue-label.ts";
import { DEFAULT_HOUSE_STYLE } from "../../src/core/house-style/ready-made-styles.ts";
import type { Part } from "../../src/core/issue/issue.ts";
import { withSortKey } from "../../src/data/archive/sort-key.ts";
import type { BackupRecords } from "../../src/data/backup/backup-file.ts";
import { SAMPLE, SHELF } from "../../src/data/db/records.ts";
import { keysOf } from "../../src/data/links/link-keys.ts";

/** Texts that parsers may treat specially, and any other texts, including invalid characters. */
const text = fc.oneof(
	fc.string({ unit: "binary", maxLength: 20 }),
	fc.string({ unit: "grapheme", maxLength: 20 }),
	fc.constantFrom("<script>alert(1)</script>", "__proto__", "a\r\nb\u2028", "\ud800", ""),
);
const id = fc.oneof(fc.uuid(), fc.constantFrom("imported-7", "a/b", "{}", "📎"));
const time = fc.integer({ min: 1, max: 4_000_000_000_000 });
const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: null });
const number = fc.integer({ min: 1, max: 9_999 });
const day = fc.constantFrom("2019-12-15", "2020-02-29", "1999-01-01");
/**
 * Names of slots and fields. One is the name of a method of objects, which must not be treated specially.
 */
const words = fc.dictionary(fc.constantFrom("author", "tag", "toString"), text, { maxKeys: 2 });
const place = fc.integer({ min: 0, max: 50 }).map((at) => PLACES[at] ?? "a0");
const PLACES = generateNKeysBetween(null, null, 51);
const link = fc.record({
	url: fc.oneof(fc.webUrl({ withQueryParameters: true }), fc.constant("mailto:a@b.example")),
	title: text,
});
const stamps = (parts: readonly string[]) =>
	fc.record(Object.fromEntries(parts.map((part) => [part, time])), { requiredKeys: [] });

const draft = fc
	.record({
		id: fc.oneof(id, fc.constant(SAMPLE)),
		number: maybe(number),
		issueDate: maybe(day),
		publishedAt: fc.constantFrom("", "2019-12-22T13:40:01+00:00"),
		intro: text,
		footer: text,
		fields: words,
		standing: words,
		waved: fc.array(text, { maxLength: 2 }),
		createdAt: time,
		publishedTime: fc.oneof(fc.constant(0 as const), time),
		deletedAt: fc.oneof(fc.constant(0 as const), time),
		changed: stamps(["number", "issueDate", "publishedAt", "intro", "footer", "waved"]),
	})
	.map((any) => ({ ...any, sample: any.id === SAMPLE }));
const item = fc
	.record({
		id,
		draftId: fc.oneof(id, fc.constantFrom(SHELF, SAMPLE)),
		title: text,
		note: text,
		links: fc.array(link, { maxLength: 3 }),
		slots: words,
		asWritten: text,
		section: text,
		place,
		createdAt: time,
		deletedAt: maybe(time),
		changed: stamps(["note", "links", "section", "place", "keys", "draftId", "deletedAt"]),
	})
	.map((any) => ({ ...any, keys: keysOf(any.links) }));
const sponsor = fc.record({
	id,
	draftId: maybe(id),
	carriedFrom: maybe(id),
	name: text,
	note: text,
	links: fc.array(link, { maxLength: 2 }),
	heading: text,
	atFoot: maybe(fc.boolean()),
	number: maybe(number),
	issueDate: maybe(day),
	place,
	createdAt: time,
	deletedAt: maybe(time),
	changed: stamps(["name", "note", "links", "heading", "atFoot", "number", "issueDate", "place"]),
});

const gap = fc.option(fc.nat({ max: 9 }), { nil: undefined });
const part = fc
	.oneof(
		fc.record({ kind: fc.constant("text" as const), gap, text }),
		fc.record({
			kind: fc.constant("heading" as const),
			gap,
			text,
			level: fc.integer({ min: 1, max: 4 }),
			sponsor: fc.constantFrom(true as const, undefined),
		}),
		fc.record({
			kind: fc.constant("item" as const),
			gap,
			title: text,
			// An old issue may contain any kind of address.
			links: fc.array(
				fc.record({ url: fc.oneof(fc.webUrl(), text, fc.constant("ftp://old.example/file")) }),
				{ maxLength: 2 },
			),
			note: text,
			slots: words,
			asWritten: fc.option(text, { nil: undefined }),
		}),
	)
	.map((any) => {
		const present = Object.entries(any).filter(([, value]) => value !== undefined);
		return Object.fromEntries(present) as unknown as Part;
	});
const style = fc
	.record({ titleLine: text, fileName: text, mailQuoting: fc.boolean(), hidden: fc.boolean() })
	.map(({ hidden, ...parts }) => ({
		...DEFAULT_HOUSE_STYLE,
		...parts,
		sections: DEFAULT_HOUSE_STYLE.sections.map((section) =>
			hidden ? { ...section, hidden: true as const } : section,
		),
	}));
const archived = fc
	.record({
		id,
		number: maybe(number),
		issueDate: maybe(day),
		path: text,
		text,
		issue: fc.record({
			number: maybe(number),
			date: maybe(day),
			publishedAt: maybe(text),
			fields: words,
			parts: fc.array(part, { maxLength: 5 }),
		}),
		style,
		archivedAt: time,
		readAt: time,
	})
	.map(withSortKey);
const setting = fc.oneof(
	style.map((value) => ({ key: "style" as const, value })),
	id.map((value) => ({ key: "currentDraft" as const, value })),
	text.map((value) => ({ key: "lastSection" as const, value })),
	fc.array(text).map((value) => ({ key: "preflightOff" as const, value })),
	fc
		.record({ hosts: fc.array(text), sections: fc.array(text) })
		.map((value) => ({ key: "exemptions" as const, value })),
);
const typed = fc.record({
	key: text,
	url: text,
	title: text,
	note: text,
	section: text,
	typedAt: time,
});
const model = {
	sections: ["news"],
	weights: { "host:a.example": [0.5], constructor: [1] },
	learned: 1,
};
const learned = fc.dictionary(fc.uuid(), text, { maxKeys: 2 }).map((taught) => ({
	key: "sections" as const,
	basis: "",
	value: { model: JSON.stringify(model), taught },
}));

const many = <T extends object>(one: fc.Arbitrary<T>, key: (record: T) => unknown, most = 5) =>
	fc.uniqueArray(one, { selector: key, maxLength: most });

/** Any records that a database may contain and that belong in a backup. */
export const anyRecords: fc.Arbitrary<BackupRecords> = fc.record({
	drafts: many(draft, ({ id }) => id),
	items: many(item, ({ id }) => id, 10),
	sponsors: many(sponsor, ({ id }) => id),
	archive: many(
		archived,
		({ number, issueDate, path }) => issueLabel({ number, issueDate, path }),
		4,
	).map((issues) => issues.map((issue) => ({ ...issue, id: `${issue.id}/${issueLabel(issue)}` }))),
	settings: many(setting, ({ key }) => key),
	typed: many(typed, ({ key }) => key),
	derived: fc.array(learned, { maxLength: 1 }),
});
