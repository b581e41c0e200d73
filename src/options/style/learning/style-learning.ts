import { type ReadonlySignal, signal } from "@preact/signals";
import { archiveOrder, orderedFile } from "../../../core/archive/archive-order.ts";
import { countItems } from "../../../core/archive/contents.ts";
import type { HouseStyle } from "../../../core/house-style/house-style.ts";
import { parseIssue } from "../../../core/issue/parse-issue.ts";
import { learnStyle } from "../../../core/learning/learn-style.ts";
import type { IssueFile } from "../../../core/learning/past-issue.ts";
import { isWritten } from "../../../data/items/items.ts";
import { assemble } from "../../../export/assemble.ts";
import { markdown } from "../../../export/markdown.ts";
import type { Stored } from "../../app/stored.ts";
import { exportedFile } from "../../draft/assembled-draft.ts";
import { type StyleChange, styleChanges } from "../style-changes.ts";
import type { StyleState } from "../style-state.ts";
import { type ComparedIssue, compareIssue } from "./compare-issues.ts";
import { withKnownSections } from "./known-sections.ts";
import { recentFiles } from "./recent-files.ts";

/** The style that was learned from past issues, and what using it would change. */
export interface Learned {
	/** The name of the latest issue, and the number of issues. */
	fileName: string;
	issues: number;
	sections: string[];
	/** The items of the latest issue. */
	items: number;
	style: HouseStyle;
	changes: readonly StyleChange[];
	/** The last issues, each with its text in the learned style. */
	compared: readonly ComparedIssue[];
	/** The file of the draft in the present style and in the learned style. */
	before: DraftFile;
	after: DraftFile;
}

interface DraftFile {
	fileName: string;
	text: string;
}

/** A file that can be read. */
interface ReadableFile {
	name: string;
	text(): Promise<string>;
}

/** "Copy the style of my issues": learns the house style from past issues. */
export interface StyleLearning {
	readonly learned: ReadonlySignal<Learned | null>;
	/** True if none of the last files could be read. */
	readonly failed: ReadonlySignal<boolean>;
	/** Learns from files. */
	learnFromFiles(files: readonly ReadableFile[]): Promise<void>;
	/** Learns from the last issues of the archive. */
	learnFromArchive(): Promise<void>;
	/** Shows what a ready-made style would change. */
	showStyle(name: string, style: HouseStyle): void;
	/** Uses the learned style from now on. */
	adopt(): Promise<void>;
	/** Discards what was learned. */
	discard(): void;
}

/** How many issues are shown in the learned style. */
const COMPARED = 3;

/** With at least this many issues and no sponsor in them, the newsletter is taken to have none. */
const MIN_SPONSORED = 5;

/** @param onAdopted called after a style has been adopted: the archive may be parsed better with it */
export function createStyleLearning(
	stored: Stored,
	styleState: StyleState,
	onAdopted: () => void,
): StyleLearning {
	const learned = signal<Learned | null>(null);
	const failed = signal(false);

	function draftIn(style: HouseStyle): DraftFile {
		const draft = stored.draft.peek();
		if (!draft) return { fileName: "", text: "" };
		const items = stored.items.peek().filter(isWritten);
		const issue = assemble(draft, stored.sponsors.peek(), items, style);
		return exportedFile(markdown, { issue, style });
	}

	function show(style: HouseStyle, fileName: string, files: readonly IssueFile[]): void {
		const known = stored.style.peek();
		const last = files.at(-1);
		learned.value = {
			fileName,
			issues: files.length,
			sections: style.sections.filter(({ hidden }) => !hidden).map(({ heading }) => heading),
			items: last ? countItems(parseIssue(last.text, style, last.name)) : 0,
			style,
			changes: styleChanges(known, style),
			compared: files
				.slice(-COMPARED)
				.reverse()
				.map((file) => compareIssue(file, style)),
			before: draftIn(known),
			after: draftIn(style),
		};
	}

	async function learnFrom(read: () => Promise<IssueFile[]>): Promise<void> {
		learned.value = null;
		failed.value = false;
		const files = await read().catch(() => []);
		if (files.length === 0) {
			failed.value = true;
			return;
		}
		const known = stored.style.peek();
		const style = withKnownSections(learnStyle(files), known);
		// A few issues may happen to have no sponsor although others have one.
		const sponsor = style.sponsor ?? (files.length < MIN_SPONSORED ? known.sponsor : null);
		show({ ...style, sponsor }, files.at(-1)?.name ?? "", files);
	}

	return {
		learned,
		failed,
		learnFromFiles: (files) =>
			learnFrom(async () => {
				const read = await Promise.all(
					files.map(async (file) => ({ name: file.name, text: await file.text() })),
				);
				const texts = new Map(read.map(({ name, text }) => [name, text]));
				const ordered = archiveOrder(read.map(({ name, text }) => orderedFile(name, text)));
				return ordered.map(({ name }) => ({ name, text: texts.get(name) ?? "" }));
			}),
		learnFromArchive: () => learnFrom(recentFiles),
		showStyle: (name, style) => show(withKnownSections(style, stored.style.peek()), name, []),
		async adopt() {
			const now = learned.peek();
			if (!now || !(await styleState.take(now.style))) return;
			learned.value = null;
			onAdopted();
		},
		discard() {
			learned.value = null;
		},
	};
}
