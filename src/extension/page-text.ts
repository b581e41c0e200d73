import browser from "webextension-polyfill";
import { NO_CONTENT, type PageContent } from "../core/page/page-content.ts";
import type { PageReading } from "../core/page/page-details.ts";

/** The scripts that are run in pages; `scripts/injected-scripts.ts` builds them. */
const READ_PAGE = "/injected/read-page.js";
const READ_SELECTION = "/injected/read-selection.js";

/**
 * The selection in a page, in its frames of the same origin or in a text field, and the page's metadata.
 * Where the browser does not allow extensions (its own pages, the stores, the reading view, PDF documents),
 * there may be a selection that cannot be read. A busy page answers late.
 */
export async function pageWords(tabId: number): Promise<PageContent> {
	const reading = await injectFile(tabId, 0, READ_PAGE);
	if (!isReading(reading)) return { ...NO_CONTENT, selectionUnreadable: true };
	const { selected, selectionUnreadable, details } = reading;
	// Only if needed, because the script that converts to markdown is ten times as large.
	const selection = selected ? await selectedMarkdown(tabId, 0) : "";
	return { selection, selectionUnreadable: selectionUnreadable && selection === "", details };
}

/**
 * The selection in one frame of a page as markdown; empty if there is none or the frame has another origin
 * than the page.
 *
 * @param frameId the frame that was clicked in; 0 is the page itself
 */
export async function selectedMarkdown(tabId: number, frameId: number): Promise<string> {
	return textIn(await injectFile(tabId, frameId, READ_SELECTION));
}

/** The text of a link on the page, or the alternative text of its picture; empty if there is none. */
export async function linkText(tabId: number, frameId: number, address: string): Promise<string> {
	const says = (url: string) => {
		// The clicked link has the focus. Other links to the same address may only say "more".
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

/** The answer of a page without surrounding white space; empty if it is not a text. */
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

/** Runs a script in a frame of a page and resolves to its result; undefined if no script can run there. */
async function inject(tabId: number, frameId: number, script: Script): Promise<unknown> {
	try {
		const [injected] = await browser.scripting.executeScript({
			target: { tabId, frameIds: [frameId] },
			...script,
			// Otherwise, the browser would wait until the page has loaded, which may take long.
			injectImmediately: true,
		});
		return injected?.result;
	} catch {
		// Not an error: the page does not allow extensions, and is clipped without its text.
		return undefined;
	}
}
