import type { LinkRecord, Time } from "../db/records.ts";
import { keysOf } from "../items/items.ts";
import type { BackupStore } from "./backup-file.ts";

/** How two states of one record become one, kind by kind: each of its parts is the later one. */
export const JOIN: { [S in BackupStore]: (mine: never, theirs: never) => object } = {
	drafts: (mine: Publishable, theirs: Publishable) => ({
		...byField(mine, theirs),
		publishedTime: publishedTime(mine, theirs),
	}),
	items: (mine: Linking, theirs: Linking) => {
		const both = byField(mine, theirs);
		return { ...both, keys: keysOf(both.links) };
	},
	sponsors: (mine: Sponsoring, theirs: Sponsoring) => {
		const both = byField(mine, theirs);
		return {
			...both,
			// Whose a sponsor is changes with the issue it is booked for.
			draftId: isLater(theirs, mine, "number") ? theirs.draftId : mine.draftId,
			carriedFrom: carriedFrom(mine, theirs, both),
		};
	},
	archive: keepMine,
	settings: keepMine,
	typed: (mine: { typedAt: Time }, theirs: typeof mine) =>
		theirs.typedAt > mine.typedAt ? theirs : mine,
	derived: keepMine,
};

/** A record whose parts know when they last changed, and which is marked when it is deleted. */
interface Stamped {
	createdAt: Time;
	deletedAt: Time | null;
	changed: Record<string, Time | undefined>;
}

type Publishable = Stamped & { publishedTime: Time };
type Linking = Stamped & { links: LinkRecord[] };
type Sponsoring = Stamped & { draftId: string | null; carriedFrom: string | null };

function keepMine<T>(mine: T): T {
	return mine;
}

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
 * What was published here stays so: it is the archive's. What was published there is so here too,
 * unless it was open here at a later time, because publishing was taken back.
 */
function publishedTime(mine: Publishable, theirs: Publishable): Time {
	const reopened = mine.changed.publishedTime ?? 0;
	return mine.publishedTime || (reopened > theirs.publishedTime ? 0 : theirs.publishedTime);
}

/** Nobody touches a repetition without making it the issue's own, wherever that was. */
function carriedFrom(mine: Sponsoring, theirs: Sponsoring, both: Sponsoring): string | null {
	if (both.changed.carriedFrom) return both.carriedFrom;
	return theirs.carriedFrom === null ? null : mine.carriedFrom;
}
