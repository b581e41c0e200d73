import { describe, expect, test } from "vitest";
import { violations } from "./axe.ts";
import { browsersToTest } from "./browsers/browser.ts";
import { fillDisk, makeRoom } from "./full-disk.ts";
import { addItem, expectItems, inBrowser } from "./session.ts";

describe.each(browsersToTest())(
	"In %s, unsaved text for an issue that was published meanwhile",
	(name) => {
		const session = inBrowser(name);
		const TYPED = "A note that was being written";

		test("stays on the page to be copied, also after a reload, until it is thrown away", async () => {
			const publishing = await session.openDraft();
			await publishing.fill("Issue number", "5");
			await addItem(publishing, "News", { note: "A note", links: ["https://a.example/"] });
			const writing = await session.openDraft();
			await writing.click("button", "Edit", { within: "News", item: 0 });
			await writing.evaluate(fillDisk);
			await writing.fill("Note", TYPED, { within: "News", item: 0 });
			await writing.waitForText("because the disk is full");
			await publishing.activate();
			await publishing.click("button", "Publish");
			await publishing.waitForText("published");
			await writing.evaluate(makeRoom);

			await writing.activate();
			await writing.waitForText("Text that is not saved");
			await writing.click("button", "Try again");
			await writing.waitForText("issue 5 was published or deleted somewhere else");
			expect(await writing.value("Note", { within: "Text that is not saved" })).toBe(TYPED);
			expect(await violations(writing)).toEqual([]);
			await writing.close();

			const next = await session.openDraft();
			await next.waitForText("Text that is not saved");
			await expectItems(next, "News", []);
			await next.click("button", "Copy", { within: "Text that is not saved" });
			await next.waitFor(
				async () => (await session.browser.readClipboard()) === TYPED,
				"the words on the clipboard",
			);
			await next.activate();
			await next.click("button", "Discard", { within: "Text that is not saved" });
			await next.waitFor(
				async () => !(await next.text()).includes("Text that is not saved"),
				"them to be gone",
			);
		});
	},
);
