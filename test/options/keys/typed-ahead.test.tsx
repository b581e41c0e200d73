// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen, waitFor } from "@testing-library/preact";
import { afterEach, describe, expect, test, vi } from "vitest";
import type { Desk } from "../../../src/options/app/desk.ts";
import { UnsavedText } from "../../../src/options/fields/unsaved-text.tsx";
import { focusInNew } from "../../../src/options/keys/typed-ahead.ts";
import { FrontMatterEditor } from "../../../src/options/style/front-matter-editor.tsx";
import { beginWithEmptyDatabase } from "../../data/empty-database.ts";
import { openDesk } from "../open-desk.ts";

vi.mock("webextension-polyfill", async () =>
	(await import("../../extension/fake-browser.ts")).mock(),
);

beginWithEmptyDatabase();
afterEach(() => {
	cleanup();
	vi.restoreAllMocks();
});

const typeKeys = (...keys: string[]) => {
	for (const key of keys) fireEvent.keyDown(document.body, { key });
};

describe("Text typed while a field is being made is kept if that fails", () => {
	test.each<[string, () => Promise<string | null>]>([
		["as it is refused", async () => null],
		["with an error", () => Promise.reject(new Error("on purpose"))],
		["as it is not there in the end", async () => "gone"],
	])("%s", async (_, make) => {
		const keep = vi.fn();
		const done = focusInNew(make, (id) => `item-${id}-note`, keep);
		typeKeys("H", "o", "x", "Backspace", "!");
		await done.catch(() => {});
		expect(keep.mock.calls).toEqual([["item-new-note", "Ho!"]]);
	});

	test("and is shown on the page, for a line of the front matter", async () => {
		const { desk, end } = await openDesk();
		render(<Shown desk={desk} />);
		const real = IDBDatabase.prototype.transaction;
		vi.spyOn(IDBDatabase.prototype, "transaction").mockImplementation(function (
			this: IDBDatabase,
			stores,
			mode,
			options,
		) {
			if (mode === "readwrite") throw new DOMException("full", "QuotaExceededError");
			return real.call(this, stores, mode, options);
		});
		const add = screen.getByRole("button", { name: "Add line" });
		add.focus();
		fireEvent.click(add);
		for (const key of ["t", "a", "g"]) fireEvent.keyDown(add, { key });
		await waitFor(() =>
			expect(screen.getByLabelText("Key", { selector: "[id^=left-]" })).toHaveProperty(
				"value",
				"tag",
			),
		);
		expect(desk.unsavedText.value.map(({ label, text }) => [label, text])).toEqual([
			["optionsKey", "tag"],
		]);
		end();
	});
});

function Shown({ desk }: { desk: Desk }) {
	return (
		<>
			<UnsavedText desk={desk} />
			<FrontMatterEditor desk={desk} />
		</>
	);
}
