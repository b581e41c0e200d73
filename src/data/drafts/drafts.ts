import type { IDBPTransaction, StoreNames } from "idb";
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
import { readTransaction } from "../db/read-transaction.ts";
import type { ArchivedIssue, DraftFields, DraftRecord } from "../db/records.ts";
import type { GalleySchema } from "../db/schema.ts";
import { stamped } from "../db/stamped.ts";
import { typedIn } from "../db/typing.ts";
import { intervalFrom } from "../settings/interval.ts";
import { houseStyleIn } from "../settings/settings.ts";
import { DraftClosed } from "./draft-closed.ts";

/** The draft that clips go to, or null before the first clip or visit of the options page. */
export async function currentDraft(): Promise<DraftRecord | null> {
	return currentDraftFrom(await readTransaction(["settings", "drafts"]));
}

/** Does the same inside a transaction. */
export async function currentDraftFrom<
	Names extends StoreNames<GalleySchema>[],
	Mode extends IDBTransactionMode,
>(transaction: IDBPTransaction<GalleySchema, Names, Mode>): Promise<DraftRecord | null> {
	const id = (await transaction.objectStore("settings").get("currentDraft"))?.value;
	const draft = typeof id === "string" ? await transaction.objectStore("drafts").get(id) : null;
	return draft && isOpen(draft) ? draft : null;
}

/** A draft by its id, open or closed, or null. */
export async function draftById(id: string): Promise<DraftRecord | null> {
	return (await (await database()).get("drafts", id)) ?? null;
}

/** Whether a draft can still be edited: it is neither published nor deleted. */
export function isOpen({ publishedTime, deletedAt }: DraftRecord): boolean {
	return publishedTime === 0 && deletedAt === 0;
}

/**
 * Rejects with `DraftClosed`, inside a change, when a draft can no longer be edited. The shelf, and
 * bookings without a draft, can always be edited.
 *
 * @param id the id of the draft, `SHELF` or null
 *
 * @param words the words that were to be saved, if any
 */
export async function refuseClosed(edit: Edit, id: string | null, words?: object): Promise<void> {
	const draft = id === null ? undefined : await edit.stores.objectStore("drafts").get(id);
	if (draft && !isOpen(draft)) throw new DraftClosed(issueLabel(draft), words !== undefined);
}

/** There is no current draft yet. */
export class NoDraft extends Error {
	override readonly name = "NoDraft";
}

/** The current draft inside a change that cannot create one. Rejects with `NoDraft` if there is none. */
export async function existingDraftIn(edit: Edit): Promise<DraftRecord> {
	const draft = await currentDraftFrom(edit.stores);
	if (!draft) throw new NoDraft();
	return draft;
}

/**
 * Returns a function that finds a draft by its id, or the current draft for null, inside a change. It
 * rejects with `DraftClosed` when the draft is no longer open, and with `NoDraft` if there is no current
 * draft.
 */
export function openDraftFinder(
	id: string | null,
): (edit: Edit) => Promise<Pick<DraftRecord, "id">> {
	if (id === null) return existingDraftIn;
	return async (edit) => {
		await refuseClosed(edit, id);
		return { id };
	};
}

/** The current draft. It is created if there is none. */
export async function openDraft(): Promise<DraftRecord> {
	return (await currentDraft()) ?? change("unrecorded", null, (edit) => currentDraftIn(edit));
}

/** The current draft inside a change. It is created in the same transaction if there is none. */
export async function currentDraftIn(edit: Edit): Promise<DraftRecord> {
	const existing = await currentDraftFrom(edit.stores);
	if (existing) return existing;
	const draft = await nextDraft(edit, await precedingIn(edit), "");
	await edit.putForGood("drafts", draft);
	await edit.putForGood("settings", { key: "currentDraft", value: draft.id });
	return draft;
}

/**
 * Updates the number and dates of the current draft after an import into the archive, except those that
 * were set by hand.
 */
export function followArchive(): Promise<void> {
	return change("unrecorded", null, async (edit) => {
		const draft = await currentDraftIn(edit);
		if (await latestIn(edit))
			await edit.putForGood("drafts", await withNextNumberAndDates(edit, draft));
	});
}

/** A draft with the next number and dates, except those that were set by hand. */
export async function withNextNumberAndDates(edit: Edit, draft: DraftRecord): Promise<DraftRecord> {
	const { number, issueDate, publishedAt } = await nextDraft(edit, await precedingIn(edit), "");
	const { changed } = draft;
	return {
		...draft,
		number: changed.number ? draft.number : number,
		issueDate: changed.issueDate ? draft.issueDate : issueDate,
		publishedAt: changed.publishedAt ? draft.publishedAt : publishedAt,
	};
}

/**
 * Changes fields of a draft. Rejects when there is no such draft, and with `DraftClosed` when it is closed.
 */
export function editDraft(id: string, fields: Partial<DraftFields>): Promise<DraftRecord> {
	return changeDraft(id, Object.keys(fields).join(), () => fields);
}

/**
 * Changes one of the texts that a draft holds by name: a field of the house style, or the standing text of
 * this issue. `null` removes it, so that the text of the house style is used. Rejects as `editDraft` does.
 */
export function editNamedText(
	id: string,
	part: "fields" | "standing",
	name: string,
	text: string | null,
): Promise<DraftRecord> {
	return changeDraft(id, `${part}/${name}`, (draft) => {
		const { [name]: _, ...others } = draft[part];
		return { [part]: text === null ? others : { ...others, [name]: text } };
	});
}

/** @param typed the name of the field that is typed in; typing in it is one step of Undo */
function changeDraft(
	id: string,
	typed: string,
	fieldsFor: (draft: DraftRecord) => Partial<DraftFields>,
): Promise<DraftRecord> {
	return change("editDraft", typedIn(`draft/${id}/${typed}`), async (edit) => {
		const draft = await edit.stores.objectStore("drafts").get(id);
		if (!draft) throw new Error(`There is no draft ${id}.`);
		const fields = fieldsFor(draft);
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

/** The fields of the latest archived issue that determine the next one, inside a change. */
export async function precedingIn(edit: Edit): Promise<Preceding | null> {
	const last = await latestIn(edit);
	return last && precedingOf(last);
}

/** The fields of the preceding issue, archived or a draft, that determine the next one. */
export type Preceding = Pick<DraftRecord, "number" | "issueDate"> & { publishedAt: string | null };

/** The fields of an archived issue that determine the next one. */
export function precedingOf({ number, issueDate, issue }: ArchivedIssue): Preceding {
	return { number, issueDate, publishedAt: issue.publishedAt };
}

/** Creates a draft, not stored yet, for the issue after `last` and after all published issues. */
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
 * The issue date one interval after `last`. If there is no interval, the day of `now` or `last`, whichever
 * is later. If the next date would be beyond the latest allowed day, returns `last`, and the date can be
 * set by hand.
 */
function dateAfter(last: string, interval: Interval, now: Date): string {
	const next = nextIssueDate(last, interval);
	if (next !== null) return isIssueDate(next) ? next : last;
	const today = isoWithOffset(now).slice(0, 10);
	return today > last ? today : last;
}
