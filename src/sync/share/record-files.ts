import { canonicalJson } from "../../core/json/canonical-json.ts";
import { findHarmful } from "../../data/backup/find-harmful.ts";
import { type RecordRef, recordId, type SharedKind, type SharedRecord } from "./shared-records.ts";

/** Why a file of the branch is not accepted as a record. */
export type RecordFlaw = "notJson" | "wrongShape" | "wrongPlace";

/** Real records are small. A larger file is not a record. */
export const MAX_RECORD_BYTES = 1_000_000;

/** The last millisecond whose year has four digits. */
const LATEST = 253_402_300_799_999;

/**
 * The path of a record on the branch, such as `items/2026-11/0b5d….json`. It only depends on fields that
 * never change, and the folders by month keep each folder small.
 */
export function recordPath(kind: string, record: SharedRecord): string {
	const { createdAt } = record;
	const isTime = typeof createdAt === "number" && createdAt > 0 && createdAt <= LATEST;
	const folder = isTime ? `${new Date(createdAt).toISOString().slice(0, 7)}/` : "";
	return `${kind}/${folder}${recordFileName(recordId(record))}`;
}

/** The name of a record's file. Some file systems give other characters than these a special meaning. */
export function recordFileName(id: string): string {
	const bytes = new TextEncoder().encode(id);
	const name = [...bytes]
		.map((byte) => {
			const character = String.fromCharCode(byte);
			return /[A-Za-z0-9_-]/.test(character)
				? character
				: `%${byte.toString(16).padStart(2, "0").toUpperCase()}`;
		})
		.join("");
	return `${name}.json`;
}

/** The text of a record's file: one field per line, in the order of their names. */
export function recordText(kind: SharedKind, record: SharedRecord): string {
	return `${JSON.stringify(JSON.parse(canonicalJson(sharedFields(kind, record))), null, "\t")}\n`;
}

/** The fields of a record that are shared. */
export function sharedFields({ unshared = [] }: SharedKind, record: SharedRecord): SharedRecord {
	return Object.fromEntries(Object.entries(record).filter(([field]) => !unshared.includes(field)));
}

/** Whether a record is exchanged with the branch. */
export function isShared(kind: SharedKind, record: SharedRecord): boolean {
	return kind.isShared?.(record) ?? true;
}

/** Parses the file of a record. Its content cannot be trusted, because anybody may have written it. */
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
	if (findHarmful(content) || typeof content !== "object" || !content || Array.isArray(content)) {
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
