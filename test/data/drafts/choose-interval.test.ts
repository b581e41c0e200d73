import { describe, expect, test } from "vitest";
import { undo } from "../../../src/data/db/change.ts";
import { readTransaction } from "../../../src/data/db/read-transaction.ts";
import { chooseInterval } from "../../../src/data/drafts/choose-interval.ts";
import { currentDraft, editDraft, openDraft } from "../../../src/data/drafts/drafts.ts";
import { intervalFrom } from "../../../src/data/settings/interval.ts";
import { archived } from "../archived.ts";
import { beginWithEmptyDatabase } from "../empty-database.ts";

beginWithEmptyDatabase();

async function interval() {
	return intervalFrom(await readTransaction(["settings", "archive"]));
}

describe("The interval between issues", () => {
	test("is derived from the archive until it is set", async () => {
		for (const [at, day] of ["04", "18"].entries()) {
			await archived(at + 1, [], { issueDate: `2026-01-${day}` });
		}
		await archived(3, [], { issueDate: "2026-02-01" });
		expect(await interval()).toEqual({ every: "twoWeeks" });
		await chooseInterval({ every: "none" });
		expect(await interval()).toEqual({ every: "none" });
		await chooseInterval(null);
		expect(await interval()).toEqual({ every: "twoWeeks" });
	});

	test("gives the draft the next date, and Undo restores the earlier one", async () => {
		await archived(1, [], { issueDate: "2026-01-06" });
		await openDraft();
		expect((await currentDraft())?.issueDate).toBe("2026-01-13");
		await chooseInterval({ every: "month", weekday: 2, nth: 1 });
		expect((await currentDraft())?.issueDate).toBe("2026-02-03");
		expect((await currentDraft())?.publishedAt.slice(0, 10)).toBe("2026-02-03");
		await undo();
		expect((await currentDraft())?.issueDate).toBe("2026-01-13");
	});

	test("does not change a date that was set by hand", async () => {
		await archived(1, [], { issueDate: "2026-01-06" });
		const { id } = await openDraft();
		await editDraft(id, { issueDate: "2026-01-20" });
		await chooseInterval({ every: "twoWeeks" });
		expect((await currentDraft())?.issueDate).toBe("2026-01-20");
	});
});
