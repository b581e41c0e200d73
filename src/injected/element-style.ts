import type { SelectedElement, WhiteSpace } from "../core/selection/selected-node.ts";
import { codeLanguage } from "./code-language.ts";
import { flatParent, isElement } from "./flat-tree.ts";
import { isCodeTable, isLineNumbers } from "./line-numbers.ts";

/** The appearance of an element, and its meaning for a reader. */
export interface ElementStyle {
	/**
	 * The name of the element in the copy, followed by further elements around the same content, from the
	 * innermost to the outermost.
	 */
	layers: Omit<SelectedElement, "children">[];
	/**
	 * How white space in its own text is rendered; null if the text is invisible. Its child elements may
	 * still be visible.
	 */
	space: WhiteSpace | null;
}

/** Elements that are not text: scripts, resources, controls and embedded content. */
const LEFT_OUT = new Set([
	...["script", "style", "template", "head", "title", "meta", "link", "base"],
	...[
		"button",
		"input",
		"select",
		"option",
		"optgroup",
		"datalist",
		"textarea",
		"progress",
		"meter",
	],
	...[
		"iframe",
		"frame",
		"frameset",
		"object",
		"embed",
		"audio",
		"video",
		"canvas",
		"map",
		"area",
		"svg",
	],
]);

/** Roles of controls, for elements that are made into controls. */
const OPERATED =
	/^(?:button|checkbox|combobox|listbox|menu|menubar|menuitem|option|radio|scrollbar|slider|spinbutton|switch|tab|textbox|toolbar|tooltip)$/;

const SAME_NAME =
	/^(?:h[1-6]|p|ul|ol|li|blockquote|hr|table|thead|tbody|tfoot|tr|td|th|br|pre|sup|sub)$/;

const OTHER_NAMES: Readonly<Record<string, string>> = {
	menu: "ul",
	dir: "ul",
	kbd: "code",
	samp: "code",
	tt: "code",
	listing: "pre",
	xmp: "pre",
};

const BOLD = 600;
/** Content cut to about one pixel is meant for screen readers only. */
const PIXEL = 1.5;

/** The look of an element; null if nothing of it is visible or it is left out. */
export function elementStyle(element: Element): ElementStyle | null {
	const name = element.localName;
	if (LEFT_OUT.has(name) || isLineNumbers(element)) return null;
	const href = name === "a" ? linkAddress(element) : undefined;
	if (href === undefined && OPERATED.test(element.getAttribute("role") ?? "")) return null;
	const style = element.ownerDocument.defaultView?.getComputedStyle(element);
	if (!style || isHidden(element, style)) return null;
	const block = /^(?:block|flex|grid|flow-root|list-item|table|-webkit-box)/.test(style.display);
	const own = isCodeTable(element) ? "pre" : ownName(name, block, style);
	const layers: ElementStyle["layers"] = [{ name: own, block, ...partsOf(element, own) }];
	if (block && isTight(element, own, style)) (layers[0] as SelectedElement).tight = true;
	const inline = (mark: string) => layers.push({ name: mark, block: false });
	if (href !== undefined) layers.push({ name: "a", block: false, href });
	if (!/^(?:h[1-6]|th|pre|code)$/.test(own)) {
		const parent = parentStyle(element);
		if (isBold(name, style, parent)) inline("strong");
		if (isItalic(name, style, parent)) inline("em");
	}
	if (/^(?:del|s|strike)$/.test(name) || style.textDecorationLine?.includes("line-through")) {
		inline("del");
	}
	return {
		layers,
		space: style.visibility === "visible" || style.visibility === "" ? spaceIn(style) : null,
	};
}

function ownName(name: string, block: boolean, style: CSSStyleDeclaration): string {
	if (name === "code" || OTHER_NAMES[name] === "code") {
		// Lines of code that a page shows without `pre`.
		return block && spaceIn(style) === "keep" ? "pre" : "code";
	}
	if (SAME_NAME.test(name)) return name;
	return OTHER_NAMES[name] ?? (block ? "div" : "span");
}

