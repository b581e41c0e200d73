// @vitest-environment happy-dom

import { screen, within } from "@testing-library/preact";
import { render } from "preact";
import { afterEach, expect, test, vi } from "vitest";
import { undo } from "../../../src/data/db/change.ts";
import { addItem } from "../../../src/data/items/items.ts";
import { DraftPanel } from "../../../src/options/draft/draft-panel.tsx";
import { beginWithEmptyDatabase } from "../../data/empty-database.ts";
import { mapStorage } from "../map-storage.ts";
import { openDesk } from "../open-desk.ts";

vi.mock("webextension-polyfill", async () =>
	(await import("../../extension/fake-browser.ts")).mock(),
);
beginWithEmptyDatabase();

afterEach(() => render(null, document.body));

const card = () => screen.queryByRole("region", { name: "Issue 1 is published" });

async function published(copy = vi.fn(async () => {})) {
	await addItem({ section: "news", note: "One thing.", links: [] });
	const { desk, end } = await openDesk(undefined, { copy });
	render(<DraftPanel desk={desk} />, document.body);
	(await screen.findByRole("button", { name: "Publish" })).click();
	const region = await screen.findByRole("region", { name: "Issue 1 is published" });
	return { desk, end, region: within(region), copy };
}

test("After publishing, a card says what was saved where, until it is dismissed", async () => {
	const { desk, end, region, copy } = await published();
	expect(region.getByText(/-1\.md is among your downloads\.$/)).toBeTruthy();
	const link = region.getByRole<HTMLAnchorElement>("link", { name: "Open issue 1 in the archive" });
	expect(link.getAttribute("href")).toMatch(/^#\/archive\/./);
	region.getByRole("button", { name: "Copy the published markdown" }).click();
	await vi.waitFor(() => expect(copy).toHaveBeenCalledWith(expect.stringContaining("One thing.")));
	region.getByRole("button", { name: "Start issue 2" }).click();
	await vi.waitFor(() => expect(card()).toBeNull());
	await vi.waitFor(() =>
		expect(document.activeElement).toBe(screen.getByRole("textbox", { name: "Intro" })),
	);
	expect(desk.stored.draft.value?.number).toBe(2);
	end();
});

test("The card disappears when Undo has made the issue a draft again", async () => {
	const { desk, end } = await published();
	await undo();
	await desk.stored.refresh();
	await vi.waitFor(() => expect(card()).toBeNull());
	end();
});

test("The card is shown again after a reload, until it is dismissed", async () => {
	const storage = mapStorage();
	const reload = () => openDesk(undefined, { storage });
	await addItem({ section: "news", note: "One thing.", links: [] });
	const first = await reload();
	await first.desk.publishing.publish();
	first.end();
	const second = await reload();
	expect(second.desk.publishing.justPublished.value?.label).toBe(1);
	second.desk.publishing.dismissPublished();
	second.end();
	const third = await reload();
	expect(third.desk.publishing.justPublished.value).toBeNull();
	third.end();
});

test("A stored card that cannot be read is no card", async () => {
	const storage = mapStorage();
	for (const text of ["{", "[]", '{"id":1}']) {
		storage.setItem("galley-last-publication", text);
		const { desk, end } = await openDesk(undefined, { storage });
		expect(desk.publishing.justPublished.value).toBeNull();
		end();
	}
});
