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
	/** How many items, or controls of items, an action draws again. */
	async function drawnBy(work: () => unknown): Promise<number> {
		await new Promise((resolve) => setTimeout(resolve, 100));
		drawn = [];
		await work();
		await new Promise((resolve) => setTimeout(resolve, 100));
		const items = drawn.filter((each) => each === ItemView).length;
		const controls = drawn.filter((each) => each === ItemControls).length;
		return Math.max(items, controls);
	}

	const [one, two, three] = desk.stored.itemsIn("news").value as [string, string, string];
	const { selection } = desk.lists.draft;
	expect(await drawnBy(() => selection.toggle(one))).toBe(1);
	expect(await drawnBy(() => selection.extendTo(three))).toBe(2);
	expect(await drawnBy(() => desk.items.attend(two))).toBe(2);
	expect(await drawnBy(() => desk.items.open(two))).toBe(1);
	expect(await drawnBy(() => desk.fields.item(two).note.type("Typed"))).toBe(0);
	expect(await drawnBy(() => desk.fields.flush())).toBe(1);

	hooks.__r = before;
	render(null, root);
	end();
});
