import { expect, test, vi } from "vitest";
import { throttle } from "../../../src/core/timing/throttle.ts";

test("Work that fails is repeated when it is requested again", async () => {
	const printed = vi.spyOn(console, "error").mockImplementation(() => {});
	const work = vi.fn(async () => {
		throw new Error("on purpose");
	});
	const again = throttle(work, 1);
	again();
	await vi.waitFor(() => expect(printed).toHaveBeenCalledOnce());
	await new Promise((resolve) => setTimeout(resolve, 20));
	again();
	await vi.waitFor(() => expect(work).toHaveBeenCalledTimes(2));
	printed.mockRestore();
});

test("Long work is followed by a pause several times as long", async () => {
	vi.useFakeTimers();
	try {
		const work = vi.fn(() => new Promise<void>((resolve) => setTimeout(resolve, 1_000)));
		const again = throttle(work, 10);
		again();
		again();
		await vi.advanceTimersByTimeAsync(4_990);
		expect(work).toHaveBeenCalledOnce();
		await vi.advanceTimersByTimeAsync(20);
		expect(work).toHaveBeenCalledTimes(2);
	} finally {
		vi.useRealTimers();
	}
});
