import { expect, test, vi } from "vitest";
import { paced } from "../../../src/core/timing/paced.ts";

test("Work that fails is done again when it is asked for again", async () => {
	const printed = vi.spyOn(console, "error").mockImplementation(() => {});
	const work = vi.fn(async () => {
		throw new Error("on purpose");
	});
	const again = paced(work, 1);
	again();
	await vi.waitFor(() => expect(printed).toHaveBeenCalledOnce());
	await new Promise((resolve) => setTimeout(resolve, 20));
	again();
	await vi.waitFor(() => expect(work).toHaveBeenCalledTimes(2));
	printed.mockRestore();
});
