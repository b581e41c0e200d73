import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { quote } from "../../src/capture/quote.ts";
import type { SelectedNode } from "../../src/core/selection/selected-node.ts";
import { charactersIn, charactersOf } from "../core/selection/marked-characters.ts";
import { selectedNodes } from "../core/selection/selected-arbitrary.ts";
import { browsersToTest, type Tab, type View } from "./browsers/browser.ts";
import { inBrowser } from "./session.ts";

const READ_SELECTION = fileURLToPath(
	new URL("../../dist/chrome/injected/read-selection.js", import.meta.url),
);

/** The note for each part of the sample page. `HOST` is replaced by its address. */
const ROWS: readonly [part: string, markdown: string][] = [
	[
		"signs",
		"Return Option\\<T> from the parser, never a \\<table> of both. Write \\&copy; yourself.",
	],
	[
		"emphasis",
		"The \\_\\_init\\_\\_ method of snake_case is called 2\\*3\\*4 times, **always** by *name*.",
	],
	["code", "```python\ndef tide(at):\n    if at < 0:\n        return None\n```"],
	["ordered", "4. One thing\n5. Another\n6. A third"],
	[
		"links",
		"See [the article](HOST/article.html) and [the tide](https://tide.example/a_(b)?c=1&d=2), or <https://tide.example/~c/_d_>.",
	],
	["table", "| | |\n| - | - |\n| Mon | 4 \\| 5 |\n| Tue | 6 |"],
	["verse", "The tide comes in,\\\n\u00a0\u00a0the tide goes out,\n\nand nobody minds."],
	["lines", "One line,\\\nand another."],
	["left-out", "Seen words"],
];

/** The same for the page with further kinds, each as it is before it becomes a quote. */
const FURTHER: readonly [part: string, markdown: string][] = [
	["definitions", "Ebb\\\nWater goes out.\\\nFlood\\\nWater comes in."],
	["figure", "A crane at *work*"],
	["footnote", "High water.[<sup>1</sup>](HOST/selections-more.html#fn1)"],
	["nested", "1. One\n   - a\n     1. deep\n   - b\n2. Two"],
	["header", "Tides\n\n| Day | High |\n| - | -: |\n| Mon | 4.1 |"],
	["row-headers", "| | |\n| - | - |\n| Mon | 4 |\n| Tue | 5 |"],
	["layout", "One\n\nTwo"],
	["code-breaks", "```\na\n  b\n```"],
	["code-lines", "```js\nlet a;\n  a = 1;\n```"],
	["code-fence", "````\n```\nx\n```\n````"],
	["spaces", "One,\\\n\u00a0\u00a0two"],
	["cited", "> Words.\n>\n> — Anna"],
	["keys", "Press `Ctrl`+`C` for `^C`"],
	["ruby", "月(つき)が出た"],
	["ruby-alone", "月(つき)が出た"],
	["code-numbers", "```\na = 1\n  b = 2\n```"],
	["code-rows", "```\ndef f():\n    return 1\n```"],
	["closed", "Seen\\\nMore"],
	["changes", "It was ~~old~~ new and bright."],
	["details", "More\n\nInside."],
	["quote", "He said “no”."],
	["right-to-left", "שלום **עולם**"],
	["heading", "### Head\n\nText"],
	["rule", "a\n\n---\n\nb"],
	["tasks", "- done\n- to do"],
	["entity", "Write \\&lt; for <, and C:\\temp\\\\\\_new"],
	["emoji", "Waves 🌊 here"],
	["line-start", "\\+ one more, 10) things, \\~\\~\\~ and = signs"],
	// Between a bracket and a letter, emphasis works only if the letter is written as a character reference.
	["cjk", "これ&#x306F;**「重要」**&#x3067;す。"],
	["mail", "Write to [Anna](mailto:anna@tide.example) or to bert@tide.example"],
	[
		"brackets",
		"An \\[aside] and !\\[not a picture]\\(x), [an odd address](https://tide.example/[a]?b=\\(c)",
	],
	["styled", "Set **bold**, *slanted*, ~~struck~~."],
];

/** Runs in the page: the result for each part, selected completely. */
function readParts(parts: string[], source: string): string[] {
	return parts.map((id) => {
		getSelection()?.selectAllChildren(document.getElementById(id) as Element);
		// biome-ignore lint/security/noGlobalEval: this is how the browser runs an injected script
		return globalThis.eval(source) as string;
	});
}

