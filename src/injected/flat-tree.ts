/**
 * The page as it is drawn: elements with a shadow root have its content, and slots have what is
 * assigned to them (https://drafts.csswg.org/css-scoping/#flattening). Nodes may be of any frame, so
 * none is told by the constructors of this one.
 */

interface ExtensionDom {
	/** Chromium gives closed shadow roots to content scripts by this. */
	chrome?: { dom?: { openOrClosedShadowRoot(element: Element): ShadowRoot | null } };
}

/** Elements of HTML that may have a shadow root (https://dom.spec.whatwg.org/#dom-element-attachshadow). */
const HOSTS =
	/-|^(?:article|aside|blockquote|body|div|footer|h[1-6]|header|main|nav|p|section|span)$/;

/** Type guard for elements. */
export function isElement(node: Node | null): node is Element {
	return node?.nodeType === 1;
}

/** Type guard for texts. */
export function isTextNode(node: Node): node is Text {
	return node.nodeType === 3 || node.nodeType === 4;
}

/** The shadow root of an element, open or closed; null where it has none. */
export function shadowRootOf(element: Element): ShadowRoot | null {
	if (element.shadowRoot) return element.shadowRoot;
	if (!HOSTS.test(element.localName)) return null;
	// Firefox has it as a property that pages do not see.
	const { openOrClosedShadowRoot } = element as { openOrClosedShadowRoot?: ShadowRoot | null };
	if (openOrClosedShadowRoot !== undefined) return openOrClosedShadowRoot;
	try {
		return (globalThis as ExtensionDom).chrome?.dom?.openOrClosedShadowRoot(element) ?? null;
	} catch {
		// Chromium throws for elements that are not of HTML.
		return null;
	}
}

/** The nodes drawn in a node, in order. */
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

/** The node that a node is drawn in; null for the document. */
export function flatParent(node: Node): Node | null {
	const slot = (node as Partial<Element>).assignedSlot;
	if (slot) return slot;
	const parent = node.parentNode;
	return parent && "host" in parent && !isElement(parent) ? (parent as ShadowRoot).host : parent;
}

/** A node and those that it is drawn in, from inside out. */
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

/** Every shadow root below a document or a shadow root. */
export function shadowRootsIn(root: Document | ShadowRoot): ShadowRoot[] {
	return [...root.querySelectorAll("*")].flatMap((element) => {
		const found = shadowRootOf(element);
		return found ? [found, ...shadowRootsIn(found)] : [];
	});
}