function partsOf(element: Element, name: string): Partial<SelectedElement> {
	if (name === "pre") {
		const language = codeLanguage(element);
		return language === undefined ? {} : { language };
	}
	if (name !== "td" && name !== "th") return {};
	const { colSpan = 1, rowSpan = 1 } = element as HTMLTableCellElement;
	const align = element.ownerDocument.defaultView?.getComputedStyle(element).textAlign;
	const parts: Partial<SelectedElement> = { columns: colSpan, rows: rowSpan };
	// Header cells are centered by default.
	if (name === "td" && (align === "center" || align === "right")) parts.align = align;
	return parts;
}

/** The address of a link, if a reader can open it. */
function linkAddress(element: Element): string | undefined {
	const href = element.getAttribute("href");
	if (href === null || !URL.canParse(href, element.baseURI)) return undefined;
	const url = new URL(href, element.baseURI);
	return /^(?:https?|mailto):$/.test(url.protocol) ? url.href : undefined;
}

function isHidden(element: Element, style: CSSStyleDeclaration): boolean {
	// `rp` contains brackets around the reading of a word. They are needed when the reading is not shown
	// above the word.
	if (element.localName === "rp") return false;
	if (style.display === "none" || style.userSelect === "none") return true;
	if (style.webkitUserSelect === "none" || style.opacity === "0") return true;
	// An element without a box of its own would count as invisible here.
	if (style.display !== "contents" && element.checkVisibility?.() === false) return true;
	if (style.position !== "absolute" && style.position !== "fixed") return false;
	if (/^(?:rect\(0(?:px)?,? 0|rect\(1px, 1px|inset\(50%|inset\(100%)/.test(clipOf(style)))
		return true;
	return (
		style.overflow === "hidden" &&
		Number.parseFloat(style.width) <= PIXEL &&
		Number.parseFloat(style.height) <= PIXEL
	);
}

function clipOf({ clip, clipPath }: CSSStyleDeclaration): string {
	return clipPath && clipPath !== "none" ? clipPath : (clip ?? "");
}

function spaceIn({ whiteSpace, whiteSpaceCollapse }: CSSStyleDeclaration): WhiteSpace {
	const value = whiteSpaceCollapse || whiteSpace || "normal";
	if (/^(?:pre-line|preserve-breaks)/.test(value)) return "lines";
	return /^(?:pre|break-spaces)/.test(value) ? "keep" : "collapse";
}

/** Whether there is no space between a block and the lines around it. */
function isTight(element: Element, name: string, style: CSSStyleDeclaration): boolean {
	if (!/^(?:p|div)$/.test(name)) return false;
	const { marginTop, marginBottom, paddingTop, paddingBottom, borderTopWidth } = style;
	const space = [marginTop, marginBottom, paddingTop, paddingBottom, borderTopWidth];
	if (space.some((width) => Number.parseFloat(width || (name === "p" ? "1" : "0")) > 0))
		return false;
	const gap = Number.parseFloat(parentStyle(element)?.rowGap ?? "");
	return !(gap > 0);
}

function parentStyle(element: Element): CSSStyleDeclaration | undefined {
	const parent = flatParent(element);
	if (!isElement(parent)) return undefined;
	return parent.ownerDocument.defaultView?.getComputedStyle(parent);
}

/** Whether a text is bold and its surroundings are not. */
function isBold(name: string, own: CSSStyleDeclaration, parent?: CSSStyleDeclaration): boolean {
	const weight = weightOf(own);
	if (weight === null) return name === "b" || name === "strong";
	return weight >= BOLD && (weightOf(parent) ?? 0) < BOLD;
}

function weightOf(style: CSSStyleDeclaration | undefined): number | null {
	if (!style?.fontWeight) return null;
	return style.fontWeight === "bold" ? 700 : Number.parseFloat(style.fontWeight) || 400;
}

function isItalic(name: string, own: CSSStyleDeclaration, parent?: CSSStyleDeclaration): boolean {
	if (!own.fontStyle) return name === "i" || name === "em";
	return isSlanted(own) && !(parent && isSlanted(parent));
}

function isSlanted({ fontStyle }: CSSStyleDeclaration): boolean {
	return /^(?:italic|oblique)/.test(fontStyle);
}