/** Runs in the page. */
function selectIn(id: string): void {
	getSelection()?.selectAllChildren(document.getElementById(id) as Element);
}

/** Runs in the page. */
function selectInShadow(mode: string): void {
	(globalThis as unknown as Record<string, () => void>)[`select_${mode}`]?.();
}

/** Runs in the page. */
function selectInField(): void {
	const field = document.getElementById("field") as HTMLTextAreaElement;
	field.focus();
	field.select();
}

/** Runs in the page. */
function selectInFrame(): void {
	const frame = document.getElementById("same") as HTMLIFrameElement;
	frame.focus();
	const inside = frame.contentDocument as Document;
	inside.getSelection()?.selectAllChildren(inside.getElementById("framed") as Element);
}

/** Runs in the page: makes an element for each node. */
function readEach(trees: SelectedNode[][], source: string): string[] {
	const made = (node: SelectedNode): Node => {
		if ("text" in node) {
			const span = document.createElement("span");
			span.textContent = node.text;
			span.style.whiteSpace = { collapse: "normal", lines: "pre-line", keep: "pre-wrap" }[
				node.space
			];
			return node.space === "collapse" ? document.createTextNode(node.text) : span;
		}
		const element = document.createElement(node.name);
		if (node.href) element.setAttribute("href", node.href);
		if (node.start) element.setAttribute("start", String(node.start));
		if (node.language) element.className = `language-${node.language}`;
		element.append(...node.children.map(made));
		return element;
	};
	const place = document.createElement("section");
	document.body.replaceChildren(place);
	return trees.map((tree) => {
		place.replaceChildren(...tree.map(made));
		getSelection()?.selectAllChildren(place);
		// biome-ignore lint/security/noGlobalEval: this is how the browser runs an injected script
		return globalThis.eval(source) as string;
	});
}

