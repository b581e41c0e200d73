// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { type Toast, toastInPage } from "../../src/extension/toast-in-page.ts";

const TOAST: Toast = {
	sentence: "Added to Tools",
	warning: null,
	undo: { label: "Undo", item: "item-1", unreachable: "Not undone." },
};

let shadow: ShadowRoot;
const sendMessage = vi.fn();

/** Runs the function as the browser does: from its source, without anything around it. */
const inPage = (toast: Toast) => new Function(`return (${toastInPage})`)()(toast) as boolean;

const text = () => shadow.querySelector("[role=status]")?.textContent;
const button = () => shadow.querySelector("button");
const host = () => document.documentElement.lastElementChild as HTMLElement;

beforeEach(() => {
	vi.useFakeTimers();
	vi.stubGlobal("chrome", { runtime: { sendMessage } });
	sendMessage.mockReset();
	const attachShadow = Element.prototype.attachShadow;
	vi.spyOn(Element.prototype, "attachShadow").mockImplementation(function (this: Element, init) {
		expect(init.mode).toBe("closed");
		shadow = attachShadow.call(this, init);
		return shadow;
	});
	HTMLElement.prototype.showPopover = vi.fn();
	Element.prototype.animate = vi.fn();
	vi.spyOn(Element.prototype, "getBoundingClientRect").mockReturnValue({ height: 44 } as DOMRect);
});

afterEach(() => {
	vi.useRealTimers();
	vi.restoreAllMocks();
	for (const left of document.querySelectorAll("[popover]")) left.remove();
});

describe("The toast", () => {
	test("shows its sentence in a live region that already exists", () => {
		expect(inPage(TOAST)).toBe(true);
		expect(text()).toBe("");
		vi.advanceTimersByTime(100);
		expect(text()).toBe("Added to Tools");
		expect(button()?.textContent).toBe("Undo");
	});

	test("disappears after six seconds", () => {
		inPage(TOAST);
		vi.advanceTimersByTime(5_900);
		expect(document.querySelectorAll("[popover]")).toHaveLength(1);
		vi.advanceTimersByTime(200);
		expect(document.querySelectorAll("[popover]")).toHaveLength(0);
	});

	test("stays while the pointer is on it, and disappears some time later", () => {
		inPage(TOAST);
		host().dispatchEvent(new Event("pointerenter"));
		vi.advanceTimersByTime(60_000);
		expect(document.querySelectorAll("[popover]")).toHaveLength(1);
		host().dispatchEvent(new Event("pointerleave"));
		vi.advanceTimersByTime(6_100);
		expect(document.querySelectorAll("[popover]")).toHaveLength(0);
	});

	test("replaces the toast before it", () => {
		inPage(TOAST);
		inPage({ sentence: "Already in Tools", warning: null, undo: null });
		vi.advanceTimersByTime(100);
		expect(document.querySelectorAll("[popover]")).toHaveLength(1);
		expect(text()).toBe("Already in Tools");
		expect(button()).toBeNull();
	});
});

describe("The button for the original address", () => {
	const original = { label: "Use the original", item: "item-1", unreachable: "Not changed." };

	test("sends the item's id, and keeps the Undo button", async () => {
		sendMessage.mockResolvedValue("It has the original");
		inPage({ ...TOAST, original });
		vi.advanceTimersByTime(100);
		button()?.click();
		await vi.advanceTimersByTimeAsync(0);
		expect(sendMessage).toHaveBeenCalledWith({ original: "item-1" });
		expect(text()).toBe("It has the original");
		expect([...shadow.querySelectorAll("button")].map((one) => one.textContent)).toEqual(["Undo"]);
	});

	test("is removed when the clip has been undone", async () => {
		sendMessage.mockResolvedValue("The clip is undone");
		inPage({ ...TOAST, original });
		[...shadow.querySelectorAll("button")].at(-1)?.click();
		await vi.advanceTimersByTimeAsync(0);
		expect(sendMessage).toHaveBeenCalledWith({ undo: "item-1" });
		expect(button()).toBeNull();
	});
});

describe("The Undo button", () => {
	test("sends only the item's id, and shows the answer", async () => {
		sendMessage.mockResolvedValue("The clip is undone");
		inPage(TOAST);
		button()?.click();
		await vi.advanceTimersByTimeAsync(100);
		expect(sendMessage).toHaveBeenCalledExactlyOnceWith({ undo: "item-1" });
		expect(text()).toBe("The clip is undone");
		expect(button()).toBeNull();
	});

	test("sends it again if the worker was stopped before answering", async () => {
		sendMessage.mockRejectedValueOnce(new Error("The message channel closed."));
		sendMessage.mockResolvedValueOnce("The clip is undone");
		inPage(TOAST);
		button()?.click();
		await vi.advanceTimersByTimeAsync(500);
		expect(text()).toBe("The clip is undone");
	});

	test("says so if the worker cannot be reached", async () => {
		sendMessage.mockRejectedValue(new Error("Extension context invalidated."));
		inPage(TOAST);
		button()?.click();
		await vi.advanceTimersByTimeAsync(1_000);
		expect(text()).toBe("Not undone.");
	});
});
