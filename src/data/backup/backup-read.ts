import * as v from "valibot";
import { withSortKey } from "../archive/sort-key.ts";
import { SAMPLE } from "../db/records.ts";
import { keysOf } from "../links/link-keys.ts";
import {
	BACKUP_FORMAT,
	BACKUP_STORES,
	type Backup,
	type BackupStore,
	keyOf,
} from "./backup-file.ts";
import { BACKUP } from "./backup-schema.ts";
import { BACKUP_UPGRADES, type BackupUpgrade } from "./backup-upgrades.ts";
import { findHarmful } from "./find-harmful.ts";

/** Maximum size of a backup in bytes. Twenty years of a newsletter take about a tenth of it. */
export const BACKUP_LIMIT = 256 * 1024 * 1024;

/** Why a file is not restored. Each reason has a sentence in the interface. */
export type RefusalReason =
	| "empty"
	| "tooLarge"
	| "notText"
	| "notJson"
	| "cutOff"
	| "notBackup"
	| "newer"
	| "tooDeep"
	| "forbiddenKey"
	| "missing"
	| "unknown"
	| "kind"
	| "address"
	| "day"
	| "place"
	| "twice"
	| "count";

/** Why a file is refused: the reason, a place such as `items[3].links[0].url`, and the value there. */
export interface Refusal {
	reason: RefusalReason;
	/** Empty if the reason concerns the whole file. */
	place: string;
	/** The value, cut to some tens of characters; empty if there is nothing to show. */
	found: string;
}

export type ReadBackup = { backup: Backup } | { refused: Refusal };

/** Longer values are cut when they are shown. */
const SHOWN_LENGTH = 60;

/** Reads a file as a backup of the present format, or returns why it is refused. */
export async function readBackupFile(file: Blob): Promise<ReadBackup> {
	if (file.size === 0) return refusal("empty");
	if (file.size > BACKUP_LIMIT) return refusal("tooLarge");
	let text: string;
	try {
		text = new TextDecoder("utf-8", { fatal: true }).decode(await file.arrayBuffer());
	} catch {
		return refusal("notText");
	}
	return readBackup(text);
}

/**
 * Reads a text as a backup of the present format, or returns why it is refused. Older formats are upgraded;
 * newer formats are refused. The keys of items are computed again instead of being read, because wrong keys
 * would make other pages appear as already clipped.
 */
export function readBackup(
	text: string,
	upgrades: readonly BackupUpgrade[] = BACKUP_UPGRADES,
): ReadBackup {
	let content: unknown;
	try {
		content = JSON.parse(text);
	} catch {
		const cutOff = /^\s*\{\s*"galleyBackup"/.test(text);
		return refusal(cutOff ? "cutOff" : "notJson");
	}
	const hostile = findHarmful(content);
	if (hostile) return { refused: { ...hostile, found: "" } };
	const format = formatOf(content);
	if (format === null) return refusal("notBackup");
	const newest = upgrades.length + 1;
	if (format > newest) return refusal("newer", "galleyBackup", format);
	for (const step of upgrades.slice(format - 1)) content = step(content);
	const result = v.safeParse(BACKUP, content, { abortEarly: true });
	if (!result.success) return { refused: refusalOf(result.issues[0]) };
	const items = result.output.items.map((item) => ({ ...item, keys: keysOf(item.links) }));
	const archive = result.output.archive.map(withSortKey);
	const backup = { ...result.output, items, archive, galleyBackup: BACKUP_FORMAT };
	return countRefusal(backup) ?? duplicateRefusal(backup) ?? sampleRefusal(backup) ?? { backup };
}

/**
 * Reads a backup that Galley wrote for itself. It is not validated, because it must be restored even where
 * a file from outside would be refused. Throws when the text is not JSON.
 */
export function readTrustedBackup(
	text: string,
	upgrades: readonly BackupUpgrade[] = BACKUP_UPGRADES,
): Backup {
	const content: unknown = JSON.parse(text);
	const steps = upgrades.slice((formatOf(content) ?? BACKUP_FORMAT) - 1);
	return steps.reduce((older, step) => step(older), content) as Backup;
}

function formatOf(content: unknown): number | null {
	if (typeof content !== "object" || content === null || Array.isArray(content)) return null;
	const format = "galleyBackup" in content ? content.galleyBackup : null;
	return typeof format === "number" && Number.isInteger(format) && format >= 1 ? format : null;
}

function countRefusal(backup: Backup): ReadBackup | null {
	const wrong = BACKUP_STORES.find((store) => backup[store].length !== backup.counts[store]);
	return wrong ? refusal("count", `counts.${wrong}`, backup[wrong].length) : null;
}

/** Refuses two records with one key, because only one of them could be stored. */
function duplicateRefusal(backup: Backup): ReadBackup | null {
	for (const store of BACKUP_STORES) {
		const again = repeated(backup[store].map(keyOf));
		if (again !== null) return refusal("twice", placeOfKey(store, again), "");
	}
	return null;
}

/**
 * Refuses a draft that has the sample's mark or id, but not both. It could never be published, or would be
 * removed as the sample.
 */
function sampleRefusal({ drafts }: Backup): ReadBackup | null {
	const at = drafts.findIndex(({ id, sample }) => sample !== (id === SAMPLE));
	return at === -1 ? null : refusal("kind", `drafts[${at}].sample`, String(drafts[at]?.sample));
}

function placeOfKey(store: BackupStore, at: number): string {
	return `${store}[${at}].${["settings", "typed", "derived"].includes(store) ? "key" : "id"}`;
}

function repeated(keys: readonly string[]): number | null {
	const seen = new Set<string>();
	for (const [at, key] of keys.entries()) {
		if (seen.has(key)) return at;
		seen.add(key);
	}
	return null;
}

const SAID: ReadonlySet<string> = new Set(["address", "day", "place"]);

function refusalOf(issue: v.BaseIssue<unknown>): Refusal {
	const place = placeOf(issue.path ?? []);
	if (issue.kind === "validation" && SAID.has(issue.message)) {
		return { reason: issue.message as RefusalReason, place, found: shown(issue.input) };
	}
	if (issue.type === "strict_object" && issue.expected === "never") {
		return { reason: "unknown", place, found: "" };
	}
	if (issue.input === undefined) return { reason: "missing", place, found: "" };
	return { reason: "kind", place, found: shown(issue.input) };
}

function placeOf(path: readonly { key?: unknown }[]): string {
	return path
		.map(({ key }) => (typeof key === "number" ? `[${key}]` : `.${String(key)}`))
		.join("")
		.replace(/^\./, "");
}

function shown(value: unknown): string {
	const text = JSON.stringify(value) ?? "";
	return text.length > SHOWN_LENGTH ? `${text.slice(0, SHOWN_LENGTH)}…` : text;
}

function refusal(reason: RefusalReason, place = "", found: string | number = ""): ReadBackup {
	return { refused: { reason, place, found: String(found) } };
}
