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
import type { Styling } from "../styling.ts";
import { type ComparedIssue, compareIssue } from "./compare-issues.ts";
import { withKnownSections } from "./known-sections.ts";
import { recentFiles } from "./recent-files.ts";

/** What past issues showed of their style, and what taking that style would change. */
export interface Learned {
	/** The latest of them, and how many there are. */
	fileName: string;
	issues: number;
	sections: string[];
	/** Items of the latest. */
	items: number;
	style: HouseStyle;
	changes: readonly StyleChange[];
	/** The last issues, each beside itself as it would be written. */
	compared: readonly ComparedIssue[];
	/** The draft's file as it is written now, and as it would be. */
	before: DraftFile;
	after: DraftFile;
}

interface DraftFile {
	fileName: string;
	text: string;
}

/** A file that may be read. */
interface ReadableFile {
	name: string;
	text(): Promise<string>;
}

/** "Copy the style of my issues": learning the house style from past ones. */
export interface Learning {
	readonly learned: ReadonlySignal<Learned | null>;
	/** True when the last files could not be read at all. */
	readonly failed: ReadonlySignal<boolean>;
	/** Learns from files. */
	look(files: readonly ReadableFile[]): Promise<void>;
	/** Learns from the last issues of the archive. */
	lookAtArchive(): Promise<void>;
	/** Shows what a ready-made style would change. */
	lookAtStyle(name: string, style: HouseStyle): void;
	take(): Promise<void>;
	/** Puts what was learned away. */
	leave(): void;
}

/** So many issues are shown as they would be written. */
const COMPARED = 3;

/** From so many issues on, a newsletter without sponsors is taken to have none. */
const FEWEST_SPONSORED = 5;

/** @param onTaken called once a style has been taken: the archive may be read better with it */
export function createLearning(stored: Stored, styling: Styling, onTaken: () => void): Learning {
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
		// So few issues may well be without a sponsor, though others have one.
		const sponsor = style.sponsor ?? (files.length < FEWEST_SPONSORED ? known.sponsor : null);
		show({ ...style, sponsor }, files.at(-1)?.name ?? "", files);
	}

	return {
		learned,
		failed,
		look: (files) =>
			learnFrom(async () => {
				const read = await Promise.all(
					files.map(async (file) => ({ name: file.name, text: await file.text() })),
				);
				const texts = new Map(read.map(({ name, text }) => [name, text]));
				const ordered = archiveOrder(read.map(({ name, text }) => orderedFile(name, text)));
				return ordered.map(({ name }) => ({ name, text: texts.get(name) ?? "" }));
			}),
		lookAtArchive: () => learnFrom(recentFiles),
		lookAtStyle: (name, style) => show(withKnownSections(style, stored.style.peek()), name, []),
		async take() {
			const now = learned.peek();
			if (!now || !(await styling.take(now.style))) return;
			learned.value = null;
			onTaken();
		},
		leave() {
			learned.value = null;
		},
	};
}
