import { computed, type ReadonlySignal } from "@preact/signals";
import { useMemo } from "preact/hooks";
import { normalizeText } from "../../core/issue/parse-issue.ts";
import type { ArchivedIssue } from "../../data/db/records.ts";
import { say } from "../../extension/strings.ts";
import { locateItem, type Span, spanOfLines } from "../draft/preview/locate.ts";
import { MarkdownPane } from "../draft/preview/markdown-pane.tsx";
import { previewOf } from "../draft/preview/preview-state.ts";
import { ReadsPane } from "../draft/preview/reads-pane.tsx";
import type { ArchivedMode } from "./archived-place.ts";

/** An archived issue as text in two ways, and where each item stands in both. */
interface LocatedIssue {
	/** The file as it went out. */
	markdown: string;
	/** The same for a reader, from `readingFrom` on. */
	reading: string;
	readingFrom: number;
	/** Null where the item cannot be told apart in the text. */
	spanOf(text: ArchivedMode, at: number): Span | null;
}

/** Finds the items of an archived issue in its text. */
export function locateIssue({ text, issue, style }: ArchivedIssue): LocatedIssue {
	const previewed = previewOf({ issue, style, ids: [] });
	// A text that is not what its issue is written as has its lines elsewhere.
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
	/** The item that is marked, by its place among those of the issue; null for none. */
	at: ReadonlySignal<number | null>;
	labelledBy: string;
	selectOn: ReadonlySignal<number>;
}

/** The text of an archived issue, as a reader gets it or as it is written, with one item marked. */
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
			{/* The headings of the text begin at the fourth level. */}
			<h3 class="visually-hidden">{say("optionsReads")}</h3>
			<ReadsPane reading={reading} labelledBy={labelledBy} />
		</div>
	) : (
		<MarkdownPane markdown={markdown} labelledBy={labelledBy} selectOn={selectOn} />
	);
}
