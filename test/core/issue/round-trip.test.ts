import { Window } from "happy-dom";
import { micromark } from "micromark";
import { describe, expect, test } from "vitest";
import type { HouseStyle } from "../../../src/core/house-style/house-style.ts";
import { assembleIssue } from "../../../src/core/issue/assemble-issue.ts";
import type { DraftIssue } from "../../../src/core/issue/draft-issue.ts";
import { draftOf } from "../../../src/core/issue/draft-of.ts";
import { formatIssue } from "../../../src/core/issue/format-issue.ts";
import { parseIssue } from "../../../src/core/issue/parse-issue.ts";
import { splitFrontMatter } from "../../../src/core/markdown/front-matter.ts";
import fc, { numRuns } from "../../property-tests.ts";
import { hostileDraft, usualDraft } from "./arbitrary.ts";

const RUNS = numRuns(300);

function written(draft: DraftIssue, style: HouseStyle) {
	const issue = assembleIssue(draft, style);
	return { issue, text: formatIssue(issue, style) };
}

/** The elements of one kind that a second parser finds in the text below the front matter. */
function elementsIn(text: string, selector: string): Element[] {
	const html = micromark(text.slice(splitFrontMatter(text).end), { allowDangerousProtocol: true });
	const page = new Window().document;
	page.body.innerHTML = html;
	return [...page.querySelectorAll(selector)] as unknown as Element[];
}

/** The headings at the top level, without those of items. */
function headingsIn(text: string): string[] {
	return elementsIn(text, "body > h1, body > h2, body > h3, body > h4, body > h5, body > h6")
		.filter((heading) => heading.querySelector("a") === null)
		.map(({ textContent }) => textContent ?? "");
}

function linksIn(text: string): string[] {
	return elementsIn(text, "a").map((link) => link.getAttribute("href") ?? "");
}

/** An address in which the same characters are always percent-encoded. */
function evenlyEncoded(url: string): string {
	try {
		return encodeURI(decodeURI(url));
	} catch {
		return url;
	}
}

describe("A draft that is written and read", { timeout: 600_000 }, () => {
	test("is unchanged, for drafts as editors write them", () => {
		fc.assert(
			fc.property(usualDraft, ({ draft, style }) => {
				const { issue, text } = written(draft, style);
				const back = parseIssue(text, style);
				expect(back.parts).toEqual(issue.parts);
				expect(back.fields).toEqual(issue.fields);
				expect(formatIssue(back, style)).toBe(text);
				expect(draftOf(back, style).parts).toEqual(
					draft.parts.filter((part) => part.kind === "item" || part.text !== ""),
				);
			}),
			{ numRuns: RUNS },
		);
	});

	test("keeps its sections, its items and their links, for drafts with any content", () => {
		fc.assert(
			fc.property(hostileDraft, ({ draft, style }) => {
				const { issue, text } = written(draft, style);
				const back = parseIssue(text, style);
				// Adjacent blocks of text are equivalent to one.
				const shape = (parts: typeof issue.parts) =>
					parts
						.map((part) => (part.kind === "heading" ? `# ${part.text}` : part.kind))
						.filter((kind, at, all) => kind !== "text" || all[at - 1] !== "text");
				expect(shape(back.parts)).toEqual(shape(issue.parts));
				const headings = issue.parts.flatMap((part) =>
					part.kind === "heading" || part.kind === "title" ? [part.text] : [],
				);
				expect(headingsIn(text)).toEqual(headings);
				const links = linksIn(text).map(evenlyEncoded);
				for (const part of issue.parts) {
					if (part.kind !== "item") continue;
					for (const { url } of part.links) expect(links).toContain(evenlyEncoded(url));
				}
			}),
			{ numRuns: RUNS },
		);
	});

	test("does not change when it is read and written again", () => {
		fc.assert(
			fc.property(hostileDraft, ({ draft, style }) => {
				const again = (text: string) => formatIssue(parseIssue(text, style), style);
				const settled = again(again(written(draft, style).text));
				expect(again(settled)).toBe(settled);
			}),
			{ numRuns: RUNS },
		);
	});
});
