import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { endLeftFlashes, showCount, showMark, showTick } from "../../src/extension/badge.ts";
import { fake, resetFake } from "./fake-browser.ts";

vi.mock("webextension-polyfill", async () => (await import("./fake-browser.ts")).mock());
beforeEach(() => {
	resetFake();
	vi.useFakeTimers();
});
afterEach(() => vi.useRealTimers());

/** What is visible on a tab. */
const seen = (tabId: number) => fake.badge.get(tabId) ?? fake.badge.get(null) ?? "";

test("The badge shows the number of items, and nothing for 0", async () => {
	await showCount(3, 0);
	expect(seen(7)).toBe("3");
	await showCount(0, 0);
	expect(seen(7)).toBe("");
});

test("The badge has an arrow while changes wait to be shared, and the tooltip says what they wait for", async () => {
	await showCount(3, 2);
	expect(seen(7)).toBe("3↑");
	expect(fake.titles.get(null)).toContain("2 changes are shared as soon as Galley's page is open.");
	await showCount(0, 1);
	expect(seen(7)).toBe("↑");
	await showCount(3, 0);
	expect([seen(7), fake.titles.get(null)]).toEqual(["3", "Clip this page"]);
});

test("A tick covers the count on its tab for a moment, even if the count changes", async () => {
	await showCount(3, 0);
	const ticking = showTick(7);
	await vi.advanceTimersByTimeAsync(100);
	await showCount(4, 0);
	expect([seen(7), seen(8)]).toEqual(["✓", "4"]);
	await vi.runAllTimersAsync();
	await ticking;
	expect(seen(7)).toBe("4");
});

test("The mark of a failure has its sentence as tooltip, and both are removed", async () => {
	const marking = showMark(7, "Nothing was clipped.");
	await vi.advanceTimersByTimeAsync(100);
	expect([seen(7), fake.titles.get(7)]).toEqual(["!", "Nothing was clipped."]);
	await vi.runAllTimersAsync();
	await marking;
	expect([seen(7), fake.titles.get(7)]).toEqual(["", undefined]);
});

test("A tick left by a stopped worker is removed when the worker starts again", async () => {
	void showTick(7);
	await vi.advanceTimersByTimeAsync(100);
	vi.clearAllTimers();
	expect(seen(7)).toBe("✓");
	const ending = endLeftFlashes();
	await vi.runAllTimersAsync();
	await ending;
	expect(seen(7)).toBe("");
	expect(fake.session).toEqual({});
});
