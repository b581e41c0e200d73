import browser from "webextension-polyfill";

/** What is read from a page beyond its address and title. Each is empty where there is none. */
export interface PageWords {
	/** The selected text, with its line breaks. */
	selection: string;
	/** What the page says of itself to search engines and to whoever shares it. */
	description: string;
}

/** A description is a sentence or two. A page may put a book there. */
const LONGEST_DESCRIPTION = 1_000;

/**
 * What is selected in a page, and its description; nothing when the browser lets no extension look
 * (its own pages, the stores, PDF documents). A page that is busy answers late.
 */
export async function pageWords(tabId: number): Promise<PageWords> {
	const words = (await ask(
		tabId,
		0,
		(longest) => {
			const descriptions = [
				...document.querySelectorAll(
					'meta[name="description" i], meta[property="og:description" i]',
				),
			].map((meta) => meta.getAttribute("content")?.replace(/\s+/g, " ").trim());
			// A pair of surrogates that is cut in two would be no character.
			const cut = descriptions.find((text) => text)?.slice(0, longest);
			return {
				selection: getSelection()?.toString(),
				description: cut?.replace(/[\uD800-\uDBFF]$/, ""),
			};
		},
		[LONGEST_DESCRIPTION],
	)) as Partial<Record<keyof PageWords, unknown>> | undefined;
	return { selection: textIn(words?.selection), description: textIn(words?.description) };
}

/**
 * The selected text of one frame of a page, as `pageWords` has that of the page itself.
 *
 * @param frameId the frame that was clicked in; 0 is the page itself
 */
export async function selectedText(tabId: number, frameId: number): Promise<string> {
	return textIn(await ask(tabId, frameId, () => getSelection()?.toString(), []));
}

/** What a link on the page says, or empty: its text, else what stands in for a picture's. */
export async function linkText(tabId: number, frameId: number, address: string): Promise<string> {
	const text = await ask(
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
			return texts.find((text) => text);
		},
		[address],
	);
	return textIn(text);
}

/** What a page has answered, if it is a text; without the space around it. */
function textIn(answer: unknown): string {
	return typeof answer === "string" ? answer.trim() : "";
}

/** What a function gives back that is run in a frame of a page; undefined where none can be. */
async function ask<A extends unknown[]>(
	tabId: number,
	frameId: number,
	func: (...args: A) => unknown,
	args: A,
): Promise<unknown> {
	try {
		const [injected] = await browser.scripting.executeScript({
			target: { tabId, frameIds: [frameId] },
			func: func as (...args: unknown[]) => unknown,
			args,
			// Otherwise the browser waits for the page to have loaded, however long that takes.
			injectImmediately: true,
		});
		return injected?.result;
	} catch {
		// Not an error: the page may be one that no extension may look into, and is clipped without.
		return undefined;
	}
}
