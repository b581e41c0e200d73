import browser from "webextension-polyfill";

/**
 * The selected text of a page, with its line breaks; empty when there is none, or when the
 * browser lets no extension look (its own pages, the stores, PDF documents).
 *
 * @param frameId the frame that was clicked in; 0 is the page itself
 */
export function selectedText(tabId: number, frameId = 0): Promise<string> {
	return textFrom(tabId, frameId, () => getSelection()?.toString() ?? "", []);
}

/** What a link on the page says, or empty: its text, else what stands in for a picture's. */
export function linkText(tabId: number, frameId: number, address: string): Promise<string> {
	return textFrom(
		tabId,
		frameId,
		(url) => {
			// The link that was clicked has the focus; others to the same address may say "more".
			const focused = document.activeElement?.closest("a");
			const links = [...(focused ? [focused] : []), ...document.links];
			const texts = links
				.filter((link) => link instanceof HTMLAnchorElement && link.href === url)
				.map(
					(link) =>
						link.textContent.trim() ||
						link.getAttribute("aria-label") ||
						link.querySelector("img[alt]")?.getAttribute("alt") ||
						link.title,
				);
			return texts.find((text) => text) ?? "";
		},
		[address],
	);
}

async function textFrom<A extends unknown[]>(
	tabId: number,
	frameId: number,
	func: (...args: A) => string,
	args: A,
): Promise<string> {
	try {
		const [injected] = await browser.scripting.executeScript({
			target: { tabId, frameIds: [frameId] },
			func: func as (...args: unknown[]) => string,
			args,
			// Otherwise the browser waits for the page to have loaded, however long that takes.
			injectImmediately: true,
		});
		return typeof injected?.result === "string" ? injected.result.trim() : "";
	} catch {
		// Not an error: the page may be one that no extension may look into, and is clipped without.
		return "";
	}
}
