import { issueLabel } from "../../core/archive/issue-label.ts";
import { sameJson } from "../../core/json/same-json.ts";
import type { ChangeTransaction } from "./change-transaction.ts";
import type { ArchivedIssue, HistoryEntry } from "./records.ts";

/**
 * The archive already has an issue with this number. Two issues with one number could not be distinguished.
 */
export class NumberTaken extends Error {
	override readonly name = "NumberTaken";
	constructor(readonly issue: string | number) {
		super(`Issue ${issue} is in the archive already.`);
	}
}

/**
 * Why a change to the archive can no longer be undone or redone: it would overwrite an issue that was
 * imported since, or use its number. An import is not a step of Undo. Null if the change is possible.
 */
export async function numberTaken(
	transaction: ChangeTransaction,
	{ replacements }: HistoryEntry,
	direction: "undo" | "redo",
): Promise<NumberTaken | null> {
	const archive = transaction.objectStore("archive");
	for (const { store, key, before, after } of replacements) {
		if (store !== "archive") continue;
		const [left, wanted] = direction === "undo" ? [after, before] : [before, after];
		const there = await archive.get(key);
		if (there && !sameJson(there, left)) return new NumberTaken(issueLabel(there));
		if (!wanted) continue;
		const { number } = wanted as ArchivedIssue;
		if (number === null) continue;
		const holder = await archive.index("number").getKey(number);
		if (holder !== undefined && holder !== key) return new NumberTaken(number);
	}
	return null;
}
