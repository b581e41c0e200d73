import { type ReadonlySignal, signal } from "@preact/signals";
import { type Problem, read } from "../../issue/read.ts";
import type { HouseStyle } from "../../issue/style.ts";
import type { Stored } from "./stored.ts";
import { type StyleChange, styleChanges } from "./style-changes.ts";
import type { Styling } from "./styling.ts";

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
			const { issue, style, problems } = read(text, known);
			learned.value = {
				fileName: file.name,
				number: issue.number,
				issueDate: issue.issueDate,
				sections: issue.sections.map(({ heading }) => heading),
				items: issue.sections.reduce((count, { items }) => count + items.length, 0),
				style,
				problems,
				changes: styleChanges(known, style),
			};
		},
		async take() {
			const now = learned.peek();
			if (now && (await styling.take(now.style))) learned.value = null;
		},
		leave() {
			learned.value = null;
		},
	};
}
