import { useSignal } from "@preact/signals";
import type { ComponentChildren } from "preact";
import { translate } from "../../../extension/strings.ts";

interface FigureProps {
	id: string;
	heading: string;
	/** What the figure shows, in a sentence. */
	summary: string;
	/** The height of the drawing in pixels. Its width is the available width. */
	height: number;
	/**
	 * The same numbers as a table: the column headings and the rows. The first cell of a row is its header.
	 */
	columns: readonly string[];
	rows: readonly (readonly (string | number)[])[];
	/** The legend of the colors, between the sentence and the drawing. */
	legend?: ComponentChildren;
	/** The drawing. Its horizontal coordinates are percentages. */
	children: ComponentChildren;
}

/** A drawing with a heading, a sentence that says what it shows, and a table of its numbers. */
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
					{translate("optionsPictureNumbers")} <span class="visually-hidden">({heading})</span>
				</summary>
				{unfolded.value && <Numbers {...props} />}
			</details>
		</figure>
	);
}

function Numbers({ heading, columns, rows }: Pick<FigureProps, "heading" | "columns" | "rows">) {
	return (
		// biome-ignore lint/a11y/noNoninteractiveTabindex: a scrollable area must be reachable by keyboard.
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

/** A fraction of a whole as a percentage for SVG, such as `12.5%`. */
export function percent(part: number, whole: number): string {
	return `${whole === 0 ? 0 : Math.round((part / whole) * 10_000) / 100}%`;
}

/** A number for display: whole, or with one decimal. */
export function rounded(value: number): string {
	return String(Math.round(value * 10) / 10);
}
