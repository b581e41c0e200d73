import { issueLabel } from "../../core/archive/issue-label.ts";
import { firstIssueDate, type Interval, nextIssueDate } from "../../core/calendar/interval.ts";
import {
	isIssueDate,
	isoWithOffset,
	nextNumber,
	publicationTimeOn,
} from "../../core/calendar/numbering.ts";
import { orderIn } from "../archive/archive-order.ts";
import { change, type Edit } from "../db/change.ts";
import { database } from "../db/database.ts";
import { type ReadTransaction, readTransaction } from "../db/read-transaction.ts";
import type { ArchivedIssue, DraftFields, DraftRecord } from "../db/records.ts";
import { stamped } from "../db/stamped.ts";
import { typedIn } from "../db/typing.ts";
import { intervalFrom } from "../settings/interval.ts";
import { houseStyleIn, settingIn } from "../settings/settings.ts";
import { DraftClosed } from "./draft-closed.ts";

/** The draft clips go to, or null before the first clip or visit of the options page. */
export async function currentDraft(): Promise<DraftRecord | null> {
	return currentDraftFrom(await readTransaction(["settings", "drafts"]));
}

/** The same inside a transaction. */
export async function currentDraftFrom(reading: ReadTransaction): Promise<DraftRecord | null> {
	const id = (await reading.objectStore("settings").get("currentDraft"))?.value;
	const draft = typeof id === "string" ? await reading.objectStore("drafts").get(id) : null;
	return draft && isOpen(draft) ? draft : null;
}

/** A draft by its id, open or not, or null. */
export async function draftById(id: string): Promise<DraftRecord | null> {
	return (await (await database()).get("drafts", id)) ?? null;
}

/** Whether a draft can still be written: neither published nor deleted. */
export function isOpen({ publishedTime, deletedAt }: DraftRecord): boolean {
	return publishedTime === 0 && deletedAt === 0;
}

/**
 * Rejects with `DraftClosed` when a draft can no longer be written, inside a change. The shelf, and
 * what is booked for no draft yet, always can.
 *
 * @param id the draft's, `SHELF` or null
 * @param words what was to be written into it, if something was
 */
export async function refuseClosed(edit: Edit, id: string | null, words?: object): Promise<void> {
	const draft = id === null ? undefined : await edit.stores.objectStore("drafts").get(id);
	if (draft && !isOpen(draft)) throw new DraftClosed(issueLabel(draft), words !== undefined);
}

/**
 * The way into a draft by its id, inside a change, or into the current one. Rejects with
 * `DraftClosed` when the draft is no longer open.
 */
export function intoDraft(id: string | null): (edit: Edit) => Promise<Pick<DraftRecord, "id">> {
	if (id === null) return currentDraftIn;
	return async (edit) => {
		await refuseClosed(edit, id);
		return { id };
	};
}

/** The current draft, made now if there is none. */
export async function openDraft(): Promise<DraftRecord> {
	return (await currentDraft()) ?? change("unrecorded", null, (edit) => currentDraftIn(edit));
}

/** The current draft inside a change, made in the same transaction if there is none. */
export async function currentDraftIn(edit: Edit): Promise<DraftRecord> {
	const id = await settingIn(edit, "currentDraft");
	const existing = id ? await edit.stores.objectStore("drafts").get(id) : undefined;
	if (existing && isOpen(existing)) return existing;
	const draft = await nextDraft(edit, await precedingIn(edit), "");
	await edit.putForGood("drafts", draft);
	await edit.putForGood("settings", { key: "currentDraft", value: draft.id });
	return draft;
}

/**
 * Counts the current draft on from the archive after an import: its number and dates, as far as
 * nobody has set them by hand.
 */
export function followArchive(): Promise<void> {
	return change("unrecorded", null, async (edit) => {
		const draft = await currentDraftIn(edit);
		if (await latestIn(edit)) await edit.putForGood("drafts", await countedOn(edit, draft));
	});
}

/** A draft with the number and dates that come next, as far as nobody has set them by hand. */
export async function countedOn(edit: Edit, draft: DraftRecord): Promise<DraftRecord> {
	const { number, issueDate, publishedAt } = await nextDraft(edit, await precedingIn(edit), "");
	const { changed } = draft;
	return {
		...draft,
		number: changed.number ? draft.number : number,
		issueDate: changed.issueDate ? draft.issueDate : issueDate,
		publishedAt: changed.publishedAt ? draft.publishedAt : publishedAt,
	};
}

/** Changes fields of a draft. Rejects when there is none, and with `DraftClosed` when it is closed. */
export function editDraft(id: string, fields: Partial<DraftFields>): Promise<DraftRecord> {
	return change("editDraft", typedIn(`draft/${id}/${Object.keys(fields).join()}`), async (edit) => {
		const draft = await edit.stores.objectStore("drafts").get(id);
		if (!draft) throw new Error(`There is no draft ${id}.`);
		await refuseClosed(edit, id, fields);
		const edited = { ...draft, ...fields, changed: stamped(draft.changed, fields) };
		await edit.put("drafts", edited);
		return edited;
	});
}

/** The latest archived issue, inside a change. */
async function latestIn(edit: Edit): Promise<ArchivedIssue | null> {
	const [id] = await orderIn(edit.stores);
	return id === undefined ? null : ((await edit.stores.objectStore("archive").get(id)) ?? null);
}

/** The latest archived issue as the next one follows from it, inside a change. */
export async function precedingIn(edit: Edit): Promise<Preceding | null> {
	const last = await latestIn(edit);
	return last && precedingOf(last);
}

/** What the next issue follows from: the one before, archived or still a draft. */
export type Preceding = Pick<DraftRecord, "number" | "issueDate"> & { publishedAt: string | null };

/** An archived issue as the next one follows from it. */
export function precedingOf({ number, issueDate, issue }: ArchivedIssue): Preceding {
	return { number, issueDate, publishedAt: issue.publishedAt };
}

/** A draft for the issue after `last` and all that are published; it is not kept yet. */
export async function nextDraft(
	edit: Edit,
	last: Preceding | null,
	footer: string,
): Promise<DraftRecord> {
	const now = new Date();
	const { numbered, dated } = await houseStyleIn(edit);
	const interval = await intervalFrom(edit.stores);
	const issueDate = last?.issueDate
		? dateAfter(last.issueDate, interval, now)
		: firstIssueDate(now, interval);
	const published = await edit.stores
		.objectStore("archive")
		.index("number")
		.openKeyCursor(null, "prev");
	return {
		id: crypto.randomUUID(),
		number: numbered ? nextNumber([published?.key ?? 0, last?.number ?? 0]) : null,
		issueDate: dated ? issueDate : null,
		publishedAt: publicationTimeOn(issueDate, now, last?.publishedAt ?? undefined),
		intro: "",
		footer,
		fields: {},
		standing: {},
		waved: [],
		createdAt: now.getTime(),
		publishedTime: 0,
		deletedAt: 0,
		sample: false,
		changed: {},
	};
}

/**
 * The issue date an interval after the last; without one, the day of `now` if that is later. The same
 * where there is no later one that can be written: it can be set by hand.
 */
function dateAfter(last: string, interval: Interval, now: Date): string {
	const next = nextIssueDate(last, interval);
	if (next !== null) return isIssueDate(next) ? next : last;
	const today = isoWithOffset(now).slice(0, 10);
	return today > last ? today : last;
}
