import { canonicalJson } from "../../core/json/canonical-json.ts";
import { walk } from "../../data/backup/backup-walk.ts";
import { type RecordRef, recordId, type SharedKind, type SharedRecord } from "./shared-records.ts";

/** Why a file of the branch is not taken as a record. */
export type RecordFlaw = "notJson" | "wrongShape" | "wrongPlace";

/** A record is small; what is larger than this is something else. */
export const MOST_RECORD_BYTES = 1_000_000;

/** The last millisecond that a date can be written of with four digits for the year. */
const LATEST = 253_402_300_799_999;

/**
 * Where a record is on the branch, as `items/2026-11/0b5d….json`. It follows from what never changes
 * in the record, and folders by month stay small.
 */
export function recordPath(kind: string, record: SharedRecord): string {
	const { createdAt } = record;
	const isTime = typeof createdAt === "number" && createdAt > 0 && createdAt <= LATEST;
	const folder = isTime ? `${new Date(createdAt).toISOString().slice(0, 7)}/` : "";
	return `${kind}/${folder}${fileName(recordId(record))}.json`;
}

/** Other characters than these mean something to some file system. */
function fileName(id: string): string {
	const bytes = new TextEncoder().encode(id);
	return [...bytes]
		.map((byte) => {
			const character = String.fromCharCode(byte);
			return /[A-Za-z0-9_-]/.test(character)
				? character
				: `%${byte.toString(16).padStart(2, "0").toUpperCase()}`;
		})
		.join("");
}

/** A record as a file: one field a line, in the order of their names. */
export function recordText(kind: SharedKind, record: SharedRecord): string {
	return `${JSON.stringify(JSON.parse(canonicalJson(sharedFields(kind, record))), null, "\t")}\n`;
}

/** A record without what stays on each machine. */
export function sharedFields({ unshared = [] }: SharedKind, record: SharedRecord): SharedRecord {
	return Object.fromEntries(Object.entries(record).filter(([field]) => !unshared.includes(field)));
}

/** Whether a record is brought to the branch, and taken from it. */
export function isShared(kind: SharedKind, record: SharedRecord): boolean {
	return kind.isShared?.(record) ?? true;
}

/** Reads the file of a record, which anybody may have written. */
export function parseRecord(
	kind: SharedKind,
	path: string,
	text: string,
): { record: SharedRecord } | { flaw: RecordFlaw } {
	let content: unknown;
	try {
		content = JSON.parse(text);
	} catch {
		return { flaw: "notJson" };
	}
	if (walk(content) || typeof content !== "object" || !content || Array.isArray(content)) {
		return { flaw: "wrongShape" };
	}
	const record = sharedFields(kind, content as SharedRecord);
	if (!kind.isValid(record) || !isShared(kind, record)) return { flaw: "wrongShape" };
	if (recordPath(kind.name, record) !== path) return { flaw: "wrongPlace" };
	return { record: kind.rules.derive ? kind.rules.derive(record) : record };
}

export function refOf(kind: string, record: SharedRecord): RecordRef {
	return { kind, id: recordId(record) };
}
