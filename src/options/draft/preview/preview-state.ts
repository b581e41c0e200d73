import { type ReadonlySignal, signal } from "@preact/signals";
import type { FrontMatterKind } from "../../../core/house-style/house-style.ts";
import { formatParts } from "../../../core/issue/format-issue.ts";
import { onIdle } from "../../signals/on-idle.ts";
import type { AssembledDraft } from "../assembled-draft.ts";
import { type LineRange, linesOfParts, locateItem, type Span, spanOfLines } from "./locate.ts";

/** The issue as text, in two forms. */
export interface Previewed {
	/** The exact text of the file. */
	markdown: string;
	/** The same text as a reader's mail program shows it: without mail quoting. */
	reading: string;
	/** Where the text for readers begins in `reading`: after the front matter. */
	readingFrom: number;
	issue: AssembledDraft["issue"];
	/** The style that both are written in. */
	style: AssembledDraft["style"];
	ids: AssembledDraft["ids"];
	/** The lines of each part of the issue. They are the same in both forms. */
	partLines: readonly LineRange[];
}

/**
 * The preview, updated while the page is idle, so that typing never waits for it. Several changes in a
 * row cause one update.
 */
export function createPreview(
	assembled: ReadonlySignal<AssembledDraft | null>,
): ReadonlySignal<Previewed | null> {
	const preview = signal<Previewed | null>(null);
	onIdle(assembled, (now) => {
		preview.value = previewOf(now);
	});
	return preview;
}

/** The preview of an issue. */
export function previewOf({ issue, style, ids }: AssembledDraft): Previewed {
	const { text: markdown, firstLines } = formatParts(issue, style);
	const reading = style.mailQuoting ? markdown.replace(/^>(?=>*From )/gm, "") : markdown;
	return {
		markdown,
		reading,
		readingFrom: bodyStart(reading, style.frontMatter.kind),
		issue,
		style,
		ids,
		partLines: linesOfParts(reading, firstLines),
	};
}

/** The range of an item in one of the two texts; null if it is not part of the issue. */
export function spanOf(
	previewed: Previewed,
	text: "markdown" | "reading",
	id: string | null,
): Span | null {
	const nth = id === null ? -1 : previewed.ids.indexOf(id);
	const lines = nth === -1 ? null : locateItem(previewed.issue, previewed.partLines, nth);
	return lines && spanOfLines(previewed[text], lines);
}

/** Where the text after the front matter begins. */
function bodyStart(text: string, kind: FrontMatterKind): number {
	if (kind === "none") return 0;
	if (kind === "lines") return Math.max(0, text.indexOf("\n\n"));
	const fence = kind === "yaml" ? "---" : "+++";
	const end = text.startsWith(`${fence}\n`) ? text.indexOf(`\n${fence}\n`, 3) : -1;
	return end === -1 ? 0 : end + `\n${fence}\n`.length;
}
