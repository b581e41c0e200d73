// @vitest-environment happy-dom

import { signal } from "@preact/signals";
import { fireEvent, screen, waitFor } from "@testing-library/preact";
import { render } from "preact";
import { afterEach, describe, expect, test, vi } from "vitest";
import { addDraft } from "../../../src/data/drafts/draft-list.ts";
import { UnsavedText } from "../../../src/options/fields/unsaved-text.tsx";
import { SavedMark } from "../../../src/options/ui/saved-mark.tsx";
import { beginWithEmptyDatabase } from "../../data/empty-database.ts";
import { mapStorage } from "../map-storage.ts";
import { openDesk } from "../open-desk.ts";

vi.mock("webextension-polyfill", async () =>
	(await import("../../extension/fake-browser.ts")).mock(),
);
beginWithEmptyDatabase();

const root = document.body.appendChild(document.createElement("div"));
let stop = () => {};

afterEach(() => {
	render(null, root);
	stop();
});

describe("Text that no longer has a place", () => {
	test("stays on the page to be copied, until it is thrown away", async () => {
		const storage = mapStorage();
		const words = [{ address: "item-gone-note", text: "What I said", under: [""] }];
		storage.setItem("galley-unsaved/earlier", JSON.stringify({ words }));
		const copy = vi.fn(async () => {});
		const { desk, end } = await openDesk(signal(null), { storage, copy });
		stop = end;
		render(<UnsavedText desk={desk} />, root);
		const field = await screen.findByRole<HTMLTextAreaElement>("textbox", { name: "Note" });
		expect(field.value).toBe("What I said");
		fireEvent.click(screen.getByRole("button", { name: "Copy" }));
		await waitFor(() => expect(copy).toHaveBeenCalledWith("What I said"));
		await waitFor(() => expect(desk.notice.value?.sentence.key).toBe("optionsLeftCopied"));
		fireEvent.click(screen.getByRole("button", { name: "Discard" }));
		await waitFor(() => expect(root.textContent).toBe(""));
		expect(Object.keys(storage)).toEqual([]);
	});
});

describe("The mark that says Saved", () => {
	test("does not say so while a value of another draft cannot be saved", async () => {
		const other = await addDraft();
		const shown = signal<string | null>(other.id);
		const { desk, end } = await openDesk(shown);
		stop = end;
		await waitFor(() => expect(desk.stored.draft.value?.id).toBe(other.id));
		desk.fields.draft.value?.number.type("46x");
		await desk.fields.flush();
		shown.value = null;
		await waitFor(() => expect(desk.stored.draft.value?.id).not.toBe(other.id));
		render(<SavedMark desk={desk} />, root);
		expect(root.textContent).toBe("Not saved");
	});
});
