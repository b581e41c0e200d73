import { useSignal } from "@preact/signals";
import type { ComponentChildren } from "preact";
import { say } from "../../../extension/strings.ts";

interface FigureProps {
	id: string;
	heading: string;
	/** What one sees, in a sentence. */
	summary: string;
	/** Height of the drawing in pixels; it is as wide as there is room. */
	height: number;
	/** The same numbers: the heading of each column, and the rows, each named by its first cell. */
	columns: readonly string[];
	rows: readonly (readonly (string | number)[])[];
	/** What stands between the sentence and the drawing, as a key to its colours. */
	legend?: ComponentChildren;
	/** The drawing; its coordinates across are in percent. */
	children: ComponentChildren;
}

/** A drawing with its name, what it says in a sentence, and its numbers in a table. */
export function Figure(props: FigureProps) {
	const { id, heading, summary, height, legend, children } = props;
	const unfolded = useSignal(false);
	return (
		<figure class="chart">
			<h4 id={`${id}-name`}>{heading}</h4>
			<p id={`${id}-summary`}>{summary}</p>
			{legend}
			{/* biome-ignore lint/a11y/noSvgWithoutTitle: it is named by the heading above it. */}
			<svg
				role="img"
				aria-labelledby={`${id}-name`}
				aria-describedby={`${id}-summary`}
				width="100%"
				height={height}
			>
				{children}
			</svg>
			<details
				onToggle={({ currentTarget }) => {
					unfolded.value = currentTarget.open;
				}}
			>
				<summary>
					{say("optionsPictureNumbers")} <span class="visually-hidden">({heading})</span>
				</summary>
				{unfolded.value && <Numbers {...props} />}
			</details>
		</figure>
	);
}

function Numbers({ heading, columns, rows }: Pick<FigureProps, "heading" | "columns" | "rows">) {
	return (
		// biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard.
		<section class="numbers" tabIndex={0} aria-label={heading}>
			<table>
				<caption class="visually-hidden">{heading}</caption>
				<thead>
					<tr>
						{columns.map((column) => (
							<th key={column} scope="col">
								{column}
							</th>
						))}
					</tr>
				</thead>
				<tbody>
					{rows.map(([name, ...cells]) => (
						<tr key={name}>
							<th scope="row">{name}</th>
							{cells.map((cell, at) => (
								<td key={columns[at + 1]}>{cell}</td>
							))}
						</tr>
					))}
				</tbody>
			</table>
		</section>
	);
}

/** A share of a whole as SVG wants it, as `12.5%`. */
export function percent(part: number, whole: number): string {
	return `${whole === 0 ? 0 : Math.round((part / whole) * 10_000) / 100}%`;
}

/** A number for reading: whole, or with one decimal. */
export function rounded(value: number): string {
	return String(Math.round(value * 10) / 10);
}
