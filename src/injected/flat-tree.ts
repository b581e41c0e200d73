/**
 * The page as it is rendered: an element with a shadow root has the root's content, and a slot has its
 * assigned nodes (https://drafts.csswg.org/css-scoping/#flattening). Nodes may come from any frame, so
 * `instanceof` cannot be used to recognize them.
 */

interface ExtensionDom {
	/** Gives content scripts in Chromium access to closed shadow roots. */
	chrome?: { dom?: { openOrClosedShadowRoot(element: Element): ShadowRoot | null } };
}

/** HTML elements that may have a shadow root (https://dom.spec.whatwg.org/#dom-element-attachshadow). */
const HOSTS =
	/-|^(?:article|aside|blockquote|body|div|footer|h[1-6]|header|main|nav|p|section|span)$/;

export function isElement(node: Node | null): node is Element {
	return node?.nodeType === 1;
}

export function isTextNode(node: Node): node is Text {
	return node.nodeType === 3 || node.nodeType === 4;
}

/** The shadow root of an element, open or closed; null if it has none. */
export function shadowRootOf(element: Element): ShadowRoot | null {
	if (element.shadowRoot) return element.shadowRoot;
	if (!HOSTS.test(element.localName)) return null;
	// Firefox has this as a property that pages cannot see.
	const { openOrClosedShadowRoot } = element as { openOrClosedShadowRoot?: ShadowRoot | null };
	if (openOrClosedShadowRoot !== undefined) return openOrClosedShadowRoot;
	try {
		return (globalThis as ExtensionDom).chrome?.dom?.openOrClosedShadowRoot(element) ?? null;
	} catch {
		// Chromium throws for elements that are not HTML.
		return null;
	}
}

/** The rendered children of a node, in order. */
export function flatChildren(node: Node): Node[] {
	if (isElement(node)) {
		const root = shadowRootOf(node);
		if (root) return [...root.childNodes];
		if (node.localName === "slot") {
			const assigned = (node as HTMLSlotElement).assignedNodes?.() ?? [];
			if (assigned.length > 0) return assigned;
		}
	}
	return [...node.childNodes];
}

/** The rendered parent of a node; null for the document. */
export function flatParent(node: Node): Node | null {
	const slot = (node as Partial<Element>).assignedSlot;
	if (slot) return slot;
	const parent = node.parentNode;
	return parent && "host" in parent && !isElement(parent) ? (parent as ShadowRoot).host : parent;
}

/** A node and its rendered ancestors, the innermost first. */
export function flatAncestors(node: Node): Node[] {
	const ancestors: Node[] = [];
	const isShadowRoot = "host" in node && !isElement(node);
	let at: Node | null = isShadowRoot ? (node as ShadowRoot).host : node;
	while (at) {
		ancestors.push(at);
		at = flatParent(at);
	}
	return ancestors;
}

/** Every shadow root inside a document or a shadow root. */
export function shadowRootsIn(root: Document | ShadowRoot): ShadowRoot[] {
	return [...root.querySelectorAll("*")].flatMap((element) => {
		const found = shadowRootOf(element);
		return found ? [found, ...shadowRootsIn(found)] : [];
	});
}
