import type { Interval } from "../../core/calendar/interval.ts";
import type { HouseStyle } from "../../core/house-style/house-style.ts";
import { nameStyle } from "../../core/house-style/name-style.ts";
import { change, type Edit } from "../db/change.ts";
import type { SetUp, SetUpQuestion } from "../db/records.ts";
import { chooseIntervalIn } from "../drafts/choose-interval.ts";
import { applyStyleIn } from "./apply-style.ts";
import { SETTING_DEFAULTS } from "./setting-defaults.ts";
import { houseStyleIn, settingIn } from "./settings.ts";

/*
 * The answers to the questions of the set-up. Each answer is one step of Undo, together with its changes to
 * the house style and the draft.
 */

/**
 * Stores the name of the newsletter. The title then contains it, unless the title was learned from past
 * issues.
 */
export function answerName(name: string): Promise<void> {
	return change("setUp", null, async (edit) => {
		const before = await setUpIn(edit);
		const insert = before.answers.issues !== "answered";
		const style = nameStyle(await houseStyleIn(edit), before.name, name, insert);
		await edit.put("settings", { key: "style", value: style });
		await putSetUp(edit, { ...answered(before, "name", "answered"), name });
	});
}

/** Applies the style that was learned from past issues. */
export function answerIssues(style: HouseStyle): Promise<void> {
	return change("setUp", null, async (edit) => {
		await applyStyleIn(edit, style);
		await putSetUp(edit, answered(await setUpIn(edit), "issues", "answered"));
	});
}

/** Applies a ready-made style with the newsletter's name in it, and sets the interval between issues. */
export function answerStyle(style: HouseStyle, interval: Interval | null): Promise<void> {
	return change("setUp", null, async (edit) => {
		const before = await setUpIn(edit);
		await applyStyleIn(edit, nameStyle(style, "", before.name, true));
		await chooseIntervalIn(edit, interval);
		await putSetUp(edit, answered(before, "style", "answered"));
	});
}

/** Skips a question, or asks it again with null. */
export function skipQuestion(question: SetUpQuestion, answer: "skipped" | null): Promise<void> {
	return change("setUp", null, async (edit) =>
		putSetUp(edit, answered(await setUpIn(edit), question, answer)),
	);
}

/** Hides the questions. */
export function endSetUp(): Promise<void> {
	return change("setUp", null, async (edit) =>
		putSetUp(edit, { ...(await setUpIn(edit)), state: "done" }),
	);
}

/**
 * Asks all questions again. Earlier answers remain in the house style until a question is answered again.
 */
export function startSetUp(): Promise<void> {
	return change("setUp", null, async (edit) =>
		putSetUp(edit, { ...(await setUpIn(edit)), state: "open", answers: {} }),
	);
}

async function setUpIn(edit: Edit): Promise<SetUp> {
	return (await settingIn(edit, "setUp")) ?? SETTING_DEFAULTS.setUp;
}

function putSetUp(edit: Edit, value: SetUp): Promise<void> {
	return edit.put("settings", { key: "setUp", value });
}

function answered(
	before: SetUp,
	question: SetUpQuestion,
	answer: "answered" | "skipped" | null,
): SetUp {
	const { [question]: _, ...others } = before.answers;
	const answers = answer === null ? others : { ...others, [question]: answer };
	return { ...before, state: "open", answers };
}
