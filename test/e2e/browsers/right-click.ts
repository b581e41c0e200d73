/** What a right click in a page is on. */
import type { Menus } from "webextension-polyfill";

export interface MenuClick {
	/** Middle of what is clicked, in CSS pixels of the viewport. */
	x: number;
	y: number;
	/** What the browser tells the extension of it, as far as the page decides that. */
	/** Address of the frame that is clicked, if it is one. */
	frame: string | null;
	info: Pick<Menus.OnClickData, "pageUrl" | "linkUrl" | "linkText" | "selectionText"> & {
		frameId: number;
	};
}

/**
 * Runs in the page: selects the element's text when `on` is `selection`, and says where to click.
 * Throws when nothing matches `selector`, or when `on` is `link` and there is no link.
 */
export function menuClickAt(
	on: "page" | "link" | "selection" | "spot",
	selector: string,
	selected = "",
): MenuClick {
	const element = document.querySelector<HTMLElement>(selector);
	if (!element) throw new Error(`Nothing matches ${selector}`);
	const link = element.closest("a");
	if (on === "link" && !link) throw new Error(`${selector} is not a link`);
	element.scrollIntoView({ block: "center", behavior: "instant" });
	const selection = getSelection();
	if (on !== "spot") selection?.removeAllRanges();
	let box = element.getBoundingClientRect();
	if (on === "selection") {
		selection?.selectAllChildren(element);
		// A paragraph is wider than its text: the click has to hit what is selected.
		box = selection?.getRangeAt(0).getClientRects()[0] ?? box;
	}
	const info: MenuClick["info"] = { pageUrl: location.href, frameId: 0 };
	if (on === "link" && link) {
		info.linkUrl = link.href;
	}
	if (on === "spot" && selected !== "") info.selectionText = selected;
	if (on === "selection") info.selectionText = selection?.toString() ?? "";
	const frame = element instanceof HTMLIFrameElement ? element.src : null;
	if (on === "page" && element === document.body) {
		// Below all text, where nothing but the page is.
		return { x: innerWidth - 12, y: innerHeight - 12, frame, info };
	}
	return { x: box.left + box.width / 2, y: box.top + box.height / 2, frame, info };
}
