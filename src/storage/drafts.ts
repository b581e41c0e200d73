import { aWeekAfter, comingSunday, nextNumber, publicationTime } from "../issue/numbering.ts";
import { change, type Edit } from "./change.ts";
import { database } from "./database.ts";
import type { ArchivedIssue, DraftFields, DraftRecord } from "./records.ts";
import { settingIn } from "./settings.ts";

/** The archive has an issue with this number; two would not be told apart. */
export class NumberTaken extends Error {
	override readonly name = "NumberTaken";
	constructor(readonly number: number) {
		super(`Issue ${number} is in the archive already.`);
	}
}

/** The draft clips go to, or null before the first clip or visit of the options page. */
export async function currentDraft(): Promise<DraftRecord | null> {
	const transaction = (await database()).transaction(["settings", "drafts"]);
	const id = (await transaction.objectStore("settings").get("currentDraft"))?.value;
	const draft = typeof id === "string" ? await transaction.objectStore("drafts").get(id) : null;
	return draft ?? null;
}

/** The current draft, made now if there is none. */
export async function openDraft(): Promise<DraftRecord> {
	return (await currentDraft()) ?? change("editDraft", null, (edit) => currentDraftIn(edit));
}

/** The current draft inside a change, made in the same transaction if there is none. */
export async function currentDraftIn(edit: Edit): Promise<DraftRecord> {
	const id = await settingIn(edit, "currentDraft");
	const existing = id ? await edit.stores.objectStore("drafts").get(id) : undefined;
	if (existing) return existing;
	const last = (await edit.stores.objectStore("archive").index("number").openCursor(null, "prev"))
		?.value;
	const draft = await nextDraft(edit, last ?? null, { sponsors: [], footer: "" });
	await edit.putForGood("drafts", draft);
	await edit.putForGood("settings", { key: "currentDraft", value: draft.id });
	return draft;
}

/**
 * Counts the current draft on from the archive after an import: its number and dates, as far as
 * nobody has set them by hand.
 */
export function followArchive(): Promise<void> {
	return change("editDraft", null, async (edit) => {
		const draft = await currentDraftIn(edit);
		const last = await latestIn(edit);
		if (!last) return;
		const { number, issueDate, publishedAt } = await nextDraft(edit, last, draft);
		const { changed } = draft;
		await edit.putForGood("drafts", {
			...draft,
			number: changed.number ? draft.number : number,
			issueDate: changed.issueDate ? draft.issueDate : issueDate,
			publishedAt: changed.publishedAt ? draft.publishedAt : publishedAt,
		});
	});
}

/** Changes fields of a draft. Rejects when there is no such draft. */
export function editDraft(id: string, fields: Partial<DraftFields>): Promise<DraftRecord> {
	return change("editDraft", `draft/${id}/${Object.keys(fields).join()}`, async (edit) => {
		const draft = await edit.stores.objectStore("drafts").get(id);
		if (!draft) throw new Error(`There is no draft ${id}.`);
		const edited = { ...draft, ...fields, changed: stamped(draft.changed, fields) };
		await edit.put("drafts", edited);
		return edited;
	});
}

/**
 * Puts the exported issue into the archive as it was and opens the next draft: one number on,
 * a week later, with the sponsor and the footer carried over. All of it happens, or none.
 * Rejects with `NumberTaken` when the archive has an issue with that number.
 */
export function publishDraft(
	id: string,
	exported: Pick<ArchivedIssue, "fileName" | "text" | "issue" | "style">,
): Promise<DraftRecord> {
	return change("publish", null, async (edit) => {
		const draft = await edit.stores.objectStore("drafts").get(id);
		if (!draft) throw new Error(`There is no draft ${id}.`);
		if (draft.publishedTime !== null) throw new Error(`Draft ${id} is already published.`);
		const { number } = exported.issue;
		if (await edit.stores.objectStore("archive").index("number").getKey(number)) {
			throw new NumberTaken(number);
		}
		const archived: ArchivedIssue = {
			...exported,
			id,
			number,
			archivedAt: Date.now(),
		};
		await edit.put("archive", archived);
		await edit.put("drafts", { ...draft, publishedTime: archived.archivedAt });
		const next = await nextDraft(edit, archived, draft);
		await edit.put("drafts", next);
		await edit.put("settings", { key: "currentDraft", value: next.id });
		return next;
	});
}

async function latestIn(edit: Edit): Promise<ArchivedIssue | null> {
	const index = edit.stores.objectStore("archive").index("number");
	return (await index.openCursor(null, "prev"))?.value ?? null;
}

/** A draft for the issue after `last`; it is not kept yet. */
async function nextDraft(
	edit: Edit,
	last: ArchivedIssue | null,
	carried: Pick<DraftRecord, "sponsors" | "footer">,
): Promise<DraftRecord> {
	const now = new Date();
	const issueDate = last ? aWeekAfter(last.issue.issueDate) : comingSunday(now);
	const published = await edit.stores
		.objectStore("archive")
		.index("number")
		.openKeyCursor(null, "prev");
	return {
		id: crypto.randomUUID(),
		number: nextNumber(published ? [published.key] : []),
		issueDate,
		publishedAt: publicationTime(issueDate, now, last?.issue.publishedAt),
		intro: "",
		sponsors: carried.sponsors,
		footer: carried.footer,
		createdAt: now.getTime(),
		publishedTime: null,
		changed: {},
	};
}

/** `changed`, with the time of now for each of `fields`. */
export function stamped<F extends object>(
	changed: Partial<Record<keyof F, number>>,
	fields: Partial<F>,
): Partial<Record<keyof F, number>> {
	const now = Date.now();
	const stamps = Object.keys(fields).map((field) => [field, now]);
	return { ...changed, ...Object.fromEntries(stamps) };
}
