import { type ReadonlySignal, useSignalEffect } from "@preact/signals";
import { useLayoutEffect, useRef } from "preact/hooks";
import { afterRender } from "../../ui/focus.ts";
import { scrollWithin } from "../../ui/scroll.ts";
import type { Span } from "./locate.ts";

interface MarkdownPaneProps {
	markdown: ReadonlySignal<{ text: string; mark: Span | null }>;
	labelledBy: string;
	/** When this number grows, the whole text is selected, so that it can be copied by hand. */
	selectOn?: ReadonlySignal<number>;
}

/** The exact text of the file, with the edited item marked. */
export function MarkdownPane({ markdown, labelledBy, selectOn }: MarkdownPaneProps) {
	const pane = useRef<HTMLElement>(null);
	const marked = useRef<HTMLElement>(null);
	const { text, mark } = markdown.value;

	useLayoutEffect(() => {
		if (pane.current && marked.current) scrollWithin(pane.current, marked.current);
	}, [text, mark]);

	useSignalEffect(() => {
		const shown = pane.current;
		if (!selectOn?.value || !shown) return;
		// The pane may be hidden until it has been drawn.
		void afterRender().then(() => {
			shown.focus();
			getSelection()?.selectAllChildren(shown);
		});
	});

	return (
		// biome-ignore lint/a11y/noNoninteractiveTabindex: a scrollable area must be reachable by keyboard.
		<section ref={pane} class="bytes" tabIndex={0} aria-labelledby={labelledBy}>
			<pre>
				{mark ? (
					<>
						{text.slice(0, mark.start)}
						<mark ref={marked}>{text.slice(mark.start, mark.end)}</mark>
						{text.slice(mark.end)}
					</>
				) : (
					text
				)}
			</pre>
		</section>
	);
}
