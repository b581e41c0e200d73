import { computed, type ReadonlySignal, type Signal, signal } from "@preact/signals";
import type { Interval } from "../../../core/calendar/interval.ts";
import type { HouseStyle } from "../../../core/house-style/house-style.ts";
import { learnStyle } from "../../../core/learning/learn-style.ts";
import { markUnread } from "../../../data/archive/reread.ts";
import type { SetUp, SetUpQuestion } from "../../../data/db/records.ts";
import {
	answerIssues,
	answerName,
	answerStyle,
	endSetUp,
	skipQuestion,
	startSetUp,
} from "../../../data/settings/set-up.ts";
import { type Sentence, sentence } from "../../../sentences/sentence.ts";
import type { Stored } from "../../app/stored.ts";
import type { Fields } from "../../fields/fields.ts";
import { type Saving, saveAndRead } from "../../fields/saving.ts";
import { type ComparedIssue, compareIssue } from "../../style/learning/compare-issues.ts";
import { withKnownSections } from "../../style/learning/known-sections.ts";
import { recentFiles } from "../../style/learning/recent-files.ts";
import type { FirstSteps } from "../first-steps.ts";
import { styleWithSections } from "./style-with-sections.ts";

/** The set-up of the newsletter: its questions, and the effect of the answers. */
export interface SetUpState {
	readonly setUp: ReadonlySignal<SetUp>;
	/** Whether the questions are shown on the draft panel. */
	readonly isShown: ReadonlySignal<boolean>;
	/** The name as it is typed; null until something is typed. It is kept while other panels are open. */
	readonly typedName: Signal<string | null>;
	/** The last past issue and the same issue in the style that this page has learned. */
	readonly last: ReadonlySignal<ComparedIssue | null>;
	/** Why no style could be learned from the past issues; null if none failed. */
	readonly failure: ReadonlySignal<Sentence | null>;
	/** Whether an import that was started here is running. The style is learned when it ends. */
	readonly isImporting: ReadonlySignal<boolean>;
	beginImport(): void;
	/** Each of these resolves to whether it was saved. */
	takeName(): Promise<boolean>;
	/** Learns a style from the issues in the archive and uses it. */
	learn(): Promise<boolean>;
	/** @param headings the headings of the sections, in order */
	takeStyle(
		readyMade: HouseStyle,
		headings: readonly string[],
		interval: Interval,
	): Promise<boolean>;
	skip(question: SetUpQuestion): Promise<boolean>;
	/** Shows a question again. */
	ask(question: SetUpQuestion): Promise<boolean>;
	/** Hides the questions. */
	end(): Promise<boolean>;
	/** Shows all questions again. */
	start(): Promise<boolean>;
}

interface SetUpNeeds {
	stored: Stored;
	saving: Saving;
	fields: Fields;
	firstSteps: Pick<FirstSteps, "archiveEmpty" | "styleUntouched">;
	showNotice(what: Sentence): void;
}

export function createSetUpState(needs: SetUpNeeds): SetUpState {
	const { stored, saving, fields, firstSteps, showNotice } = needs;
	const { setUp } = stored;
	const typedName = signal<string | null>(null);
	const last = signal<ComparedIssue | null>(null);
	const failure = signal<Sentence | null>(null);
	const isImporting = signal(false);

	async function save(write: () => Promise<void>, said: "setUpSaved" | "setUpEnded" | null) {
		await fields.flush();
		const saved = await saveAndRead(stored, saving, write);
		if (saved && said) showNotice(sentence(said));
		return saved;
	}

	/** The present style with only those sections that contain items. Only these must be kept. */
	function styleInUse(): HouseStyle {
		const style = stored.style.peek();
		const items = [stored.items, stored.shelf.items].flatMap((list) => list.peek());
		const elsewhere = stored.elsewhere.peek().flatMap(({ items }) => items);
		const used = new Set([...items, ...elsewhere].map(({ section }) => section));
		return { ...style, sections: style.sections.filter(({ id }) => used.has(id)) };
	}

	return {
		setUp,
		isShown: computed(() => {
			const { state } = setUp.value;
			if (state !== "new" || isImporting.value) return state !== "done";
			return firstSteps.archiveEmpty.value && firstSteps.styleUntouched.value;
		}),
		typedName,
		last,
		failure,
		isImporting,
		beginImport() {
			isImporting.value = true;
		},
		async takeName() {
			const name = (typedName.peek() ?? setUp.peek().name).trim();
			if (name === "") return save(() => skipQuestion("name", "skipped"), "setUpSaved");
			const saved = await save(() => answerName(name), "setUpSaved");
			if (saved) typedName.value = null;
			return saved;
		},
		async learn() {
			isImporting.value = false;
			failure.value = null;
			last.value = null;
			const files = await recentFiles().catch(() => null);
			if (!files) {
				failure.value = sentence("setUpIssuesFailed");
				return false;
			}
			if (files.length === 0) {
				failure.value = sentence("setUpIssuesNone");
				return false;
			}
			const style = withKnownSections(learnStyle(files), styleInUse());
			const saved = await save(() => answerIssues(style), "setUpSaved");
			if (!saved) return false;
			const latest = files.at(-1);
			last.value = latest ? compareIssue(latest, style) : null;
			// The archive may be parsed better with the new style.
			await markUnread();
			return true;
		},
		takeStyle: (style, headings, interval) =>
			save(
				() =>
					answerStyle(
						withKnownSections(styleWithSections(style, headings), styleInUse()),
						interval,
					),
				"setUpSaved",
			),
		skip: (question) => save(() => skipQuestion(question, "skipped"), null),
		ask: (question) => save(() => skipQuestion(question, null), null),
		end: () => save(endSetUp, "setUpEnded"),
		start: () => save(startSetUp, null),
	};
}
