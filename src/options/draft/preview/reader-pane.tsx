import { type ReadonlySignal, useSignalEffect } from "@preact/signals";
import { useRef } from "preact/hooks";
import { type RenderedBlock, renderMarkdown } from "../../../ui/render-markdown.ts";
import { scrollWithin } from "../../ui/scroll.ts";
import type { Span } from "./locate.ts";

interface ReadsPaneProps {
	reading: ReadonlySignal<{ text: string; from: number; mark: Span | null }>;
	labelledBy: string;
}

/** A text that has been rendered. */
interface Reading {
	text: string;
	from: number;
	blocks: readonly RenderedBlock[];
}

const NOTHING: Reading = { text: "", from: 0, blocks: [] };

/** A block as it is on the page. */
interface Shown {
	source: string;
	element: HTMLElement;
}

/**
 * The issue as a reader gets it. Blocks that have not changed keep their nodes, so that a changed note
 * redraws one paragraph, even in a long issue.
 */
export function ReaderPane({ reading, labelledBy }: ReadsPaneProps) {
	const pane = useRef<HTMLDivElement>(null);
	const shown = useRef<Shown[]>([]);
	const last = useRef<Reading>(NOTHING);
	useSignalEffect(() => {
		const { text, from, mark } = reading.value;
		if (!pane.current) return;
		// If only the mark has changed, the text is not rendered again.
		if (text !== last.current.text || from !== last.current.from) {
			const { blocks, nodes } = renderMarkdown(text, from);
			shown.current = redraw(pane.current, shown.current, blocks, nodes);
			last.current = { text, from, blocks };
		}
		const current = markBlocks(shown.current, last.current.blocks, mark);
		if (current) scrollWithin(pane.current, current);
	});
	return (
		// biome-ignore lint/a11y/noNoninteractiveTabindex: a scrollable area must be reachable by keyboard.
		<section ref={pane} class="reads" tabIndex={0} aria-labelledby={labelledBy} />
	);
}

function redraw(
	pane: HTMLElement,
	before: readonly Shown[],
	blocks: readonly RenderedBlock[],
	nodes: (block: RenderedBlock) => DocumentFragment,
): Shown[] {
	const reusable = new Map<string, HTMLElement[]>();
	for (const { source, element } of before) {
		reusable.set(source, [...(reusable.get(source) ?? []), element]);
	}
	const now = blocks.map((block) => {
		const known = reusable.get(block.source)?.shift();
		if (known) return { source: block.source, element: known };
		const element = document.createElement("div");
		element.append(nodes(block));
		return { source: block.source, element };
	});
	for (const left of reusable.values()) for (const element of left) element.remove();
	for (const [index, { element }] of now.entries()) {
		const there = pane.children[index];
		if (there !== element) pane.insertBefore(element, there ?? null);
	}
	return now;
}

/** Marks the blocks in the span; returns the first of them. */
function markBlocks(
	shown: readonly Shown[],
	blocks: readonly RenderedBlock[],
	mark: Span | null,
): HTMLElement | null {
	let first: HTMLElement | null = null;
	for (const [index, { element }] of shown.entries()) {
		const block = blocks[index];
		const inside = mark && block && block.start < mark.end && block.end > mark.start;
		element.classList.toggle("marked", Boolean(inside));
		if (inside) first ??= element;
	}
	return first;
}
