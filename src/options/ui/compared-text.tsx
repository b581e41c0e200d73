import type { ComparedLine } from "../style/learning/side-by-side.ts";

interface ComparedTextProps {
	id: string;
	heading: string;
	fileName: string;
	lines: readonly ComparedLine[];
	/** The level of the heading, which depends on the heading above it. */
	level?: "h3" | "h4";
}

/** One of two texts side by side. The lines that the other text does not have are marked. */
export function ComparedText({
	id,
	heading,
	fileName,
	lines,
	level: Heading = "h4",
}: ComparedTextProps) {
	return (
		<div>
			<Heading id={id}>{heading}</Heading>
			<p class="count">{fileName}</p>
			{/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrollable area must be reachable by keyboard. */}
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
