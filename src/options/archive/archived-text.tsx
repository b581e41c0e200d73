import { computed, type ReadonlySignal } from "@preact/signals";
import { useMemo } from "preact/hooks";
import { normalizeText } from "../../core/issue/parse-issue.ts";
import type { ArchivedIssue } from "../../data/db/records.ts";
import { translate } from "../../extension/strings.ts";
import { locateItem, type Span, spanOfLines } from "../draft/preview/locate.ts";
import { MarkdownPane } from "../draft/preview/markdown-pane.tsx";
import { previewOf } from "../draft/preview/preview-state.ts";
import { ReaderPane } from "../draft/preview/reader-pane.tsx";
import type { ArchivedMode } from "./archived-place.ts";

/** An archived issue as text in two forms, with the position of each item in both. */
interface LocatedIssue {
	/** The published file. */
	markdown: string;
	/** The same text for a reader, starting at `readingFrom`. */
	reading: string;
	readingFrom: number;
	/** Null if the item cannot be located in the text. */
	spanOf(text: ArchivedMode, at: number): Span | null;
}

/** Locates the items of an archived issue in its text. */
export function locateIssue({ text, issue, style }: ArchivedIssue): LocatedIssue {
	const previewed = previewOf({ issue, style, ids: [] });
	// If writing the issue does not give this exact text, the line numbers are different.
	const isExact = previewed.markdown === text && normalizeText(text) === text;
	const reading = isExact ? previewed.reading : text;
	return {
		markdown: text,
		reading,
		readingFrom: isExact ? previewed.readingFrom : 0,
		spanOf(which, at) {
			const lines = isExact ? locateItem(issue, previewed.partLines, at) : null;
			return lines && spanOfLines(which === "markdown" ? text : reading, lines);
		},
	};
}

interface ArchivedTextProps {
	located: LocatedIssue;
	look: ArchivedMode;
	/** The index of the marked item among those of the issue; null if none is marked. */
	at: ReadonlySignal<number | null>;
	labelledBy: string;
	selectOn: ReadonlySignal<number>;
}

/** The text of an archived issue, as a reader gets it or as markdown, with one item marked. */
export function ArchivedText({ located, look, at, labelledBy, selectOn }: ArchivedTextProps) {
	const { reading, markdown } = useMemo(() => {
		const { reading: text, readingFrom: from } = located;
		const markIn = (which: ArchivedMode) =>
			at.value === null ? null : located.spanOf(which, at.value);
		return {
			reading: computed(() => ({ text, from, mark: markIn("reading") })),
			markdown: computed(() => ({ text: located.markdown, mark: markIn("markdown") })),
		};
	}, [located, at]);
	return look === "reading" ? (
		<div>
			{/* The headings in the text begin at level 4. */}
			<h3 class="visually-hidden">{translate("optionsReads")}</h3>
			<ReaderPane reading={reading} labelledBy={labelledBy} />
		</div>
	) : (
		<MarkdownPane markdown={markdown} labelledBy={labelledBy} selectOn={selectOn} />
	);
}
