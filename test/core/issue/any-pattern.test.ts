import { describe, expect, test } from "vitest";
import { patternFault } from "../../../src/core/house-style/pattern-fault.ts";
import { assembleIssue } from "../../../src/core/issue/assemble-issue.ts";
import { formatIssue } from "../../../src/core/issue/format-issue.ts";
import type { Issue } from "../../../src/core/issue/issue.ts";
import { parseIssue } from "../../../src/core/issue/parse-issue.ts";
import { linksOf } from "../../../src/core/markdown/links.ts";
import fc, { numRuns } from "../../property-tests.ts";
import {
	type Drafted,
	hostilePatternedDraft,
	patternedDraft,
	typedPattern,
} from "./pattern-arbitrary.ts";
import { evenlyEncoded, headingsOf, hrefsOf, hrefsWithBare } from "./second-parser.ts";

const RUNS = { numRuns: numRuns(40) };

function written({ draft, style }: Drafted) {
	const issue = assembleIssue(draft, style);
	return { issue, text: formatIssue(issue, style) };
}

/** The parts without blank lines, which can differ beside a mark. */
function contentOf({ parts }: Issue) {
	return parts.map(({ gap: _, ...part }) => part);
}

function headingsIn({ parts }: Issue): string[] {
	return parts.flatMap((part) =>
		part.kind === "heading" || part.kind === "title" ? [part.text] : [],
	);
}

/** The addresses of the links that the issue is meant to have. */
function addressesIn({ parts }: Issue): string[] {
	return parts
		.flatMap((part) => (part.kind === "item" ? [...part.links, ...linksOf(part.note)] : []))
		.map(({ url }) => evenlyEncoded(url))
		.sort();
}

describe("With any item pattern that the style panel accepts", { timeout: 600_000 }, () => {
	test("an issue is read as it was written, also by a second parser", () => {
		fc.assert(
			fc.property(patternedDraft, (drafted) => {
				const { issue, text } = written(drafted);
				const back = parseIssue(text, drafted.style);
				expect(contentOf(back), text).toEqual(contentOf(issue));
				expect(formatIssue(back, drafted.style)).toBe(text);
				expect(headingsOf(text), text).toEqual(headingsIn(issue));
				const meant = addressesIn(issue);
				const plain = hrefsOf(text);
				const found = new Set([...plain, ...hrefsWithBare(text)]);
				expect(
					meant.filter((url) => !found.has(url)),
					text,
				).toEqual([]);
				expect(
					plain.filter((url) => !meant.includes(url)),
					text,
				).toEqual([]);
			}),
			RUNS,
		);
	});

	test("no text of an item or a text block adds, removes or joins items and sections", () => {
		fc.assert(
			fc.property(hostilePatternedDraft, (drafted) => {
				const { issue, text } = written(drafted);
				const back = parseIssue(text, drafted.style);
				expect(shapeOf(back), text).toEqual(shapeOf(issue));
				expect(headingsOf(text), text).toEqual(headingsIn(issue));
				const found = new Set([...hrefsOf(text), ...hrefsWithBare(text)]);
				for (const part of issue.parts) {
					if (part.kind !== "item") continue;
					for (const { url } of part.links) expect(found, text).toContain(evenlyEncoded(url));
				}
			}),
			RUNS,
		);
	});
});

test("Any text that is typed as a pattern is accepted or refused with a reason", () => {
	fc.assert(
		fc.property(fc.oneof(typedPattern, fc.string({ maxLength: 40 })), (pattern) => {
			const fault = patternFault(pattern);
			expect(fault === null || fault.kind.length > 0).toBe(true);
		}),
		RUNS,
	);
});

/** The order of headings, items and texts. Adjacent text blocks are equivalent to one. */
function shapeOf({ parts }: Issue): string[] {
	return parts
		.map((part) => (part.kind === "heading" ? `# ${part.text}` : part.kind))
		.filter((kind, at, all) => kind !== "text" || all[at - 1] !== "text");
}
