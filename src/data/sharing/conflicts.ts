import { database } from "../db/database.ts";
import { isSharing } from "../db/outbox.ts";
import type { ConflictRecord } from "../db/records.ts";

/** An unresolved conflict with the present text of the field. */
export interface OpenConflict {
	conflict: ConflictRecord;
	/** The name of the record: the first words of an item, the number of a draft, a sponsor's name. */
	name: string;
	stands: string;
	other: string;
}

/** The state of sharing: changes to be sent, and conflicts to be resolved. */
export interface SharingState {
	/** Whether drafts are shared. */
	isOn: boolean;
	waiting: number;
	conflicts: OpenConflict[];
}

/** Reads the state of sharing in one transaction. */
export async function sharingState(): Promise<SharingState> {
	const transaction = (await database()).transaction([
		"sharing",
		"outbox",
		"conflicts",
		"drafts",
		"items",
		"sponsors",
		"settings",
	]);
	const isOn = await isSharing(transaction);
	const waiting = await transaction.objectStore("outbox").count();
	const conflicts: OpenConflict[] = [];
	for (const conflict of await transaction.objectStore("conflicts").getAll()) {
		if (conflict.deletedAt !== null || !isKind(conflict.kind)) continue;
		const record = await transaction.objectStore(conflict.kind).get(conflict.recordId);
		if (!record) continue;
		const now = (record as unknown as Record<string, unknown>)[conflict.field];
		const [stands, other] = [textOf(now), textOf(conflict.value)];
		if (stands !== other) conflicts.push({ conflict, name: nameOf(record), stands, other });
	}
	conflicts.sort((one, another) => one.conflict.createdAt - another.conflict.createdAt);
	return { isOn, waiting, conflicts };
}

const KINDS = ["drafts", "items", "sponsors", "settings"] as const;

function isKind(kind: string): kind is (typeof KINDS)[number] {
	return (KINDS as readonly string[]).includes(kind);
}

/** A field as text: strings unchanged, links as their addresses, everything else as JSON. */
function textOf(value: unknown): string {
	if (typeof value === "string") return value;
	if (Array.isArray(value)) {
		return value
			.map((one: unknown) =>
				typeof one === "object" && one !== null && "url" in one ? String(one.url) : textOf(one),
			)
			.join("\n");
	}
	return value === null || value === undefined ? "" : JSON.stringify(value, null, 1);
}

const NAME_LENGTH = 60;

function nameOf(record: object): string {
	const { title, note, number, name } = record as Record<string, unknown>;
	const words = [title, note, number, name].find((part) => part !== undefined && part !== "");
	const line = String(words ?? "").split("\n")[0] ?? "";
	return line.length > NAME_LENGTH ? `${line.slice(0, NAME_LENGTH)}…` : line;
}
