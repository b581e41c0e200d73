import { afterAll, beforeAll } from "vitest";
import type { BrowserName } from "./browsers/browser.ts";
import { type ExtensionCopy, extensionCopy } from "./extension-copy.ts";
import { inBrowser, type Session } from "./session.ts";

/** A session, inside a `describe`, with an extension that `update` changes to the next version. */
export function inUpdatable(name: BrowserName): { session: Session; update(): Promise<void> } {
	let copy: ExtensionCopy;
	beforeAll(() => {
		copy = extensionCopy(name);
	});
	const session = inBrowser(name, () => ({ extension: copy.path }));
	afterAll(() => copy?.remove());
	return {
		session,
		async update() {
			copy.raiseVersion();
			await session.browser.reloadExtension();
		},
	};
}
