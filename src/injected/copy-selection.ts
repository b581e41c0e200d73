import type { SelectedElement, SelectedNode } from "../core/selection/selected-node.ts";
import { type ElementStyle, elementStyle } from "./element-style.ts";
import type { RangeEnds } from "./find-selection.ts";
import { flatAncestors, flatChildren, isElement, isTextNode, shadowRootOf } from "./flat-tree.ts";

/** Elements whose children have no meaning without them. */
const STRUCTURE = /^(?:ul|ol|menu|dir|table|thead|tbody|tfoot|tr)$/;
/** Elements that give a meaning to all their text. */
const AROUND_TEXT = /^(?:a|strong|em|del|code|sup|sub)$/;

/** The alternative text of a picture that shows a single symbol, such as an emoji. */
const EMOJI =
	/^(?:\p{Extended_Pictographic}|\p{Emoji_Modifier}|\p{Regional_Indicator}|\u200d|\ufe0f)+$/u;

/** A position in the page: inside a text, before a node, or after all children of a node. */
interface Place {
	node: Node;
	is: "in" | "before" | "after";
	offset: number;
}

/** Copies the rendered content of a range. Invisible elements and controls are left out. */
export function copySelection(range: RangeEnds): SelectedNode[] {
	const copy = new RangeCopy(range);
	const ancestors = commonAncestors(range.startContainer, range.endContainer);
	const [innermost] = ancestors;
	if (!innermost) return [];
	const nodes = isTextNode(innermost)
		? copy.nodesIn(innermost, lookAround(innermost)?.space ?? "collapse")
		: copy.contentOf(innermost);
	return withAncestors(nodes, ancestors.filter(isElement), copy.first);
}

function lookAround(node: Node): ElementStyle | null {
	const parent = flatAncestors(node).find(isElement);
	return parent ? elementStyle(parent) : null;
}

/** The rendered ancestors that both nodes have, the innermost first. */
function commonAncestors(one: Node, other: Node): Node[] {
	const others = new Set(flatAncestors(other));
	return flatAncestors(one).filter((node) => others.has(node));
}

/**
 * Wraps the copy in those of its ancestors that matter for its meaning: a link, emphasis, the list of its
 * items.
 */
function withAncestors(
	nodes: SelectedNode[],
	ancestors: readonly Element[],
	first: Element | null,
): SelectedNode[] {
	let inner = nodes;
	let isPart = true;
	for (const element of ancestors) {
		const isStructure = STRUCTURE.test(element.localName);
		const keeps: boolean = isStructure && isPart;
		// After the outermost part of a list or a table, the structure is complete.
		isPart = keeps && !/^(?:ul|ol|menu|dir|table)$/.test(element.localName);
		const look = elementStyle(element);
		for (const layer of look?.layers ?? []) {
			if (layer.name === "pre") inner = [codeAround(inner, layer, element)];
			else if (keeps || AROUND_TEXT.test(layer.name)) {
				inner = [{ ...layer, ...(keeps && startOf(element, first)), children: inner }];
			}
		}
	}
	return inner;
}

/** Part of a line of code becomes inline code. */
function codeAround(
	nodes: SelectedNode[],
	layer: Omit<SelectedElement, "children">,
	element: Element,
): SelectedElement {
	const text = textIn(nodes).trim();
	const isBlock = text.includes("\n") || text === (element.textContent ?? "").trim();
	return isBlock
		? { ...layer, children: nodes }
		: { name: "code", block: false, children: [{ text, space: "collapse" }] };
}

function textIn(nodes: readonly SelectedNode[]): string {
	return nodes
		.map((node) => ("text" in node ? node.text : node.name === "br" ? "\n" : textIn(node.children)))
		.join("");
}

/** The number of the first copied item of an ordered list. */
function startOf(list: Element, first: Element | null): Pick<SelectedElement, "start"> {
	if (list.localName !== "ol" || !first) return {};
	let number = (list as HTMLOListElement).start ?? 1;
	for (const item of list.children) {
		if (item.localName !== "li") continue;
		const own = item.getAttribute("value");
		if (own !== null && Number.isInteger(Number(own))) number = Number(own);
		if (item === first) break;
		number += 1;
	}
	return { start: number };
}

class RangeCopy {
	readonly #start: Place;
	readonly #end: Place;
	readonly #startPath: ReadonlySet<Node>;
	#state: "before" | "within" | "after" = "before";
	/** The first child element of the node passed to `contentOf` from which something was copied. */
	first: Element | null = null;

	constructor(range: RangeEnds) {
		this.#start = placeOf(range.startContainer, range.startOffset);
		this.#end = placeOf(range.endContainer, range.endOffset);
		this.#startPath = new Set(flatAncestors(this.#start.node));
	}

	/** The copied content of a node. */
	contentOf(node: Node): SelectedNode[] {
		const look = isElement(node) ? elementStyle(node) : null;
		const space = look?.space ?? "collapse";
		const nodes = flatChildren(node).flatMap((child) => {
			const copied = this.nodesIn(child, space);
			if (copied.length > 0 && isElement(child)) this.first ??= child;
			return copied;
		});
		this.#leave(node);
		return nodes;
	}

