// @vitest-environment happy-dom
import { afterEach, expect, test, vi } from "vitest";
import { onTimePassed } from "../../../src/options/app/time-passed.ts";

afterEach(() => {
	vi.restoreAllMocks();
	vi.useRealTimers();
});

test("What depends on the date is checked each hour and when the page is shown, until that is stopped", () => {
	vi.useFakeTimers();
	const state = vi.spyOn(document, "visibilityState", "get").mockReturnValue("hidden");
	const look = vi.fn();
	const end = onTimePassed(look);
	document.dispatchEvent(new Event("visibilitychange"));
	expect(look).not.toHaveBeenCalled();
	state.mockReturnValue("visible");
	document.dispatchEvent(new Event("visibilitychange"));
	expect(look).toHaveBeenCalledTimes(1);
	vi.advanceTimersByTime(60 * 60 * 1000);
	expect(look).toHaveBeenCalledTimes(2);
	end();
	vi.advanceTimersByTime(24 * 60 * 60 * 1000);
	document.dispatchEvent(new Event("visibilitychange"));
	expect(look).toHaveBeenCalledTimes(2);
});
