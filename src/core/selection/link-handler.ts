import type { Link } from "mdast";
import { defaultHandlers, type Handle } from "mdast-util-to-markdown";

/** A character reference, which markdown would convert to the character. */
const REFERENCE = /&(?=#\d{1,7};|#x[\da-f]{1,6};|[a-z][a-z\d]*;)/gi;

/**
 * Writes a link with its address unchanged if markdown allows it. Other parts of Galley, and programs
 * that read the markdown, look for the address in the text.
 */
const writeLink: Handle = (node, parent, state, info) => {
	const usual = defaultHandlers.link(node, parent, state, info);
	// A bar would end the cell of a table (https://github.github.com/gfm/#example-200).
	const inCell = (text: string) =>
		state.stack.includes("tableCell") ? text.replaceAll("|", "\\|") : text;
	// The default handler percent-encodes the bar, which readers would see.
	if (usual.startsWith("<")) return inCell(`<${textOf(node)}>`);
	const exitLink = state.enter("link");
	const exitLabel = state.enter("label");
	const tracker = state.createTracker(info);
	const open = tracker.move("[");
	const text = state.containerPhrasing(node, { before: open, after: "](", ...tracker.current() });
	exitLabel();
	exitLink();
	// An empty title keeps the link from being parsed as a definition.
	const title = usual.endsWith(' "")') ? ' ""' : "";
	return `${open}${text}](${inCell(destination(node.url))}${title})`;
};

/** The text of a link that is its own address: it has no other child. */
function textOf({ children: [child] }: Link): string {
	return child?.type === "text" ? child.value : "";
}

/** Has the same `peek` as the default handler: a link begins with `[`. */
export const linkHandler: Handle & { peek(): string } = Object.assign(writeLink, {
	peek: () => "[",
});

/**
 * Writes the address of a link as its destination
 * (https://spec.commonmark.org/0.31.2/#link-destination).
 */
function destination(url: string): string {
	const plain = url
		.replaceAll("\\", "%5C")
		.replaceAll("<", "%3C")
		.replaceAll(">", "%3E")
		.replace(/[\0-\x20\x7f]/g, (sign) => encodeURIComponent(sign))
		.replace(REFERENCE, "\\&");
	return isBalanced(plain) ? plain : plain.replace(/[()]/g, "\\$&");
}

function isBalanced(url: string): boolean {
	let open = 0;
	for (const sign of url) {
		if (sign === "(") open += 1;
		else if (sign === ")") open -= 1;
		// Parsers are not required to support deeper nesting.
		if (open < 0 || open > 3) return false;
	}
	return open === 0;
}
