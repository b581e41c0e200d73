import { type ReadonlySignal, signal } from "@preact/signals";
import { isWritten } from "../../../data/items/items.ts";
import { assemble } from "../../../export/assemble.ts";
import { markdown } from "../../../export/markdown.ts";
import { statedByName } from "../../../issue/file-name.ts";
import { learnFileName } from "../../../issue/learn-file-name.ts";
import { type Problem, read } from "../../../issue/read.ts";
import type { HouseStyle } from "../../../issue/style.ts";
import type { Stored } from "../../app/stored.ts";
import { fileOf } from "../../draft/outgoing.ts";
import { type StyleChange, styleChanges } from "../style-changes.ts";
import type { Styling } from "../styling.ts";

/** What a past issue showed of its style, and what taking that style would change. */
export interface Learned {
	fileName: string;
	number: number;
	issueDate: string;
	sections: string[];
	items: number;
	style: HouseStyle;
	problems: readonly Problem[];
	changes: readonly StyleChange[];
	/** The footer that the draft, which has none, would get; empty when it has one. */
	footer: string;
	/** The draft's file as it is written now, and as it would be. */
	before: DraftFile;
	after: DraftFile;
}

interface DraftFile {
	fileName: string;
	text: string;
}

/** "Write like an issue…": learning the house style from a past one. */
export interface Learning {
	readonly learned: ReadonlySignal<Learned | null>;
	/** True when the last file could not be read at all. */
	readonly failed: ReadonlySignal<boolean>;
	look(file: { name: string; text(): Promise<string> }): Promise<void>;
	take(): Promise<void>;
	/** Puts what was learned away. */
	leave(): void;
}

export function createLearning(stored: Stored, styling: Styling): Learning {
	const learned = signal<Learned | null>(null);
	const failed = signal(false);

	function draftIn(style: HouseStyle, footer: string): DraftFile {
		const draft = stored.draft.peek();
		if (!draft) return { fileName: "", text: "" };
		const items = stored.items.peek().filter(isWritten);
		const own = { ...draft, footer: draft.footer || footer };
		const issue = assemble(own, stored.sponsors.peek(), items, style);
		return fileOf(markdown, { issue, style });
	}

	return {
		learned,
		failed,
		async look(file) {
			learned.value = null;
			failed.value = false;
			const text = await file.text().catch(() => null);
			if (text === null) {
				failed.value = true;
				return;
			}
			const known = stored.style.peek();
			const { issue, style: shown, problems } = read(text, known, statedByName(file.name));
			const style = { ...shown, fileName: learnFileName(file.name, issue) ?? known.fileName };
			const footer = stored.draft.peek()?.footer ? "" : issue.footer;
			learned.value = {
				fileName: file.name,
				number: issue.number,
				issueDate: issue.issueDate,
				sections: issue.sections.map(({ heading }) => heading),
				items: issue.sections.reduce((count, { items }) => count + items.length, 0),
				style,
				problems,
				changes: [...styleChanges(known, style), ...footerChange(footer)],
				footer,
				before: draftIn(known, ""),
				after: draftIn(style, footer),
			};
		},
		async take() {
			const now = learned.peek();
			if (!now || !(await styling.take(now.style, now.footer))) return;
			learned.value = null;
		},
		leave() {
			learned.value = null;
		},
	};
}

/** The footer is the draft's and no part of the style, but a hand that has one is not whole without. */
function footerChange(footer: string): StyleChange[] {
	return footer === "" ? [] : [{ name: "optionsFooter", before: "", after: footer }];
}