	/**
	 * The copy of a node; `space` is the treatment of white space in its parent, null if it is invisible.
	 */
	nodesIn(node: Node, space: ElementStyle["space"]): SelectedNode[] {
		this.#enter(node);
		if (this.#state === "after") return [];
		if (isTextNode(node)) return this.#text(node, isInClosedDetails(node) ? null : space);
		if (!isElement(node)) return [];
		// Elements before the selection do not have to be examined.
		if (this.#state === "before" && !this.#startPath.has(node)) return [];
		const look = elementStyle(node);
		if (!look) {
			if (this.#holdsEnd(node)) this.#state = "after";
			else this.#state = "within";
			return [];
		}
		const began = this.#state;
		let first: Element | null = null;
		const children = flatChildren(node).flatMap((child) => {
			const copied = this.nodesIn(child, look.space);
			if (copied.length > 0 && isElement(child)) first ??= child;
			return copied;
		});
		this.#leave(node);
		const isWhole = began === "within";
		if (node.localName === "img") return isWhole ? symbolOf(node) : [];
		if (children.length === 0 && isWhole && node.localName === "a")
			children.push(...pictureOf(node));
		const isVoid = isWhole && /^(?:br|hr)$/.test(node.localName);
		return children.length > 0 || isVoid ? [layered(look, node, children, first)] : [];
	}

	#text(node: Text, space: ElementStyle["space"]): SelectedNode[] {
		const from = node === this.#start.node && this.#start.is === "in" ? this.#start.offset : 0;
		if (from > 0 || node === this.#start.node) this.#state = "within";
		const ends = node === this.#end.node && this.#end.is === "in";
		const to = ends ? this.#end.offset : node.data.length;
		const isCopied = this.#state === "within" && space !== null;
		if (ends) this.#state = "after";
		const text = isCopied ? node.data.slice(from, to) : "";
		return text === "" || space === null ? [] : [{ text, space }];
	}

	#enter(node: Node): void {
		if (this.#state === "before" && node === this.#start.node && this.#start.is === "before") {
			this.#state = "within";
		}
		if (node === this.#end.node && this.#end.is === "before") this.#state = "after";
	}

	#leave(node: Node): void {
		const nodes = [node, isElement(node) ? shadowRootOf(node) : null];
		if (
			this.#state === "before" &&
			this.#start.is === "after" &&
			nodes.includes(this.#start.node)
		) {
			this.#state = "within";
		}
		if (this.#end.is === "after" && nodes.includes(this.#end.node)) this.#state = "after";
	}

	#holdsEnd(node: Node): boolean {
		return flatAncestors(this.#end.node).includes(node);
	}
}

function placeOf(container: Node, offset: number): Place {
	if (isTextNode(container)) return { node: container, is: "in", offset };
	const child = container.childNodes[offset];
	return child
		? { node: child, is: "before", offset: 0 }
		: { node: container, is: "after", offset: 0 };
}

function layered(
	look: ElementStyle,
	element: Element,
	children: SelectedNode[],
	first: Element | null,
): SelectedElement {
	// The marks of a block go inside it, but not between a list and its items.
	const [own, ...marks] = look.layers as [
		ElementStyle["layers"][number],
		...ElementStyle["layers"],
	];
	const [before, after] = marksAround(element);
	const quoted: SelectedNode[] =
		before === ""
			? children
			: [{ text: before, space: "keep" }, ...children, { text: after, space: "keep" }];
	const inner = STRUCTURE.test(own.name)
		? quoted
		: marks.reduce<SelectedNode[]>((nodes, mark) => [{ ...mark, children: nodes }], quoted);
	return { ...own, ...startOf(element, first), children: inner };
}

/** Characters that browsers show around an element, or that replace its position above the line. */
function marksAround(element: Element): readonly [before: string, after: string] {
	if (element.localName === "q") return ["“", "”"];
	const isReading = element.localName === "rt" && element.parentElement?.localName === "ruby";
	// Many pages have these brackets as elements, which are copied.
	return isReading && !element.parentElement?.querySelector("rp") ? ["(", ")"] : ["", ""];
}

/** Text directly in closed `details`. Elements in them are known to be invisible by their style. */
function isInClosedDetails({ parentNode }: Text): boolean {
	return isElement(parentNode) && parentNode.matches("details:not([open])");
}

/** The alternative text of the picture in a link that contains nothing else. */
function pictureOf(link: Element): SelectedNode[] {
	const alt = link.querySelector("img[alt]")?.getAttribute("alt") ?? "";
	return alt.trim() === "" ? [] : [{ text: alt, space: "collapse" }];
}

/** The symbol that a picture shows; empty for any other picture. */
function symbolOf(element: Element): SelectedNode[] {
	const alt = element.getAttribute("alt") ?? "";
	return EMOJI.test(alt) ? [{ text: alt, space: "collapse" }] : [];
}
