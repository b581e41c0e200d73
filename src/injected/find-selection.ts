import { shadowRootOf, shadowRootsIn } from "./flat-tree.ts";

/** The selection: text in a text field, or ranges of a document. */
type FoundSelection = { text: string } | { ranges: RangeEnds[]; text: string };

/** The start and end of a range. `Range` and `StaticRange` have these fields. */
export type RangeEnds = Pick<
	AbstractRange,
	"startContainer" | "startOffset" | "endContainer" | "endOffset"
>;

interface Focus {
	/** The innermost document that has the focus and can be read. */
	document: Document;
	element: Element | null;
	/** Whether the focus is in a frame or a plug-in that cannot be read. */
	isElsewhere: boolean;
}

type ComposedSelection = Selection & {
	getComposedRanges?(options: { shadowRoots: ShadowRoot[] }): StaticRange[];
};

/** Types of fields that reveal the position of their selection. Passwords are never read. */
const TEXT_FIELDS = /^(?:text|search|url|tel)$/;

/** Follows the focus from the page into shadow roots and frames. */
export function findFocus(page: Document): Focus {
	let document = page;
	for (;;) {
		let element = document.activeElement;
		for (let root = element && shadowRootOf(element); root?.activeElement; ) {
			element = root.activeElement;
			root = shadowRootOf(element);
		}
		if (!element || !/^(?:i?frame|embed|object)$/.test(element.localName)) {
			return { document, element, isElsewhere: false };
		}
		const inner = documentIn(element);
		if (!inner) return { document, element, isElsewhere: true };
		document = inner;
	}
}

/** The selection of a page, its frames of the same origin, or a text field; null if there is none. */
export function findSelection(page: Document): FoundSelection | null {
	const focus = findFocus(page);
	const typed = selectedInField(focus.element);
	if (typed !== "") return { text: typed };
	for (const document of new Set([focus.document, ...documentsIn(page)])) {
		const selection = document.getSelection() as ComposedSelection | null;
		if (!selection || selection.rangeCount === 0) continue;
		const text = selection.toString();
		if (text.trim() === "" && selection.isCollapsed) continue;
		return { ranges: rangesOf(document, selection), text };
	}
	return null;
}

function selectedInField(element: Element | null): string {
	if (!element || !/^(?:input|textarea)$/.test(element.localName)) return "";
	const field = element as HTMLInputElement;
	if (element.localName === "input" && !TEXT_FIELDS.test(field.type)) return "";
	return field.value.slice(field.selectionStart ?? 0, field.selectionEnd ?? 0);
}

function documentIn(frame: Element): Document | null {
	try {
		return (frame as HTMLIFrameElement).contentDocument ?? null;
	} catch {
		return null;
	}
}

function documentsIn(page: Document): Document[] {
	const frames = [...page.querySelectorAll("iframe, frame, object")];
	const inner = frames.flatMap((frame) => documentIn(frame) ?? []);
	return [page, ...inner.flatMap(documentsIn)];
}

/** The exact ranges, even if one begins or ends in a shadow root. */
function rangesOf(document: Document, selection: ComposedSelection): RangeEnds[] {
	const plain = Array.from({ length: selection.rangeCount }, (_, at) => selection.getRangeAt(at));
	if (plain.length > 1) return plain;
	const shadowRoots = shadowRootsIn(document);
	if (shadowRoots.length === 0) return plain;
	if (selection.getComposedRanges) return selection.getComposedRanges({ shadowRoots });
	// Before version 137 of Chromium, each shadow root has its own selection.
	for (const root of shadowRoots) {
		const own = (root as { getSelection?(): Selection | null }).getSelection?.();
		if (own && own.rangeCount > 0 && !own.isCollapsed) return [own.getRangeAt(0)];
	}
	return plain;
}