describe.each(browsersToTest())("In %s, selected text", (name) => {
	const session = inBrowser(name);
	const open = (host: string) => session.openPage("selections.html", host);

	async function noteOf(popup: View): Promise<string> {
		await popup.waitFor(async () => (await popup.value("Note")) !== "", "the selection");
		return popup.value("Note");
	}

	/** The note of the last clip, after the page has reported it. */
	async function clippedNote(tab: Tab): Promise<string> {
		await tab.waitForText("Added to News");
		const options = await session.openDraft();
		const item = (await options.names("listitem", { within: "News" })).length - 1;
		await options.click("button", "Edit", { within: "News", item });
		const note = await options.value("Note", { within: "News", item });
		await options.close();
		return note;
	}

	test("of every kind is in the popup's note as it is shown on the page", async () => {
		const tab = await open("popup-kinds.example");
		const host = "http://popup-kinds.example";
		const found: [string, string][] = [];
		for (const [part] of ROWS) {
			await tab.evaluate(selectIn, part);
			const popup = await session.browser.openPopup(tab);
			found.push([part, (await noteOf(popup)).trimEnd()]);
			// Text that stays in the popup would appear in the next test.
			await popup.fill("Note", "");
			await popup.close();
		}
		expect(found).toEqual(
			ROWS.map(([part, markdown]) => [part, quote(markdown.replace("HOST", host))]),
		);
	});

	test("of further kinds is also kept as it is shown", async () => {
		const source = await readFile(READ_SELECTION, "utf8");
		const tab = await session.openPage("selections-more.html", "further.example");
		const parts = FURTHER.map(([part]) => part);
		const read = await tab.evaluate(readParts, parts, source);
		const found = parts.map((part, at) => [part, read[at]]);
		expect(found).toEqual(
			FURTHER.map(([part, markdown]) => [part, markdown.replace("HOST", "http://further.example")]),
		);
	});

	const PLACES = [
		["an open shadow root", selectInShadow, "open", "#shadow-open", "> Words in a **open** root"],
		[
			"a closed shadow root",
			selectInShadow,
			"closed",
			"#shadow-closed",
			"> Words in a **closed** root",
		],
		["a text field", selectInField, "", "#field", "> Plain \\*words\\*\\\n> and \\<more>"],
		[
			"a frame",
			selectInFrame,
			"",
			"#same",
			"> Words of a **frame** with Option\\<T> in them, over several lines of it",
		],
	] as const;

	test.each(PLACES)(
		"in %s is read by popup, menu and key",
		async (place, select, mode, selector, note) => {
			const host = place.replaceAll(" ", "-");
			const tab = await open(`${host}-popup.example`);
			await tab.evaluate(select, mode);
			const popup = await session.browser.openPopup(tab);
			expect((await noteOf(popup)).trimEnd()).toBe(note);
			await popup.close();
			const keyTab = await open(`${host}-key.example`);
			await keyTab.evaluate(select, mode);
			await session.browser.runCommand("clip-to-first");
			expect(await clippedNote(keyTab)).toBe(note);
			const menuTab = await open(`${host}-menu.example`);
			await menuTab.evaluate(select, mode);
			const target = { on: "spot", selector, selected: "As the browser has it" } as const;
			await session.browser.contextMenu(menuTab, target, "Add to News");
			expect(await clippedNote(menuTab)).toBe(note);
		},
	);

	describe("in a frame of another origin", () => {
		const focusOther = () => (document.getElementById("other") as HTMLElement).focus();

		test("is not read by the popup, which says so", async () => {
			const tab = await open("other-popup.example");
			await tab.evaluate(focusOther);
			const popup = await session.openPopup(tab);
			await popup.waitForText("Selected text cannot be read here");
			await popup.close();
		});

		test("is not read by key, and the page says so", async () => {
			const tab = await open("other-key.example");
			await tab.evaluate(focusOther);
			await session.browser.runCommand("clip-to-first");
			await tab.waitForText("Selected text cannot be read here");
			expect(await clippedNote(tab)).toBe("");
		});

		test("is clipped by menu as the browser gives it to the menu", async () => {
			const tab = await open("other-menu.example");
			const selected = "Words of a frame with Option<T> in them, over several lines of it";
			// Firefox runs a frame of another site in another process, where the driver's mouse does not reach. A
			// sandboxed frame has an origin of its own in the same process. Chromium allows scripts in it.
			const selector = name === "firefox" ? "#apart" : "#other";
			const target = { on: "spot", selector, selected } as const;
			await session.browser.contextMenu(tab, target, "Add to News");
			expect(await clippedNote(tab)).toBe(
				"> Words of a frame with Option\\<T> in them, over several lines of it",
			);
		});
	});

	test("needs no menu of its own: the menu appears on frames, pictures, video and audio, for their page or link", async () => {
		const tab = await open("media.example");
		for (const id of ["picture", "video", "audio", "same", "other", "apart"]) {
			const labels = await session.browser.menuItems(tab, { on: "spot", selector: `#${id}` });
			expect(labels, id).toEqual(["Add to News", "Add to Tools"]);
		}
		await session.browser.contextMenu(tab, { on: "spot", selector: "#video" }, "Add to Tools");
		await tab.waitForText("Added to Tools");
		const options = await session.openDraft();
		const tools = (await options.names("listitem", { within: "Tools" })).join();
		expect(tools).toContain("media.example/selections.html");
		await options.close();
	});

	test("is not needed to clip a link to an extension store", async () => {
		const tab = await open("store.example");
		const link = { on: "link", selector: "#store" } as const;
		await session.browser.contextMenu(tab, link, "Add to Tools");
		await tab.waitForText("Added to Tools");
	});

	test("of generated pages is read the same by another parser", async () => {
		const source = await readFile(READ_SELECTION, "utf8");
		const trees = fc.sample(selectedNodes, { numRuns: 150, seed: 20 });
		const tab = await session.openPage("tool.html", "any-kind.example");
		const read = await tab.evaluate(readEach, trees, source);
		// A heading is bold already, so bold text in it is not visible.
		const plain = (all: string[]) => all.map((one) => one.replace(" strong", ""));
		const wrong = trees.flatMap((tree, at) => {
			const markdown = read[at] ?? "";
			const [wanted, found] = [plain(charactersOf(tree)), plain(charactersIn(markdown))];
			return wanted.join("\n") === found.join("\n") ? [] : [{ tree, markdown, wanted, found }];
		});
		expect(wrong.slice(0, 2)).toEqual([]);
	});

	test("runs nothing and loads nothing of a hostile page", async () => {
		const tab = await session.openPage("hostile-selection.html", "hostile-selection.example");
		await tab.evaluate(selectIn, "hostile");
		const before = session.sites.asked.length;
		const popup = await session.browser.openPopup(tab);
		const note = (await noteOf(popup)).trimEnd();
		expect(note).toBe("> \\<img src=http://loads.example/a.png onerror=alert(1)>words");
		await popup.close();
		expect(await tab.evaluate(() => document.documentElement.dataset.made)).toBe("1");
		const asked = session.sites.asked.slice(before).filter((url) => url.includes("loads.example"));
		expect(asked).toEqual([]);
	});
});
