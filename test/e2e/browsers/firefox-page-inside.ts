/** Actions on one page, run inside Firefox's window; see `firefox-inside.ts`. */
import type { Inside } from "./firefox-inside.ts";
import type { TextInputProcessor, XulPopup } from "./firefox-types.ts";
import type { Modifier } from "./surface.ts";

declare const Services: {
	io: { newURI(url: string): unknown };
	scriptSecurityManager: { getSystemPrincipal(): unknown };
};
declare const Cc: Record<string, { createInstance(type: unknown): unknown }>;
declare const Ci: Record<string, unknown>;

/** Opens an active tab; resolves with the id of its `<browser>`. */
export function openTab(inside: Inside): number {
	const { gBrowser } = inside.front();
	const tab = gBrowser.addTab("about:blank", {
		triggeringPrincipal: Services.scriptSecurityManager.getSystemPrincipal(),
	});
	gBrowser.selectedTab = tab;
	return tab.linkedBrowser.browserId;
}

/** Starts to load; resolves with the present document, for `hasLoaded`. */
export function load(inside: Inside, id: number, url: string): number {
	const browser = inside.browserOf(id);
	const before = browser.browsingContext.currentWindowGlobal.innerWindowId;
	const same = browser.currentURI.spec.split("#")[0] === url.split("#")[0] && url.includes("#");
	browser.loadURI(Services.io.newURI(url), {
		triggeringPrincipal: Services.scriptSecurityManager.getSystemPrincipal(),
	});
	// Navigation within the same document keeps the document.
	return same ? -1 : before;
}

/** Whether `url` has loaded, after `load` returned `before`. */
export function hasLoaded(inside: Inside, id: number, before: number, url: string): boolean {
	const browser = inside.browserOf(id);
	const now = browser.browsingContext.currentWindowGlobal?.innerWindowId;
	// The empty page of a new tab is replaced by another empty one before the requested page.
	if (browser.currentURI.spec === "about:blank" && url !== "about:blank") return false;
	return now !== undefined && now !== before && !browser.webProgress.isLoadingDocument;
}

export function toFront(inside: Inside, id: number): void {
	const tab = inside.tabOf(id);
	const { gBrowser } = inside.front();
	if (tab && gBrowser.selectedTab !== tab) gBrowser.selectedTab = tab;
	inside.front().focus();
	inside.browserOf(id).focus();
}

export function close(inside: Inside, id: number): void {
	const tab = inside.tabOf(id);
	if (tab) inside.front().gBrowser.removeTab(tab);
	else inside.browserOf(id).closest<XulPopup>("panel")?.hidePopup();
}

/**
 * Runs the source of a function in the page, in a sandbox with access to the page's globals that its
 * content security policy does not limit. Resolves with the result as JSON. The function may
 * use `shadowOf(element)`.
 */
export async function callInPage(
	inside: Inside,
	id: number,
	source: string,
	args: string,
): Promise<string> {
	const { messageManager } = inside.browserOf(id);
	const name = `galley:${Math.random()}`;
	// Loaded again for each call, because a tab gets another process when it leads elsewhere.
	const script = `if (!this.answersGalley) {
		this.answersGalley = true;
		let page, sandbox, functions;
		const prepare = () => {
			page = content.document;
			sandbox = Cu.Sandbox(content, { sandboxPrototype: content, wantXrays: false, sameZoneAs: content });
			functions = new Map();
			// Not the shadow trees of Firefox's own fields and widgets, which a page cannot access.
			const may = /^(article|aside|blockquote|body|div|footer|h[1-6]|header|main|nav|p|section|span)$|-/;
			const shadowOf = (element) =>
				may.test(element.localName) ? element.openOrClosedShadowRoot : null;
			Cu.exportFunction(shadowOf, sandbox, { defineAs: "shadowOf" });
			Cu.evalInSandbox(
				"async function run(body, args, answer) {" +
					"try { answer(true, JSON.stringify(await body(...JSON.parse(args))) ?? ''); }" +
					"catch (error) { answer(false, error instanceof Error ? error.message : String(error)); }" +
				"}",
				sandbox,
			);
		};
		addMessageListener("galley:call", ({ data: [name, source, args] }) => {
			const answer = (ok, text) => sendAsyncMessage(name, [ok, text]);
			try {
				if (page !== content.document) prepare();
				let body = functions.get(source);
				if (!body) functions.set(source, (body = Cu.evalInSandbox("(" + source + ")", sandbox)));
				sandbox.run(body, args, Cu.exportFunction(answer, sandbox));
			} catch (error) { answer(false, String(error)); }
		});
	}`;
	const [ok, text] = await new Promise<[boolean, string]>((resolve, reject) => {
		const end = (settle: () => void) => {
			inside.front().clearInterval(watch);
			messageManager.removeMessageListener(name, listener);
			settle();
		};
		const listener = ({ data }: { data: unknown }) => end(() => resolve(data as [boolean, string]));
		const deadline = Date.now() + 20_000;
		const shown = () => inside.browserOf(id).browsingContext.currentWindowGlobal?.innerWindowId;
		const asked = shown();
		let left = 0;
		// A page that is closed does not answer, and its closing is not reported.
		const watch = inside.front().setInterval(() => {
			if (!inside.isThere(id))
				return end(() => reject(new Error("That tab or popup was closed meanwhile")));
			// Its answer may still arrive.
			if (shown() !== asked && left++ > 1)
				end(() => reject(new Error("The page was left meanwhile")));
			if (Date.now() > deadline) end(() => reject(new Error("The page did not answer in 20 s")));
		}, 200);
		messageManager.addMessageListener(name, listener);
		messageManager.loadFrameScript(`data:;charset=utf-8,${encodeURIComponent(script)}`, false);
		messageManager.sendAsyncMessage("galley:call", [name, source, args]);
	});
	if (!ok) throw new Error(text);
	return text;
}

