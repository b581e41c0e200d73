import type { Overview } from "../../../core/statistics/overview.ts";
import { translate } from "../../../extension/strings.ts";
import { Figure, percent } from "./figure.tsx";

const DRAWN = 160;
const LABELS = 20;
/** The gap between two sections, so that they can be distinguished even with similar colors. */
const GAP = 2;

/** The sections over the years, as stacked columns. */
export function YearsChart({ overview }: { overview: Overview }) {
	const { headings, years } = overview.sections;
	const names = headings.map((heading) => heading ?? translate("optionsPictureOthers"));
	const sums = years.map(({ items }) => items.reduce((sum, count) => sum + count, 0));
	const most = Math.max(...sums);
	const last = years.at(-1);
	if (!last || most === 0) return null;
	const largest = last.items.indexOf(Math.max(...last.items));
	// If there are many years, their labels would overlap. Then only every second or third has a label.
	const everyNth = Math.ceil(years.length / 7);
	return (
		<Figure
			id="picture-years"
			heading={translate("optionsPictureYears")}
			summary={translate(
				"optionsPictureYearsSummary",
				names[largest] ?? "",
				last.year,
				last.items[largest] ?? 0,
				sums.at(-1) ?? 0,
			)}
			height={DRAWN + LABELS}
			columns={[translate("optionsPicturePeriod_year"), ...names]}
			rows={years.map(({ year, items }) => [year, ...items])}
			legend={
				<ul class="legend">
					{names.map((name, at) => (
						<li key={name}>
							<svg width="12" height="12" aria-hidden="true">
								<rect class={`series-${at + 1}`} width="12" height="12" />
							</svg>
							{name}
						</li>
					))}
				</ul>
			}
		>
			{years.map(({ year, items }, at) => {
				let top = DRAWN;
				return (
					<g key={year}>
						{items.map((count, section) => {
							const height = (count / most) * DRAWN;
							top -= height;
							return (
								<rect
									key={names[section]}
									class={`series-${section + 1}`}
									x={percent(at + 0.15, years.length)}
									width={percent(0.7, years.length)}
									y={top}
									height={count === 0 ? 0 : Math.max(1, height - GAP)}
								/>
							);
						})}
						{(years.length - 1 - at) % everyNth === 0 && (
							<text x={percent(at + 0.5, years.length)} y={DRAWN + LABELS - 4} text-anchor="middle">
								{year}
							</text>
						)}
					</g>
				);
			})}
			<line class="axis" x1="0" x2="100%" y1={DRAWN} y2={DRAWN} />
		</Figure>
	);
}
