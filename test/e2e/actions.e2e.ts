/**
 * How many keys and clicks the common tasks of a week take, counted while they are done. A task that needs one
 * more fails here.
 */
import { readFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { browsersToTest, type View } from "./browsers/browser.ts";
import { type IssueFolder, issueFolder } from "./issue-files.ts";
import { linesOf, unfold } from "./preflight-list.ts";
import { addItem, expectItems, inBrowser } from "./session.ts";

const INTERFACE = readFileSync(new URL("../../docs/interface.md", import.meta.url), "utf8");

/** The fields and buttons of the draft that a fresh profile does not show, and when they are shown. */
const SHOWN_LATER: Readonly<Record<string, string>> = {
	"Issue 469 · Sun, Dec 22": "below 1000 px, where it opens the fields that a wide window shows",
	subject: "when the house style has this field",
	"Add sponsor": "when the first sponsor is written",
	"Remove from this issue": "when the first sponsor is written",
	"Preflight: all clear": "when there is no finding",
	"Fold all": "when all items are open",
	"Select all": "when the section has an item",
};

/** Counts what a person does. */
interface Hand {
	readonly actions: number;
	press: View["press"];
	click: View["click"];
	/** Anything else that is one key or one click. */
	once<Result>(work: Promise<Result>): Promise<Result>;
}

function handOn(view: View): Hand {
	let actions = 0;
	const once: Hand["once"] = (work) => {
		actions += 1;
		return work;
	};
	return {
		get actions() {
			return actions;
		},
		press: (...key) => once(view.press(...key)),
		click: (...what) => once(view.click(...what)),
		once,
	};
}

/** The names of the text fields and buttons in the tables about the draft. */
function documented(): { role: "textbox" | "button"; name: string }[] {
	const chapter = INTERFACE.split("\n## ").find((part) => part.startsWith("Options page, `#/`:"));
	const rows = (chapter ?? "").matchAll(/^\| (textbox|button) \| (.*?) \|/gm);
	return [...rows].flatMap(([, role, names]) =>
		[...(names ?? "").matchAll(/\*(.*?)\*/g)].map(([, name]) => ({
			role: role as "textbox" | "button",
			name: name ?? "",
		})),
	);
}

/** Runs in the page: why this field or button cannot be used now; empty if it can. */
function obstacle(role: "textbox" | "button", name: string): string {
	const isNamed = (element: Element) => {
		const label = (element as HTMLInputElement).labels?.[0];
		const own = element.getAttribute("aria-label") ?? (label ?? element).textContent ?? "";
		// The number of findings differs.
		return name.startsWith("Preflight:") ? own.startsWith("Preflight:") : own.trim() === name;
	};
	const all = [...document.querySelectorAll(role === "textbox" ? "input, textarea" : "button")];
	const found = all.find((element) => isNamed(element) && element.checkVisibility());
	if (!found) return "it is not shown";
	if ((found as HTMLInputElement).disabled || found.getAttribute("aria-disabled") === "true") {
		return "it is disabled";
	}
	found.scrollIntoView({ block: "center" });
	const box = found.getBoundingClientRect();
	const top = document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2);
	return found.contains(top) ? "" : `it is under ${top?.outerHTML.slice(0, 80)}`;
}

/** Waits until the first text field of a booking or an item has the focus. */
const waitForField = (view: View) =>
	view.waitFor(
		() => view.evaluate(() => document.activeElement?.matches("input, textarea") ?? false),
		"a field to have the focus",
	);

