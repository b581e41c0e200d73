/** The target of a right click in a page. */
import type { Menus } from "webextension-polyfill";

export interface MenuClick {
	/** Center of the click target, in CSS pixels of the viewport. */
	x: number;
	y: number;
	/** The data about the target that the browser sends to the extension, as far as the page decides it. */
	/** Address of the frame that is clicked, if it is one. */
	frame: string | null;
	info: Pick<Menus.OnClickData, "pageUrl" | "linkUrl" | "linkText" | "selectionText"> & {
		frameId: number;
	};
}

/**
 * Runs in the page: selects the element's text when `on` is `selection`, and returns where to click.
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
		// A paragraph is wider than its text, but the click must hit the selection.
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
		// Below all text, where there is only the page.
		return { x: innerWidth - 12, y: innerHeight - 12, frame, info };
	}
	return { x: box.left + box.width / 2, y: box.top + box.height / 2, frame, info };
}
