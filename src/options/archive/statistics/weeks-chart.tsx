import type { Overview } from "../../../core/statistics/overview.ts";
import { translate } from "../../../extension/strings.ts";
import { Figure, percent, rounded } from "./figure.tsx";

const DRAWN = 120;
const LABELS = 20;

/** Items per week, with one column for each period. */
export function WeeksChart({ overview }: { overview: Overview }) {
	const { items, issues, usual, weeks } = overview;
	const { kind, periods } = weeks;
	const [first, last] = [periods[0], periods.at(-1)];
	if (!first || !last) return null;
	const most = Math.max(...periods.map(({ itemsPerWeek }) => itemsPerWeek));
	return (
		<Figure
			id="picture-weeks"
			heading={translate("optionsPictureWeeks")}
			summary={translate(
				"optionsPictureWeeksSummary",
				items,
				issues,
				rounded(usual),
				rounded(most),
			)}
			height={DRAWN + LABELS}
			columns={[
				translate(`optionsPicturePeriod_${kind}`),
				translate("optionsPictureWeeks"),
				translate("optionsPictureIssues"),
			]}
			rows={periods.map((period) => [period.name, rounded(period.itemsPerWeek), period.issues])}
		>
			{periods.map(({ name, itemsPerWeek }, at) => {
				const height = most === 0 ? 0 : (itemsPerWeek / most) * DRAWN;
				return (
					<rect
						key={name}
						class="series-1"
						x={percent(at + 0.1, periods.length)}
						width={percent(0.8, periods.length)}
						y={DRAWN - height}
						height={height}
					/>
				);
			})}
			<line class="axis" x1="0" x2="100%" y1={DRAWN} y2={DRAWN} />
			<text x="0" y={DRAWN + LABELS - 4}>
				{first.name}
			</text>
			{periods.length > 1 && (
				<text x="100%" y={DRAWN + LABELS - 4} text-anchor="end">
					{last.name}
				</text>
			)}
		</Figure>
	);
}
