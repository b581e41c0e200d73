// @vitest-environment happy-dom
import { options, render, type VNode } from "preact";
import { expect, test, vi } from "vitest";
import { addItem } from "../../src/data/items/items.ts";
import { DraftPanel } from "../../src/options/draft/draft-panel.tsx";
import { ItemControls } from "../../src/options/draft/items/item-controls.tsx";
import { ItemView } from "../../src/options/draft/items/item-view.tsx";
import { beginWithEmptyDatabase } from "../data/empty-database.ts";
import { openDesk } from "./open-desk.ts";

vi.mock("webextension-polyfill", async () => (await import("../extension/fake-browser.ts")).mock());
beginWithEmptyDatabase();

/** Preact calls this hook, made for its developer tools, before it draws a component. */
const hooks = options as { __r?: ((vnode: VNode) => void) | undefined };

test("Of many items, only those that have changed are drawn again", async () => {
	document.body.innerHTML = '<div id="root"></div>';
	const root = document.querySelector("#root") as HTMLElement;
	for (let at = 0; at < 12; at += 1) {
		await addItem({ section: at % 2 ? "news" : "tools", note: `Item ${at}`, links: [] });
	}
	const { desk, end } = await openDesk();
	render(<DraftPanel desk={desk} />, root);
	await vi.waitFor(() => expect(root.querySelectorAll(".item")).toHaveLength(12));
	// The looked-up data of each item arrives a moment later.
	await vi.waitFor(() => expect(desk.preview.value).not.toBeNull());

	let drawn: unknown[] = [];
	const before = hooks.__r;
	hooks.__r = (vnode) => {
		drawn.push(vnode.type);
		before?.(vnode);
	};
	/** How many items, or controls of items, have been drawn again. */
	function count(): number {
		const items = drawn.filter((each) => each === ItemView).length;
		const controls = drawn.filter((each) => each === ItemControls).length;
		return Math.max(items, controls);
	}
	/** Checks how many an action draws again: it waits for them, and then whether more follow. */
	async function expectDrawn(expected: number, work: () => unknown): Promise<void> {
		await new Promise((resolve) => setTimeout(resolve, 100));
		drawn = [];
		await work();
		await vi.waitFor(() => expect(count()).toBeGreaterThanOrEqual(expected));
		await new Promise((resolve) => setTimeout(resolve, 100));
		expect(count()).toBe(expected);
	}

	const [one, two, three] = desk.stored.itemsIn("news").value as [string, string, string];
	const { selection } = desk.lists.draft;
	await expectDrawn(1, () => selection.toggle(one));
	await expectDrawn(2, () => selection.extendTo(three));
	await expectDrawn(2, () => desk.items.attend(two));
	await expectDrawn(1, () => desk.items.open(two));
	await expectDrawn(0, () => desk.fields.item(two).note.type("Typed"));
	await expectDrawn(1, () => desk.fields.flush());

	hooks.__r = before;
	render(null, root);
	end();
});
