// @vitest-environment happy-dom

import { signal } from "@preact/signals";
import { fireEvent, screen, waitFor, within } from "@testing-library/preact";
import { render } from "preact";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { addItem } from "../../src/data/items/items.ts";
import { createDesk, type Desk } from "../../src/options/app/desk.ts";
import { routeOf } from "../../src/options/app/route.ts";
import { DraftPanel } from "../../src/options/draft/draft-panel.tsx";
import { createActions } from "../../src/options/keys/actions.ts";
import { listenToKeys } from "../../src/options/keys/listen.ts";
import { beginWithEmptyDatabase } from "../data/empty-database.ts";

vi.mock("webextension-polyfill", async () => (await import("../extension/fake-browser.ts")).mock());
beginWithEmptyDatabase();

let desk: Desk;
let stop = () => {};

beforeEach(async () => {
	document.body.innerHTML = '<div id="root"></div>';
	for (const note of ["One", "Two", "Three"]) {
		await addItem({ section: "news", note, links: [] });
	}
	desk = createDesk({
		download: vi.fn(),
		copy: vi.fn(),
		shortcuts: async () => ({}),
		storage: localStorage,
	});
	const ends = [
		desk.start(),
		listenToKeys(document, createActions(desk, signal(routeOf("")), vi.fn())),
	];
	stop = () => {
		for (const end of ends) end();
	};
	render(<DraftPanel desk={desk} />, document.querySelector("#root") as HTMLElement);
	await screen.findByRole("region", { name: "News" });
});

afterEach(() => {
	render(null, document.querySelector("#root") as HTMLElement);
	stop();
});

const section = (name: string) => within(screen.getByRole("region", { name }));
const item = (name: string, at: number) =>
	within(section(name).getAllByRole("listitem")[at] as HTMLElement);
const notesIn = (name: string) =>
	section(name)
		.queryAllByRole("listitem")
		.map((each) => each.querySelector(".note")?.textContent);
const button = (scope: { getByRole: typeof screen.getByRole }, name: string) =>
	scope.getByRole<HTMLButtonElement>("button", { name });

