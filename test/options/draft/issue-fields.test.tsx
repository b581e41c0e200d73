// @vitest-environment happy-dom

import { fireEvent, screen } from "@testing-library/preact";
import { render } from "preact";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { Desk } from "../../../src/options/app/desk.ts";
import { DraftPanel } from "../../../src/options/draft/draft-panel.tsx";
import { goToField } from "../../../src/options/draft/go-to-field.ts";
import { beginWithEmptyDatabase } from "../../data/empty-database.ts";
import { openDesk } from "../open-desk.ts";

vi.mock("webextension-polyfill", async () =>
	(await import("../../extension/fake-browser.ts")).mock(),
);
beginWithEmptyDatabase();

let desk: Desk;
let end = () => {};

beforeEach(async () => {
	({ desk, end } = await openDesk());
	render(<DraftPanel desk={desk} />, document.body);
	await screen.findByRole("textbox", { name: "Issue date" });
});

afterEach(() => {
	render(null, document.body);
	end();
});

const picker = (type: string) =>
	document.querySelector<HTMLInputElement>(`input[type="${type}"]`) as HTMLInputElement;

function pick(type: string, value: string): void {
	picker(type).value = value;
	fireEvent.change(picker(type));
}

test("A day from the browser's picker is written in the form of the field, with its weekday", async () => {
	pick("date", "2019-12-22");
	const date = screen.getByRole<HTMLInputElement>("textbox", { name: "Issue date" });
	await vi.waitFor(() => expect(date.value).toBe("2019-12-22"));
	await screen.findByText("Sunday");
});

test("A picked time keeps the typed offset", async () => {
	const time = screen.getByRole<HTMLInputElement>("textbox", { name: "Publication time" });
	fireEvent.input(time, { target: { value: "2019-12-22T13:40:01+02:00" } });
	await screen.findByText("Sunday, UTC+02:00");
	pick("datetime-local", "2019-12-23T09:30");
	await vi.waitFor(() => expect(time.value).toBe("2019-12-23T09:30:00+02:00"));
});

test("The fields are unfolded by their button, and for a value that must be corrected", async () => {
	const fold = screen.getByRole("button", { name: /^Issue 1 · / });
	expect(fold.getAttribute("aria-expanded")).toBe("false");
	const { id = "" } = desk.stored.draft.value ?? {};
	await goToField(desk, { of: "draft", id, part: "issueDate" }, async () => {});
	await vi.waitFor(() => expect(fold.getAttribute("aria-expanded")).toBe("true"));
	fold.click();
	await vi.waitFor(() => expect(fold.getAttribute("aria-expanded")).toBe("false"));
});
