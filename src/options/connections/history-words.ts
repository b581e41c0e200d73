import { SHELF } from "../../data/db/records.ts";
import { type StringKey, say, sayCount } from "../../extension/strings.ts";
import type { HistoryCommit } from "./draft-history.ts";

type Changes = NonNullable<HistoryCommit["changes"]>[number];
type Count = Changes["counts"][number];

/** The phrases for a number of records, by their kind and by the way they changed. */
const PHRASES: Readonly<Record<string, (count: number) => string>> = {
	"items added": (count) => sayCount("historyItemsAdded", count),
	"items changed": (count) => sayCount("historyItemsChanged", count),
	"items moved": (count) => sayCount("historyItemsMoved", count),
	"items deleted": (count) => sayCount("historyItemsDeleted", count),
	"items restored": (count) => sayCount("historyItemsRestored", count),
	"sponsors added": (count) => sayCount("historySponsorsAdded", count),
	"sponsors changed": (count) => sayCount("historySponsorsChanged", count),
	"sponsors moved": (count) => sayCount("historySponsorsChanged", count),
	"sponsors deleted": (count) => sayCount("historySponsorsDeleted", count),
	"sponsors restored": (count) => sayCount("historySponsorsRestored", count),
	"drafts added": () => say("historyDraftAdded"),
	"drafts deleted": () => say("historyDraftDeleted"),
	"drafts restored": () => say("historyDraftRestored"),
	"drafts published": () => say("historyDraftPublished"),
	"settings added": () => say("historyStyleChanged"),
	"settings changed": () => say("historyStyleChanged"),
	"conflicts added": (count) => sayCount("historyConflictsAdded", count),
	"conflicts deleted": (count) => sayCount("historyConflictsResolved", count),
};

/** What a commit changed, one text for each draft, such as "Issue 469: 2 items added, 1 item changed". */
export function historyWords({ changes }: Pick<HistoryCommit, "changes">): string[] {
	if (!changes) return [say("historyUnknown")];
	const texts = changes.map(placeWords).filter((text) => text !== "");
	return texts.length > 0 ? texts : [say("historyNoChange")];
}

function placeWords({ draftId, label, counts }: Changes): string {
	const words = counts
		.map(countWords)
		.filter((text) => text !== "")
		.join(", ");
	if (words === "" || draftId === null) return words;
	if (draftId === SHELF) return say("historyOnShelf", words);
	return label === null ? say("historyInOther", words) : say("historyInIssue", label, words);
}

/** The names of the fields of a draft. All others together are "other fields". */
const FIELD_NAMES: Readonly<Record<string, StringKey>> = {
	number: "historyFieldNumber",
	issueDate: "historyFieldDate",
	publishedAt: "historyFieldTime",
	intro: "historyFieldIntro",
	footer: "historyFieldFooter",
};

function countWords({ kind, way, count, fields }: Count): string {
	if (fields) {
		const names = fields.map((field) => say(FIELD_NAMES[field] ?? "historyFieldOther"));
		return [...new Set(names)].map((name) => say("historyFieldChanged", name)).join(", ");
	}
	return PHRASES[`${kind} ${way}`]?.(count) ?? "";
}