describe("The draft's page", () => {
	test("has every name that tools use", async () => {
		for (const name of [
			...["Issue number", "Issue date", "Publication time", "Intro", "Footer"],
			...["Sponsor name", "Sponsor note", "Sponsor links"],
		]) {
			expect(screen.getByRole("textbox", { name })).toBeDefined();
		}
		for (const name of ["Export markdown", "Copy markdown", "Publish"]) {
			expect(button(screen, name)).toBeDefined();
		}
		expect(screen.getByRole("region", { name: "Preview" })).toBeDefined();
		for (const name of ["News", "Tools"]) expect(button(section(name), "Add item")).toBeDefined();
		for (const name of ["Edit", "Move up", "Move down", "Delete"]) {
			expect(button(item("News", 0), name)).toBeDefined();
		}
	});

	test("names an item by its title, and leads to its page, also with the key O", async () => {
		const url = "https://www.example.com/a/page";
		const links = [{ url, title: "A page" }];
		const { item: titled } = await addItem({
			section: "tools",
			title: "A page \\[2\\]",
			note: "What it says.",
			links,
		});
		await addItem({
			section: "tools",
			note: "",
			links: [{ url: "https://www.example.com/another", title: "Another page" }],
		});
		await desk.stored.refresh();
		await waitFor(() => expect(notesIn("Tools")).toHaveLength(2));
		const names = section("Tools")
			.getAllByRole("listitem")
			.map((each) => each.querySelector(".title")?.textContent);
		expect(names).toEqual(["A page [2]", "Another page"]);
		expect(item("News", 0).queryByRole("link")).toBeNull();
		const link = item("Tools", 0).getByRole<HTMLAnchorElement>("link");
		expect(link.textContent).toBe("example.com/a/page");
		expect(link.href).toBe(url);
		expect(link.target).toBe("_blank");
		const opened = vi.fn((event: Event) => event.preventDefault());
		link.addEventListener("click", opened);
		fireEvent.keyDown(document.getElementById(`item-${titled.id}`) as HTMLElement, { key: "o" });
		expect(opened).toHaveBeenCalledOnce();
	});

	test("makes no link for an address that leads to no page", async () => {
		await addItem({
			section: "tools",
			note: "x",
			links: [{ url: "javascript:alert(1)", title: "" }],
		});
		await desk.stored.refresh();
		await waitFor(() => expect(notesIn("Tools")).toHaveLength(1));
		expect(item("Tools", 0).queryByRole("link")).toBeNull();
	});

	test("opens one item at a time, or all", async () => {
		fireEvent.click(button(item("News", 0), "Edit"));
		const note = await item("News", 0).findByRole<HTMLTextAreaElement>("textbox", { name: "Note" });
		await waitFor(() => expect(document.activeElement).toBe(note));
		expect(note.value).toBe("One");
		fireEvent.click(button(item("News", 1), "Edit"));
		await item("News", 1).findByRole("textbox", { name: "Links" });
		expect(item("News", 0).queryByRole("textbox", { name: "Note" })).toBeNull();
		fireEvent.click(button(screen, "Open all"));
		await waitFor(() =>
			expect(section("News").getAllByRole("textbox", { name: "Note" })).toHaveLength(3),
		);
	});

	test("keeps the focus on a moved item, also in another section", async () => {
		const down = button(item("News", 2), "Move down");
		down.focus();
		fireEvent.click(down);
		await waitFor(() => expect(notesIn("Tools")).toEqual(["Three"]));
		await waitFor(() => expect(document.activeElement).toBe(button(item("Tools", 0), "Move down")));
		fireEvent.keyDown(button(item("Tools", 0), "Move down"), { key: "ArrowUp", altKey: true });
		await waitFor(() => expect(notesIn("News")).toEqual(["One", "Two", "Three"]));
	});

	test("gives the focus of a deleted item to the next, and of the last to Add item", async () => {
		for (const next of ["Two", "Three"]) {
			button(item("News", 0), "Delete").focus();
			fireEvent.click(button(item("News", 0), "Delete"));
			await waitFor(() => expect(notesIn("News")[0]).toBe(next));
			const [first] = section("News").getAllByRole("listitem");
			await waitFor(() => expect(document.activeElement).toBe(first));
		}
		button(item("News", 0), "Delete").focus();
		fireEvent.click(button(item("News", 0), "Delete"));
		await waitFor(() => expect(document.activeElement).toBe(button(section("News"), "Add item")));
	});

	test("says beside a field why it is not saved, and Export leads to the field", async () => {
		const date = screen.getByRole<HTMLInputElement>("textbox", { name: "Issue date" });
		fireEvent.input(date, { target: { value: "2019-02-30" } });
		fireEvent.click(button(screen, "Export markdown"));
		await waitFor(() => expect(document.activeElement).toBe(date));
		expect(date.getAttribute("aria-invalid")).toBe("true");
		const described = date.getAttribute("aria-describedby")?.split(" ") ?? [];
		expect(described.map((id) => document.getElementById(id)?.textContent).join()).toContain(
			"not a valid date",
		);
	});

	test("keeps the caret in its position when another page changes the text around it", async () => {
		const intro = screen.getByRole<HTMLTextAreaElement>("textbox", { name: "Intro" });
		fireEvent.input(intro, { target: { value: "Hello" } });
		await desk.fields.flush();
		desk.fields.forget();
		intro.focus();
		intro.setSelectionRange(2, 2);
		const other = createDesk({
			download: vi.fn(),
			copy: vi.fn(),
			shortcuts: async () => ({}),
			storage: localStorage,
		});
		await other.stored.refresh();
		other.fields.draft.value?.intro.type("Hello there");
		await other.fields.flush();
		await waitFor(() => expect(intro.value).toBe("Hello there"));
		expect(intro.selectionStart).toBe(2);
	});
});
