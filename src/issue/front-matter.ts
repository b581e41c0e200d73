import { parseDocument } from "yaml";
import { isIssueDate, isPublicationTime } from "../core/calendar/numbering.ts";
import { fillPattern, learnPattern, matchPattern, type Stated } from "./pattern.ts";
import type { FrontMatterLine } from "./style.ts";

const FENCE = /^---[ \t]*$/;

/** Front matter of an issue has some hundred characters; the parser is not made for a megabyte. */
const LONGEST_YAML = 20_000;

export interface FrontMatter {
	lines: FrontMatterLine[];
	stated: Partial<Stated>;
	/** Index of the first line after it; 0 when there is none. */
	end: number;
	/** True when its YAML does not parse; its lines were read one by one all the same. */
	unreadable: boolean;
	/** True when it is just what the known style would have written. */
	asKnown: boolean;
}

/** The front matter as lines of text, its fences included; no lines when the style has none. */
export function writeFrontMatter(lines: readonly FrontMatterLine[], issue: Stated): string[] {
	if (lines.length === 0) return [];
	return [
		"---",
		...lines.map(({ key, pattern }) => `${key}: ${fillPattern(pattern, issue)}`),
		"---",
	];
}

/**
 * Reads the front matter at the top of a file.
 *
 * @param known the style it is probably in: where its patterns fit, they are kept
 */
export function readFrontMatter(
	lines: readonly string[],
	known: readonly FrontMatterLine[],
): FrontMatter {
	const end = FENCE.test(lines[0] ?? "")
		? lines.findIndex((line, at) => at > 0 && FENCE.test(line))
		: -1;
	if (end === -1)
		return { lines: [], stated: {}, end: 0, unreadable: false, asKnown: known.length === 0 };
	const raw = entriesOf(lines.slice(1, end));
	const stated: Partial<Stated> = {};
	// Times first: a title that says only day and month takes its year from them.
	for (const { value } of raw) {
		const moment = value
			.trim()
			.replace(/^["']|["']$/g, "")
			.replace(/^(\d{4}-\d\d-\d\d) (\d)/, "$1T$2");
		if (isPublicationTime(moment)) stated.publishedAt = moment;
	}
	const read = raw.map(({ key, value }) => {
		const style = known.find((line) => line.key === key);
		const matched = style && matchPattern(style.pattern, value, stated);
		if (style && matched) {
			Object.assign(stated, matched);
			return style;
		}
		return { key, pattern: learnLine(key, value, stated) };
	});
	return {
		lines: read,
		stated,
		end: end + 1,
		unreadable: !isYaml(lines.slice(1, end).join("\n")),
		asKnown: read.length === known.length && read.every((line, at) => line === known[at]),
	};
}

/** Whether a text is YAML. What is too long or too deep to be looked through is said to be none. */
function isYaml(text: string): boolean {
	if (text.length > LONGEST_YAML) return false;
	try {
		return parseDocument(text, { logLevel: "silent" }).errors.length === 0;
	} catch {
		// Brackets within brackets, some thousand deep, are more than the parser can stand.
		return false;
	}
}

/** Each key with the rest of its line; indented lines and list rows belong to the key above. */
function entriesOf(lines: readonly string[]): { key: string; value: string }[] {
	const entries: { key: string; value: string }[] = [];
	for (const line of lines) {
		const pair = /^([^\s:#-][^:]*):(?: (.*)|())$/.exec(line);
		const last = entries.at(-1);
		if (pair) entries.push({ key: pair[1] ?? "", value: pair[2] ?? "" });
		else if (last) last.value += `\n${line}`;
	}
	return entries;
}

function learnLine(key: string, value: string, stated: Partial<Stated>): string {
	const trimmed = value.trim();
	if (stated.publishedAt && trimmed === stated.publishedAt)
		return value.replace(trimmed, "{published}");
	if (/date|published/i.test(key) && isIssueDate(trimmed)) {
		stated.issueDate ??= trimmed;
		return value.replace(trimmed, "{published:yyyy-MM-dd}");
	}
	if (!/title|issue|number|subject/i.test(key)) return value;
	const learned = learnPattern(value, stated);
	const { number, issueDate } = learned.stated;
	if (number !== undefined) stated.number ??= number;
	if (issueDate !== undefined) stated.issueDate = issueDate;
	return learned.pattern;
}
