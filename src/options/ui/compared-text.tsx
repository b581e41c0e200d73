import type { ComparedLine } from "../style/learning/side-by-side.ts";

interface ComparedTextProps {
	id: string;
	heading: string;
	fileName: string;
	lines: readonly ComparedLine[];
}

/** One of two texts side by side, with the lines marked that the other does not have. */
export function ComparedText({ id, heading, fileName, lines }: ComparedTextProps) {
	return (
		<div>
			<h4 id={id}>{heading}</h4>
			<p class="count">{fileName}</p>
			{/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard. */}
			<section class="bytes" tabIndex={0} aria-labelledby={id}>
				<pre>
					{lines.map(({ text, changed }, at) => {
						const line = at < lines.length - 1 ? `${text}\n` : text;
						if (!changed) return line;
						return (
							<mark key={`${at}/${text}`} data-empty={text === "" || undefined}>
								{line}
							</mark>
						);
					})}
				</pre>
			</section>
		</div>
	);
}
