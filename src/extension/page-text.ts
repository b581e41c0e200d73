import browser from "webextension-polyfill";
import type { PageReading } from "../core/page/page-details.ts";
import { NO_WORDS, type PageWords } from "../core/page/page-words.ts";

/** The scripts that are put into pages; `scripts/injected-scripts.ts` builds them. */
const READ_PAGE = "/injected/read-page.js";
const READ_SELECTION = "/injected/read-selection.js";

/**
 * What is selected in a page, in its frames of the same origin or in a text field, and what the page
 * says of itself. Where the browser lets no extension look (its own pages, the stores, the reading
 * view, PDF documents), there may be a selection that cannot be read. A page that is busy answers
 * late.
 */
export async function pageWords(tabId: number): Promise<PageWords> {
	const reading = await injectFile(tabId, 0, READ_PAGE);
	if (!isReading(reading)) return { ...NO_WORDS, selectionUnreadable: true };
	const { selected, selectionUnreadable, details } = reading;
	// Only then: turning it into markdown takes a script that is ten times as large.
	const selection = selected ? await selectedMarkdown(tabId, 0) : "";
	return { selection, selectionUnreadable: selectionUnreadable && selection === "", details };
}

/**
 * The selection in one frame of a page, in markdown; empty where there is none or the frame is of
 * another origin than the page.
 *
 * @param frameId the frame that was clicked in; 0 is the page itself
 */
export async function selectedMarkdown(tabId: number, frameId: number): Promise<string> {
	return textIn(await injectFile(tabId, frameId, READ_SELECTION));
}

/** What a link on the page says, or empty: its text, else what stands in for a picture's. */
export async function linkText(tabId: number, frameId: number, address: string): Promise<string> {
	const says = (url: string) => {
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
	};
	return textIn(
		await inject(tabId, frameId, {
			func: says as (...args: unknown[]) => unknown,
			args: [address],
		}),
	);
}

/** What a page has answered, if it is a text; without the space around it. */
function textIn(answer: unknown): string {
	return typeof answer === "string" ? answer.trim() : "";
}

function isReading(answer: unknown): answer is PageReading {
	return typeof answer === "object" && answer !== null && "details" in answer;
}

function injectFile(tabId: number, frameId: number, file: string): Promise<unknown> {
	return inject(tabId, frameId, { files: [file] });
}

type Script = { files: string[] } | { func: (...args: unknown[]) => unknown; args: unknown[] };

/** What a script gives back that is run in a frame of a page; undefined where none can be. */
async function inject(tabId: number, frameId: number, script: Script): Promise<unknown> {
	try {
		const [injected] = await browser.scripting.executeScript({
			target: { tabId, frameIds: [frameId] },
			...script,
			// Otherwise the browser waits for the page to have loaded, however long that takes.
			injectImmediately: true,
		});
		return injected?.result;
	} catch {
		// Not an error: the page may be one that no extension may look into, and is clipped without.
		return undefined;
	}
}
