import { aWeekAfter, comingSunday, nextNumber, publicationTime } from "../issue/numbering.ts";
import { change, type Edit } from "./change.ts";
import { database } from "./database.ts";
import type { ArchivedIssue, DraftFields, DraftRecord, SponsorRecord } from "./records.ts";
import { settingIn } from "./settings.ts";

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
	return startDraft(edit, last ?? null, { sponsors: [], footer: "" });
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
 */
export function publishDraft(
	id: string,
	exported: Pick<ArchivedIssue, "fileName" | "text" | "issue" | "style">,
): Promise<DraftRecord> {
	return change("publish", null, async (edit) => {
		const draft = await edit.stores.objectStore("drafts").get(id);
		if (!draft) throw new Error(`There is no draft ${id}.`);
		if (draft.publishedTime !== null) throw new Error(`Draft ${id} is already published.`);
		const archived: ArchivedIssue = {
			...exported,
			id,
			number: exported.issue.number,
			archivedAt: Date.now(),
		};
		await edit.put("archive", archived);
		await edit.put("drafts", { ...draft, publishedTime: archived.archivedAt });
		return startDraft(edit, archived, { sponsors: draft.sponsors, footer: draft.footer });
	});
}

async function startDraft(
	edit: Edit,
	last: ArchivedIssue | null,
	carried: { sponsors: SponsorRecord[]; footer: string },
): Promise<DraftRecord> {
	const now = new Date();
	const issueDate = last ? aWeekAfter(last.issue.issueDate) : comingSunday(now);
	const published = await edit.stores
		.objectStore("archive")
		.index("number")
		.openKeyCursor(null, "prev");
	const draft: DraftRecord = {
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
	await edit.put("drafts", draft);
	await edit.put("settings", { key: "currentDraft", value: draft.id });
	return draft;
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

/** Reads one draft, or null. */
export async function draftById(id: string): Promise<DraftRecord | null> {
	return (await (await database()).get("drafts", id)) ?? null;
}
