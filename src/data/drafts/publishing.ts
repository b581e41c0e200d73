import { issueLabel } from "../../core/archive/issue-label.ts";
import { sameJson } from "../../core/json/same-json.ts";
import { asRead } from "../archive/archive.ts";
import { putArchived } from "../archive/archive-changes.ts";
import { change, type Edit } from "../db/change.ts";
import { NumberTaken } from "../db/number-taken.ts";
import type { ArchivedIssue, DraftRecord, ItemRecord, SponsorRecord } from "../db/records.ts";
import { stamped } from "../db/stamped.ts";
import { moveToDraft } from "../items/item-moves.ts";
import { isWritten, itemsInOrder } from "../items/items.ts";
import { settingIn } from "../settings/settings.ts";
import { bindSponsors, carrySponsors, hasContent } from "../sponsors/sponsors.ts";
import { sponsorsIn } from "../sponsors/sponsors-of-draft.ts";
import { openDraftsIn, setCurrentIn } from "./draft-list.ts";
import { nextDraft, precedingOf } from "./drafts.ts";

/** The draft was changed after it was exported, so the exported text is out of date. */
export class DraftChanged extends Error {
	override readonly name = "DraftChanged";
	constructor(readonly issue: string | number) {
		super(`Issue ${issue} was changed while it was being published.`);
	}
}

/** A draft as it was read for the export, with its sponsors and its items that are not deleted. */
export interface DraftSnapshot {
	draft: DraftRecord;
	sponsors: readonly SponsorRecord[];
	items: readonly ItemRecord[];
}

/** The draft that is open after publishing, and the items that were added too late for the issue. */
export interface Published {
	next: DraftRecord;
	late: readonly ItemRecord[];
}

/**
 * Adds the exported issue to the archive and goes on to the next draft: the current one if it is still
 * open, else the open one with the lowest number, else a new one. A new draft has the next number and date
 * and a copy of the footer, and also of the sponsors if nobody has booked it. Items that were added after
 * the draft was read are moved to the next draft, as they are not in the text. All of this happens in one
 * transaction.
 *
 * Rejects with `NumberTaken` when the archive already has an issue with that number, and with
 * `DraftChanged` when anything exported has been changed since.
 */
export function publishDraft(
	seen: DraftSnapshot,
	exported: Pick<ArchivedIssue, "path" | "text" | "issue" | "style">,
): Promise<Published> {
	const { id } = seen.draft;
	return change("publish", null, async (edit) => {
		const draft = await edit.stores.objectStore("drafts").get(id);
		if (!draft) throw new Error(`There is no draft ${id}.`);
		if (draft.publishedTime !== 0) throw new Error(`Draft ${id} is already published.`);
		if (draft.sample) throw new Error("The sample is not published.");
		const { number, date: issueDate } = exported.issue;
		if (
			number !== null &&
			(await edit.stores.objectStore("archive").index("number").getKey(number))
		) {
			throw new NumberTaken(number);
		}
		const late = await itemsAddedSince(edit, seen, draft);
		const archived = asRead({ ...exported, id, number, issueDate, archivedAt: Date.now() });
		await putArchived(edit, archived);
		const publishedTime = archived.archivedAt;
		const changed = stamped<DraftRecord>(draft.changed, { publishedTime });
		await edit.put("drafts", { ...draft, publishedTime, changed });
		const ran = await bindSponsors(edit, draft);
		const next = (await nextOpenDraftIn(edit)) ?? (await draftAfter(edit, archived, draft, ran));
		await moveToDraft(edit, late, next.id);
		return { next: await setCurrentIn(edit, next), late };
	});
}

/**
 * The items with content that were added, or filled in, after the draft was read. Rejects with
 * `DraftChanged` when anything that was read has changed.
 */
async function itemsAddedSince(
	edit: Edit,
	seen: DraftSnapshot,
	draft: DraftRecord,
): Promise<ItemRecord[]> {
	const items = itemsInOrder(
		await edit.stores.objectStore("items").index("draft").getAll(draft.id),
	);
	const written = items.filter(isWritten);
	const read = new Map(seen.items.filter(isWritten).map((item) => [item.id, item]));
	const stayed = written.filter(({ id }) => read.has(id));
	const sponsors = (await sponsorsIn(edit, draft)).filter(hasContent);
	const isSame =
		sameJson(wordsOf(draft), wordsOf(seen.draft)) &&
		sameJson(sponsors, seen.sponsors.filter(hasContent)) &&
		stayed.length === read.size &&
		stayed.every((item) => sameJson(item, read.get(item.id)));
	if (!isSame) throw new DraftChanged(issueLabel(draft));
	return written.filter(({ id }) => !read.has(id));
}

/** The fields of a draft that appear in its issue. */
function wordsOf(draft: DraftRecord) {
	const { number, issueDate, publishedAt, intro, footer, fields, standing } = draft;
	return { number, issueDate, publishedAt, intro, footer, fields, standing };
}

/**
 * The open draft that comes next, if there is one: the current one, else the one with the lowest number.
 */
async function nextOpenDraftIn(edit: Edit): Promise<DraftRecord | undefined> {
	const open = await openDraftsIn(edit);
	const current = await settingIn(edit, "currentDraft");
	return open.find((other) => other.id === current) ?? open[0];
}

/** Creates the draft after a published one, with the footer and the sponsors carried over. */
async function draftAfter(
	edit: Edit,
	archived: ArchivedIssue,
	{ footer }: DraftRecord,
	ran: readonly SponsorRecord[],
): Promise<DraftRecord> {
	const next = await nextDraft(edit, precedingOf(archived), footer);
	await edit.put("drafts", next);
	await carrySponsors(edit, ran, next);
	return next;
}