describe.each(browsersToTest())("In %s,", (name) => {
	const session = inBrowser(name);
	let folder: IssueFolder;
	beforeAll(() => {
		folder = issueFolder();
		folder.addIssues(1, 2);
	});
	afterAll(() => folder?.remove());

	test("a fresh profile at 1280 px can use each documented field and button of the draft", async () => {
		const draft = await session.openDraft();
		await draft.setSize({ width: 1280, height: 800 });
		expect(await draft.has("region", "Set up your newsletter")).toBe(true);
		const controls = documented();
		const names = controls.map((control) => control.name);
		expect(names).toEqual(expect.arrayContaining(Object.keys(SHOWN_LATER)));
		expect(controls.length).toBeGreaterThan(25);
		const obstacles: string[] = [];
		for (const control of controls) {
			if (control.name in SHOWN_LATER) continue;
			const why = await draft.evaluate(obstacle, control.role, control.name);
			if (why) obstacles.push(`${control.role} ${control.name}: ${why}`);
		}
		expect(obstacles).toEqual([]);
	});

	test("a page is clipped with a note by two keys, and at once by one", async () => {
		const { browser, openPage, openDraft } = session;
		const page = await openPage("tool.html", "with-a-note.example");
		const withNote = handOn(page);
		await withNote.once(browser.runCommand("_execute_action"));
		const popup = await browser.waitForPopup();
		await popup.waitFor(async () => (await popup.value("Link")) !== "", "the address");
		await popup.waitFor(
			() => popup.evaluate(() => document.activeElement?.id === "note"),
			"the note to have the focus",
		);
		await popup.type("The the clock.");
		await withNote.once(popup.press("Enter", "Control"));
		await popup.waitForText("Added to News");
		expect(withNote.actions).toBe(2);
		await browser.waitForPopupClosed();

		const next = await openPage("article.html", "at-once.example");
		const atOnce = handOn(next);
		await atOnce.once(browser.runCommand("clip-to-first"));
		await next.waitForText("Added to News");
		expect(atOnce.actions).toBe(1);
		await expectItems(await openDraft(), "News", ["The the clock.", "at-once.example"]);
	});

	test("a finding is fixed by one click, in the list and in its item", async () => {
		const draft = await session.openDraft();
		await addItem(draft, "Tools", { note: "It it ticks.", links: ["https://b.example/"] });
		await unfold(draft);
		const doubled = () => linesOf(draft, "A word written twice");
		await draft.waitFor(async () => (await doubled()).length === 2, "the findings");
		const inList = handOn(draft);
		await inList.click("button", "Delete one", { within: "What preflight found" });
		await draft.waitFor(async () => (await doubled()).length === 1, "one finding to be fixed");
		expect(inList.actions).toBe(1);

		const inItem = handOn(draft);
		await inItem.click("button", "Delete one", { within: "What preflight found in this item" });
		await draft.waitFor(async () => (await doubled()).length === 0, "the other to be fixed");
		expect(inItem.actions).toBe(1);
		await expectItems(draft, "News", ["The clock.", "at-once.example"]);
	});

	test("an item is moved to another section by two keys, or by one", async () => {
		const draft = await session.openDraft();
		await expectItems(draft, "Tools", ["It ticks."]);
		await draft.press("j");
		const byMenu = handOn(draft);
		await byMenu.press("m");
		await draft.waitFor(() => draft.has("menuitem", "Tools"), "the menu");
		await byMenu.press("Enter");
		await expectItems(draft, "Tools", ["It ticks.", "The clock."]);
		expect(byMenu.actions).toBe(2);
		const byKey = handOn(draft);
		await byKey.press("ArrowUp", "Alt", "Shift");
		await expectItems(draft, "News", ["at-once.example", "The clock."]);
		expect(byKey.actions).toBe(1);
	});

	test("the issue is exported by one key or one click", async () => {
		const draft = await session.openDraft();
		await expectItems(draft, "Tools", ["It ticks."]);
		const byKey = handOn(draft);
		const file = await session.browser.nextDownload(() => byKey.press("e"));
		expect(file.bytes.toString()).toContain("The clock.");
		expect(byKey.actions).toBe(1);
		const byClick = handOn(draft);
		await session.browser.nextDownload(() => byClick.click("button", "Export markdown"));
		expect(byClick.actions).toBe(1);
	});

	test("a sponsor is booked by a key, a click and its fields", async () => {
		const draft = await session.openDraft();
		const hand = handOn(draft);
		await hand.press("3");
		await hand.click("button", "Book", { within: "Coming issues", item: 1 });
		await waitForField(draft);
		expect(hand.actions).toBe(2);
		await draft.fill("Sponsor name", "Acme");
		await draft.waitForText("Saved");
		expect((await draft.names("listitem", { within: "Coming issues" }))[1]).toContain("Acme");
	});

	test("past issues are imported by a key, a click and the dialog of the browser", async () => {
		const draft = await session.openDraft();
		const hand = handOn(draft);
		await hand.press("2");
		await hand.once(draft.chooseFiles("Import a folder", [folder.path], { within: "Import" }));
		await draft.waitForText("2 issues added", 20_000);
		expect(hand.actions).toBe(2);
	});
});
