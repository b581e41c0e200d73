import type { Issue, ItemPart, Part } from "../../../core/issue/issue.ts";
import { mentionRecordsOf } from "../../archive/mention-records.ts";
import { withSortKey } from "../../archive/sort-key.ts";
import type {
	ArchivedIssue,
	DraftRecord,
	ItemRecord,
	MentionRecord,
	Replacement,
	UndoableRecord,
} from "../records.ts";
import type { Upgrade } from "./upgrade.ts";

/** A link in an archived issue of schema 3. */
interface LinkOfSchema3 {
	url: string;
	text: string;
}

interface ItemOfSchema3 {
	note: string;
	links: LinkOfSchema3[];
}

/** An archived issue of schema 3: sections with items, and no text in between. */
export interface IssueOfSchema3 {
	number: number;
	issueDate: string;
	publishedAt: string;
	intro: string;
	sponsors: (ItemOfSchema3 & { heading: string; foot: ItemOfSchema3 | null })[];
	sections: { heading: string; items: ItemOfSchema3[] }[];
	footer: string;
}

/** Converts an issue of schema 3 to parts in the order of the text. */
export function issueInParts(old: IssueOfSchema3): Issue {
	return {
		number: old.number,
		date: old.issueDate || null,
		publishedAt: old.publishedAt || null,
		fields: {},
		parts: [
			...textPart(old.intro),
			...old.sponsors.flatMap((sponsor): Part[] => [
				{ kind: "heading", text: sponsor.heading, level: 1, sponsor: true },
				...itemParts(sponsor),
			]),
			...old.sections.flatMap(({ heading, items }): Part[] => [
				{ kind: "heading", text: heading, level: 1 },
				...items.flatMap(itemParts),
			]),
			...old.sponsors.flatMap(({ foot }, sponsorAtFoot) =>
				foot ? itemParts(foot).map((item) => ({ ...item, sponsorAtFoot })) : [],
			),
			...textPart(old.footer),
		],
	};
}

function textPart(text: string): Part[] {
	return text === "" ? [] : [{ kind: "text", text }];
}

function itemParts({ note, links }: ItemOfSchema3): ItemPart[] {
	if (note === "" && links.length === 0) return [];
	const linked = links.map(({ url, text }) => (text === "" ? { url } : { url, text }));
	return [{ kind: "item", title: "", links: linked, note, slots: {} }];
}

/**
 * Upgrades drafts, items and archived issues from schema 3 to schema 4, including those in the history. The
 * parts of an archived issue are made from its old content, and the issue is marked to be parsed again.
 */
export async function issuesInParts(upgrade: Upgrade): Promise<void> {
	for (const store of ["drafts", "items", "archive"] as const) {
		const records = upgrade.objectStore(store);
		for (let cursor = await records.openCursor(); cursor; cursor = await cursor.continue()) {
			await cursor.update(RECORD[store](cursor.value) as never);
		}
	}
	const mentions = upgrade.objectStore("mentions");
	const archive = upgrade.objectStore("archive");
	for (let cursor = await mentions.openCursor(); cursor; cursor = await cursor.continue()) {
		const issue = await archive.get(cursor.value.issueId);
		await cursor.update({ ...cursor.value, path: issue?.path ?? "" });
	}
	const history = upgrade.objectStore("history");
	for (let cursor = await history.openCursor(); cursor; cursor = await cursor.continue()) {
		const { replacements } = cursor.value;
		await cursor.update({ ...cursor.value, replacements: replacements.map(stepInParts) });
	}
}

function stepInParts(step: Replacement): Replacement {
	const { store } = step;
	if (!isChanged(store)) return step;
	const side = (record: UndoableRecord | undefined) => record && RECORD[store](record);
	return { ...step, before: side(step.before), after: side(step.after) };
}

/** Convert records of schema 3 to schema 4, by store. Old backups are upgraded by the same functions. */
export const RECORD = {
	drafts(record: object): DraftRecord {
		return { ...(record as DraftRecord), fields: {}, standing: {} };
	},
	items(record: object): ItemRecord {
		const item = record as ItemRecord;
		return { ...item, title: item.links[0]?.title ?? "", slots: {}, asWritten: "" };
	},
	archive(record: object): ArchivedIssue {
		const { fileName, ...old } = record as Omit<ArchivedIssue, "issue" | "path"> & {
			fileName: string;
			issue: IssueOfSchema3;
		};
		const issue = issueInParts(old.issue);
		const { number, date: issueDate } = issue;
		return withSortKey({ ...old, number, issueDate, path: fileName, issue, readAt: 0 });
	},
};

/** The mentions of an archived issue of schema 1. Schema 1 did not store mentions. */
export function mentionsOfSchema1(record: object): MentionRecord[] {
	return mentionRecordsOf(RECORD.archive(record));
}

function isChanged(store: Replacement["store"]): store is keyof typeof RECORD {
	return store in RECORD;
}
