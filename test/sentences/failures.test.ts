import { describe, expect, test } from "vitest";
import messages from "../../public/_locales/en/messages.json" with { type: "json" };
import { describeError } from "../../src/core/errors/error-message.ts";
import { NumberTaken } from "../../src/data/db/number-taken.ts";
import { DraftChanged } from "../../src/data/drafts/publishing.ts";
import { failureSentence, type Task } from "../../src/sentences/failures.ts";

const STORAGE_TASKS: Task[] = ["save", "readDraft", "readArchive", "search", "import", "backup"];

describe("The sentence for an error", () => {
	test.each(STORAGE_TASKS)(
		"does not say for %s that the browser refuses the storage when it has closed it",
		(task) => {
			const { key } = failureSentence(task, new DOMException("closed", "InvalidStateError"));
			expect(messages[key].message).toMatch(/closed Galley/);
			expect(messages[key].message).not.toMatch(/refuses/);
		},
	);

	test("is the same for an error in a page and for the description that a worker sends", () => {
		const error = new DOMException("full", "QuotaExceededError");
		expect(failureSentence("import", structuredClone(describeError(error)))).toEqual(
			failureSentence("import", error),
		);
	});

	test("contains the reason, with a full stop, if the cause is unknown", () => {
		expect(failureSentence("save", new TypeError("x is not a function"))).toEqual({
			key: "optionsSaveFailed",
			values: ["x is not a function."],
		});
		expect(failureSentence("save", "It broke.").values).toEqual(["It broke."]);
		expect(failureSentence("save", new DOMException("", "DataError")).values).toEqual([
			"DataError.",
		]);
	});

	test("contains the label of the issue that the error is about", () => {
		expect(failureSentence("publish", new NumberTaken(7))).toEqual({
			key: "optionsNumberTaken",
			values: [7],
		});
		expect(failureSentence("publish", new DraftChanged(7)).key).toBe("optionsChangedMeanwhile");
		expect(failureSentence("undo", new NumberTaken(7)).key).toBe("optionsUndoNumberTaken");
		expect(failureSentence("redo", new NumberTaken(7)).key).toBe("optionsRedoNumberTaken");
	});
});