/** Mouse events at points of the page, as from the pointing device. */
export function mouse(
	inside: Inside,
	id: number,
	events: readonly { type: string; x: number; y: number; button: number; buttons: number }[],
): void {
	const { left, top } = inside.browserOf(id).getBoundingClientRect();
	for (const { type, x, y, button, buttons } of events) {
		const clickCount = type === "mousemove" ? 0 : 1;
		inside.front().synthesizeMouseEvent(type, left + x, top + y, { button, buttons, clickCount });
	}
}

/** One key with its modifiers, as from the keyboard. */
export function pressKey(
	inside: Inside,
	id: number,
	key: string,
	modifiers: readonly Modifier[],
): void {
	const window = inside.front();
	inside.browserOf(id).focus();
	const processor = Cc["@mozilla.org/text-input-processor;1"]?.createInstance(
		Ci.nsITextInputProcessor,
	) as TextInputProcessor;
	if (!processor.beginInputTransactionForTests(window, () => true)) {
		throw new Error("Firefox takes no keys now");
	}
	const codes: Record<string, number> = {
		Backspace: 8,
		Tab: 9,
		Enter: 13,
		Shift: 16,
		Control: 17,
		Alt: 18,
		Escape: 27,
		" ": 32,
		PageUp: 33,
		PageDown: 34,
		End: 35,
		Home: 36,
		ArrowLeft: 37,
		ArrowUp: 38,
		ArrowRight: 39,
		ArrowDown: 40,
		Delete: 46,
		Meta: 224,
	};
	const eventFor = (name: string) => {
		const letter = /^[a-z]$/i.test(name);
		const digit = /^\d$/.test(name);
		return new window.KeyboardEvent("", {
			key: name,
			code: letter
				? `Key${name.toUpperCase()}`
				: digit
					? `Digit${name}`
					: name === " "
						? "Space"
						: /^(Alt|Control|Meta|Shift)$/.test(name)
							? `${name}Left`
							: name.length > 1
								? name
								: "",
			keyCode: codes[name] ?? (letter || digit ? name.toUpperCase().charCodeAt(0) : 0),
		});
	};
	for (const modifier of modifiers) processor.keydown(eventFor(modifier));
	processor.keydown(eventFor(key));
	processor.keyup(eventFor(key));
	for (const modifier of [...modifiers].reverse()) processor.keyup(eventFor(modifier));
}

export function setWidth(
	inside: Inside,
	id: number,
	width: number | null,
	height: number | null,
): void {
	const { style } = inside.browserOf(id);
	style.minWidth = width === null ? "" : `${width}px`;
	style.maxWidth = style.minWidth;
	style.minHeight = height === null ? "" : `${height}px`;
	style.maxHeight = style.minHeight;
}

export function setScheme(inside: Inside, id: number, scheme: "dark" | "light" | "none"): void {
	inside.browserOf(id).browsingContext.prefersColorSchemeOverride = scheme;
}

/** A PNG of the page from its top left, `width` × `height` CSS pixels, as base64. */
export async function draw(
	inside: Inside,
	id: number,
	width: number,
	height: number,
): Promise<string> {
	const window = inside.front();
	const bitmap = await inside
		.browserOf(id)
		.browsingContext.currentWindowGlobal.drawSnapshot(
			new window.DOMRect(0, 0, width, height),
			1,
			"rgb(255, 255, 255)",
		);
	const canvas = new window.OffscreenCanvas(bitmap.width, bitmap.height);
	canvas.getContext("bitmaprenderer")?.transferFromImageBitmap(bitmap);
	const blob = await canvas.convertToBlob({ type: "image/png" });
	return new Promise((resolve) => {
		const reader = new window.FileReader();
		reader.onload = () => resolve(String(reader.result).replace(/^.*,/, ""));
		reader.readAsDataURL(blob);
	});
}
