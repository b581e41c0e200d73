/** Runs functions in a page of Chromium, with access to closed shadow trees. */

import type { CDPSession, Page, Protocol } from "puppeteer-core";

const sessions = new WeakMap<Page, Promise<CDPSession>>();

function sessionOf(page: Page): Promise<CDPSession> {
	const session = sessions.get(page) ?? page.createCDPSession();
	sessions.set(page, session);
	return session;
}

function closedRootsBelow(node: Protocol.DOM.Node): Protocol.DOM.Node[] {
	return [...(node.children ?? []), ...(node.shadowRoots ?? [])].flatMap((child) => [
		...(child.shadowRootType === "closed" ? [child] : []),
		...closedRootsBelow(child),
	]);
}

/** Remote objects of the closed shadow roots of a web page; Galley's pages have none. */
async function closedRoots(page: Page): Promise<{ objectId: string }[]> {
	if (!page.url().startsWith("http")) return [];
	const session = await sessionOf(page);
	const { root } = await session.send("DOM.getDocument", { depth: -1, pierce: true });
	const objects = await Promise.all(
		closedRootsBelow(root).map(({ backendNodeId }) =>
			session.send("DOM.resolveNode", { backendNodeId }),
		),
	);
	return objects.flatMap(({ object: { objectId } }) => (objectId ? [{ objectId }] : []));
}

/**
 * Runs the source of a function; resolves with its result, through JSON. The function may use
 * `shadowOf(element)`.
 */
export async function callInPage(
	page: Page,
	source: string,
	args: readonly unknown[],
): Promise<unknown> {
	const roots = await closedRoots(page);
	const body = `async function (...roots) {
		const shadowOf = (element) =>
			element.shadowRoot ?? roots.find((root) => root.host === element) ?? null;
		return JSON.stringify(await (${source})(...${JSON.stringify(args)}));
	}`;
	const json = roots[0] ? await onRoots(page, body, roots) : await page.evaluate(`(${body})()`);
	return json === undefined ? undefined : JSON.parse(String(json));
}

async function onRoots(page: Page, body: string, roots: { objectId: string }[]): Promise<unknown> {
	const session = await sessionOf(page);
	const { result, exceptionDetails } = await session.send("Runtime.callFunctionOn", {
		functionDeclaration: body,
		objectId: roots[0]?.objectId ?? "",
		arguments: roots,
		awaitPromise: true,
		returnByValue: true,
	});
	if (exceptionDetails) {
		throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
	}
	return result.value;
}
