import { describe, expect, test } from "vitest";
import {
	DEFAULT_HOUSE_STYLE,
	READY_MADE_STYLES,
} from "../../../src/core/house-style/ready-made-styles.ts";
import { redo, undo } from "../../../src/data/db/change.ts";
import { readTransaction } from "../../../src/data/db/read-transaction.ts";
import { currentDraft, openDraft } from "../../../src/data/drafts/drafts.ts";
import {
	answerIssues,
	answerName,
	answerStyle,
	endSetUp,
	skipQuestion,
	startSetUp,
} from "../../../src/data/settings/set-up.ts";
import { chosenSettingsFrom, houseStyle } from "../../../src/data/settings/settings.ts";
import { beginWithEmptyDatabase } from "../empty-database.ts";

beginWithEmptyDatabase();

async function setUp() {
	return (await chosenSettingsFrom(await readTransaction(["settings"]))).setUp;
}

const title = async () => (await houseStyle()).frontMatter.lines[0]?.pattern;

describe("The set-up", () => {
	test("is new until a question is answered, and done when it is hidden", async () => {
		expect(await setUp()).toEqual({ state: "new", name: "", answers: {} });
		await answerName("Dawn");
		expect(await setUp()).toEqual({ state: "open", name: "Dawn", answers: { name: "answered" } });
		await endSetUp();
		expect((await setUp()).state).toBe("done");
		await startSetUp();
		expect(await setUp()).toEqual({ state: "open", name: "Dawn", answers: {} });
	});

	test("writes the newsletter's name into the title, and one Undo removes both", async () => {
		await answerName("Dawn");
		expect(await title()).toMatch(/^Dawn ISSUE/);
		await undo();
		expect(await houseStyle()).toEqual(DEFAULT_HOUSE_STYLE);
		expect(await setUp()).toEqual({ state: "new", name: "", answers: {} });
		await redo();
		expect(await title()).toMatch(/^Dawn ISSUE/);
	});

	test("applies a ready-made style with the name in it, whichever question was answered first", async () => {
		const style = READY_MADE_STYLES[1]?.style ?? DEFAULT_HOUSE_STYLE;
		await answerStyle(style, { every: "week" });
		await answerName("Dawn");
		expect((await houseStyle()).titleLine).toMatch(/^# Dawn – Issue/);
		await answerStyle(style, { every: "week" });
		expect((await houseStyle()).titleLine).toMatch(/^# Dawn – Issue/);
	});

	test("sets the interval with the style, and gives the draft the next date", async () => {
		await openDraft();
		await answerStyle(DEFAULT_HOUSE_STYLE, { every: "month", day: 15 });
		expect((await currentDraft())?.issueDate).toMatch(/-15$/);
		await undo();
		expect(new Date((await currentDraft())?.issueDate ?? "").getUTCDay()).toBe(0);
	});

	test("does not write the name into a title that was learned from past issues", async () => {
		const learned = { ...DEFAULT_HOUSE_STYLE, titleLine: "# Issue {number}" };
		learned.frontMatter = { kind: "none", lines: [] };
		await answerIssues(learned);
		await answerName("Dawn");
		expect((await houseStyle()).titleLine).toBe("# Issue {number}");
	});

	test("skips a question and asks it again", async () => {
		await skipQuestion("issues", "skipped");
		expect((await setUp()).answers).toEqual({ issues: "skipped" });
		await skipQuestion("issues", null);
		expect((await setUp()).answers).toEqual({});
	});
});
