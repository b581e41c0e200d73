import type { Interval } from "../../core/calendar/interval.ts";
import type { HouseStyle } from "../../core/house-style/house-style.ts";
import { nameStyle } from "../../core/house-style/name-style.ts";
import { change, type Edit } from "../db/change.ts";
import type { SetUp, SetUpQuestion } from "../db/records.ts";
import { chooseIntervalIn } from "../drafts/choose-interval.ts";
import { SETTING_DEFAULTS } from "./setting-defaults.ts";
import { houseStyleIn, settingIn } from "./settings.ts";
import { takeStyleIn } from "./take-style.ts";

/*
 * The answers to the questions of the set-up. Each is one step of Undo, together with what it changes
 * in the house style and the draft.
 */

/** Names the newsletter. The title has the name from then on, unless it was learned from past issues. */
export function answerName(name: string): Promise<void> {
	return change("setUp", null, async (edit) => {
		const before = await setUpIn(edit);
		const insert = before.answers.issues !== "answered";
		const style = nameStyle(await houseStyleIn(edit), before.name, name, insert);
		await edit.put("settings", { key: "style", value: style });
		await putSetUp(edit, { ...answered(before, "name", "answered"), name });
	});
}

/** Takes the style that was learned from past issues. */
export function answerIssues(style: HouseStyle): Promise<void> {
	return change("setUp", null, async (edit) => {
		await takeStyleIn(edit, style);
		await putSetUp(edit, answered(await setUpIn(edit), "issues", "answered"));
	});
}

/** Takes a ready-made style, with the newsletter's name in it, and the interval between issues. */
export function answerStyle(style: HouseStyle, interval: Interval | null): Promise<void> {
	return change("setUp", null, async (edit) => {
		const before = await setUpIn(edit);
		await takeStyleIn(edit, nameStyle(style, "", before.name, true));
		await chooseIntervalIn(edit, interval);
		await putSetUp(edit, answered(before, "style", "answered"));
	});
}

/** Passes a question over, or asks it anew with null. */
export function skipQuestion(question: SetUpQuestion, answer: "skipped" | null): Promise<void> {
	return change("setUp", null, async (edit) =>
		putSetUp(edit, answered(await setUpIn(edit), question, answer)),
	);
}

/** Puts the questions away. */
export function endSetUp(): Promise<void> {
	return change("setUp", null, async (edit) =>
		putSetUp(edit, { ...(await setUpIn(edit)), state: "done" }),
	);
}

/** Asks all questions anew. What was answered stays in the house style until it is answered again. */
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
