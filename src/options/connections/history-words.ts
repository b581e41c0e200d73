import { SHELF } from "../../data/db/records.ts";
import { type StringKey, translate, translateCount } from "../../extension/strings.ts";
import type { HistoryCommit } from "./draft-history.ts";

type Changes = NonNullable<HistoryCommit["changes"]>[number];
type Count = Changes["counts"][number];

/** The phrases for a number of records, by their kind and by the way they changed. */
const PHRASES: Readonly<Record<string, (count: number) => string>> = {
	"items added": (count) => translateCount("historyItemsAdded", count),
	"items changed": (count) => translateCount("historyItemsChanged", count),
	"items moved": (count) => translateCount("historyItemsMoved", count),
	"items deleted": (count) => translateCount("historyItemsDeleted", count),
	"items restored": (count) => translateCount("historyItemsRestored", count),
	"sponsors added": (count) => translateCount("historySponsorsAdded", count),
	"sponsors changed": (count) => translateCount("historySponsorsChanged", count),
	"sponsors moved": (count) => translateCount("historySponsorsChanged", count),
	"sponsors deleted": (count) => translateCount("historySponsorsDeleted", count),
	"sponsors restored": (count) => translateCount("historySponsorsRestored", count),
	"drafts added": () => translate("historyDraftAdded"),
	"drafts deleted": () => translate("historyDraftDeleted"),
	"drafts restored": () => translate("historyDraftRestored"),
	"drafts published": () => translate("historyDraftPublished"),
	"settings added": () => translate("historyStyleChanged"),
	"settings changed": () => translate("historyStyleChanged"),
	"conflicts added": (count) => translateCount("historyConflictsAdded", count),
	"conflicts deleted": (count) => translateCount("historyConflictsResolved", count),
};

/** What a commit changed, one text for each draft, such as "Issue 469: 2 items added, 1 item changed". */
export function historyWords({ changes }: Pick<HistoryCommit, "changes">): string[] {
	if (!changes) return [translate("historyUnknown")];
	const texts = changes.map(placeWords).filter((text) => text !== "");
	return texts.length > 0 ? texts : [translate("historyNoChange")];
}

function placeWords({ draftId, label, counts }: Changes): string {
	const words = counts
		.map(countWords)
		.filter((text) => text !== "")
		.join(", ");
	if (words === "" || draftId === null) return words;
	if (draftId === SHELF) return translate("historyOnShelf", words);
	return label === null
		? translate("historyInOther", words)
		: translate("historyInIssue", label, words);
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
		const names = fields.map((field) => translate(FIELD_NAMES[field] ?? "historyFieldOther"));
		return [...new Set(names)].map((name) => translate("historyFieldChanged", name)).join(", ");
	}
	return PHRASES[`${kind} ${way}`]?.(count) ?? "";
}
