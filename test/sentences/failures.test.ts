import { describe, expect, test } from "vitest";
import messages from "../../public/_locales/en/messages.json" with { type: "json" };
import { describeError } from "../../src/core/errors/reason.ts";
import { NumberTaken } from "../../src/data/db/number-taken.ts";
import { DraftChanged } from "../../src/data/drafts/publishing.ts";
import { failureSentence, type Task } from "../../src/sentences/failures.ts";

const STORAGE_TASKS: Task[] = ["save", "readDraft", "readArchive", "search", "import", "backup"];

describe("What is said of an error", () => {
	test.each(STORAGE_TASKS)(
		"does not say for %s that the browser refuses, where it closed the storage",
		(task) => {
			const { key } = failureSentence(task, new DOMException("closed", "InvalidStateError"));
			expect(messages[key].message).toMatch(/closed Galley/);
			expect(messages[key].message).not.toMatch(/refuses/);
		},
	);

	test("is the same in a page and in a thread, which sends a description", () => {
		const error = new DOMException("full", "QuotaExceededError");
		expect(failureSentence("import", structuredClone(describeError(error)))).toEqual(
			failureSentence("import", error),
		);
	});

	test("is filled with the reason where nothing better is known, with a full stop", () => {
		expect(failureSentence("save", new TypeError("x is not a function"))).toEqual({
			key: "optionsSaveFailed",
			values: ["x is not a function."],
		});
		expect(failureSentence("save", "It broke.").values).toEqual(["It broke."]);
		expect(failureSentence("save", new DOMException("", "DataError")).values).toEqual([
			"DataError.",
		]);
	});

	test("names the issue that it is about", () => {
		expect(failureSentence("publish", new NumberTaken(7))).toEqual({
			key: "optionsNumberTaken",
			values: [7],
		});
		expect(failureSentence("publish", new DraftChanged(7)).key).toBe("optionsChangedMeanwhile");
		expect(failureSentence("undo", new NumberTaken(7)).key).toBe("optionsUndoNumberTaken");
		expect(failureSentence("redo", new NumberTaken(7)).key).toBe("optionsRedoNumberTaken");
	});
});
