import type { BackupRecords, BackupStore } from "./backup-file.ts";
import { byStore, keyOf } from "./backup-file.ts";
import { apart } from "./backup-places.ts";
import type { ItemRecord, Time } from "./records.ts";
import { sameJson } from "./same-json.ts";

/** How what is here and a backup differ in one kind of record. */
export interface Difference {
	/** Only in the backup. */
	added: number;
	/** In both, and not the same. */
	different: number;
	/** Only here. */
	onlyHere: number;
	same: number;
}

export type Differences = Record<BackupStore, Difference>;

/** How what is here differs from a backup, kind by kind. */
export function differences(here: BackupRecords, backup: BackupRecords): Differences {
	return byStore((store) => {
		const { pairs, onlyHere } = matched(store, here, backup);
		const same = pairs.filter(({ mine, theirs }) => mine && sameJson(mine, theirs)).length;
		const added = pairs.filter(({ mine }) => !mine).length;
		return { added, different: pairs.length - added - same, onlyHere, same };
	});
}

/**
 * The records to be written so that what is here and a backup are one: those that are new, and
 * those that change by it. Nothing that is here is taken away.
 *
 * Where a record is in both, each of its parts is the one that was changed later; where that is
 * not known or the same, the one that is here. An issue of the archive is matched by its number.
 * Settings and what has been learned know of no time: they stay as they are here.
 */
export function merged(here: BackupRecords, backup: BackupRecords): BackupRecords {
	const written = byStore((store) =>
		matched(store, here, backup).pairs.flatMap(({ mine, theirs }) => {
			if (!mine) return [theirs];
			const both = MERGE[store](mine as never, theirs as never);
			return sameJson(both, mine) ? [] : [both];
		}),
	) as unknown as BackupRecords;
	return withCurrentDraft({ ...written, items: withRoom(here, written) }, here, backup);
}

/** The items that are written, and those that have to give way to them. */
function withRoom(here: BackupRecords, written: BackupRecords): ItemRecord[] {
	const items = new Map([...here.items, ...written.items].map((item) => [item.id, item]));
	const moved = apart([...items.values()]);
	return [...new Map([...written.items, ...moved].map((item) => [item.id, item])).values()];
}

interface Pair {
	mine: object | undefined;
	theirs: object;
}

function matched(store: BackupStore, here: BackupRecords, backup: BackupRecords) {
	const name = store === "archive" ? numberOf : keyOf;
	const byName = new Map(here[store].map((record) => [name(record as never), record]));
	const pairs: Pair[] = backup[store].map((theirs) => ({
		mine: byName.get(name(theirs as never)),
		theirs,
	}));
	const onlyHere = here[store].length - pairs.filter(({ mine }) => mine).length;
	return { pairs, onlyHere };
}

const numberOf = ({ number }: { number: number }) => String(number);

/** A record whose parts know when they last changed, and which is marked when it is deleted. */
interface Stamped {
	createdAt: Time;
	deletedAt: Time | null;
	changed: Record<string, Time | undefined>;
}

const keepMine = <T>(mine: T): T => mine;

/** How two records of one kind become one. */
const MERGE: { [S in BackupStore]: (mine: never, theirs: never) => object } = {
	drafts: (mine: Stamped & { publishedTime: Time }, theirs: typeof mine) => ({
		...byField(mine, theirs),
		// Once published, it is the archive's.
		publishedTime: mine.publishedTime || theirs.publishedTime,
	}),
	items: (mine: Stamped, theirs: Stamped) => byField(mine, theirs),
	sponsors: (mine: Stamped & { draftId: string | null }, theirs: typeof mine) => ({
		...byField(mine, theirs),
		// Whose a sponsor is changes with the issue it is booked for.
		draftId: isLater(theirs, mine, "number") ? theirs.draftId : mine.draftId,
	}),
	archive: keepMine,
	settings: keepMine,
	typed: (mine: { typedAt: Time }, theirs: typeof mine) =>
		theirs.typedAt > mine.typedAt ? theirs : mine,
	derived: keepMine,
};

function byField<R extends Stamped>(mine: R, theirs: R): R {
	const later = Object.keys(theirs.changed).filter((field) => isLater(theirs, mine, field));
	const parts = later.filter((field) => field in mine && !FIXED.has(field));
	return {
		...mine,
		...Object.fromEntries(parts.map((field) => [field, theirs[field as keyof R]])),
		changed: {
			...mine.changed,
			...Object.fromEntries(later.map((field) => [field, theirs.changed[field]])),
		},
		deletedAt: deletedAt(mine, theirs),
	};
}

/** What is no part that is edited. */
const FIXED: ReadonlySet<string> = new Set(["id", "createdAt", "changed"]);

function isLater(one: Stamped, other: Stamped, field: string): boolean {
	return (one.changed[field] ?? 0) > (other.changed[field] ?? 0);
}

/**
 * The later of deleting and bringing back stands, where that is known. Else a mark of deletion
 * stands here against a copy that has not been touched since, and one that is in the backup alone
 * does not: it may have been brought back.
 */
function deletedAt(mine: Stamped, theirs: Stamped): Time | null {
	if (mine.changed.deletedAt || theirs.changed.deletedAt) {
		return isLater(theirs, mine, "deletedAt") ? theirs.deletedAt : mine.deletedAt;
	}
	if (!mine.deletedAt) return mine.deletedAt;
	if (theirs.deletedAt) return Math.max(mine.deletedAt, theirs.deletedAt);
	const touched = Math.max(theirs.createdAt, ...Object.values(theirs.changed).map((at) => at ?? 0));
	return touched > mine.deletedAt ? theirs.deletedAt : mine.deletedAt;
}

/**
 * A browser that Galley was just added to has a draft nobody has touched: it gives way to the one
 * that clips went to when the backup was made.
 */
function withCurrentDraft(
	written: BackupRecords,
	here: BackupRecords,
	backup: BackupRecords,
): BackupRecords {
	const draft = currentDraftOf(here);
	const theirs = currentDraftOf(backup);
	if (!draft || !theirs || draft.id === theirs.id || !isUntouched(draft.id, here)) return written;
	if (theirs.publishedTime !== 0 || theirs.deletedAt !== 0) return written;
	return {
		...written,
		drafts: [...written.drafts, { ...draft, deletedAt: Math.max(draft.createdAt, 1) }],
		settings: [...written.settings, { key: "currentDraft", value: theirs.id }],
	};
}

function currentDraftOf({ drafts, settings }: BackupRecords) {
	const id = settings.find(({ key }) => key === "currentDraft")?.value;
	return drafts.find((draft) => draft.id === id);
}

function isUntouched(id: string, { drafts, items, sponsors }: BackupRecords): boolean {
	const draft = drafts.find((one) => one.id === id);
	const isEmpty = ![...items, ...sponsors].some(({ draftId }) => draftId === id);
	return isEmpty && Object.keys(draft?.changed ?? {}).length === 0;
}

/** Whether nothing is here that the editor would miss: so a backup may take its place. */
export function isUnused(here: BackupRecords): boolean {
	const real = (draft: { id: string; sample: boolean }) =>
		!draft.sample && !isUntouched(draft.id, here);
	const samples = new Set(here.drafts.filter(({ sample }) => sample).map(({ id }) => id));
	const own = ({ draftId }: { draftId: string | null }) => !samples.has(draftId ?? "");
	return (
		here.archive.length === 0 &&
		!here.drafts.some(real) &&
		!here.items.some(own) &&
		!here.sponsors.some(own)
	);
}
