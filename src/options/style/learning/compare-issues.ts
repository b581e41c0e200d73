import type { HouseStyle } from "../../../core/house-style/house-style.ts";
import { assembleIssue } from "../../../core/issue/assemble-issue.ts";
import { draftOf } from "../../../core/issue/draft-of.ts";
import { formatIssue } from "../../../core/issue/format-issue.ts";
import type { Issue } from "../../../core/issue/issue.ts";
import { normalizeText, parseIssue } from "../../../core/issue/parse-issue.ts";
import type { IssueFile } from "../../../core/learning/past-issue.ts";
import { countedSentence, type Sentence, sentence } from "../../../sentences/sentence.ts";

/** A past issue, and the text that a draft of it would have in a style. */
export interface ComparedIssue {
	name: string;
	original: string;
	rewritten: string;
	/** What the style cannot write, one sentence each; empty if both texts are the same. */
	differences: readonly Sentence[];
}

/** Writes a past issue again in a style, from the records that a draft of it would have. */
export function compareIssue({ name, text }: IssueFile, style: HouseStyle): ComparedIssue {
	const original = normalizeText(text);
	const issue = parseIssue(text, style, name);
	const rewritten = formatIssue(assembleIssue(draftOf(issue, style), style), style);
	return { name, original, rewritten, differences: differencesIn(issue, original, rewritten) };
}

function differencesIn(issue: Issue, original: string, rewritten: string): Sentence[] {
	const items = issue.parts.filter((part) => part.kind === "item");
	const asWritten = items.filter((item) => item.asWritten !== undefined).length;
	const keys = issue.frontMatter?.entries.filter(({ text }) => text !== null) ?? [];
	const own = keys.map(({ key }) => key).join(", ");
	const lines = new Set(rewritten.split("\n"));
	const lost = original.split("\n").filter((line) => line.trim() !== "" && !lines.has(line)).length;
	return [
		...(asWritten > 0 ? [countedSentence("optionsStyleAsWritten", asWritten, items.length)] : []),
		...(own === "" ? [] : [sentence("optionsStyleOwnKeys", own)]),
		...(lost > 0 ? [countedSentence("optionsStyleOtherLines", lost)] : []),
	];
}
