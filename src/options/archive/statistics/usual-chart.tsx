import { translate, translateCount } from "../../../extension/strings.ts";
import { Figure, percent, rounded } from "./figure.tsx";
import type { Statistics } from "./statistics.ts";

const ROW = 40;

/** Compares the draft with what is usual: a bar for each number, and a mark for the usual number. */
export function UsualChart({ statistics }: { statistics: Statistics }) {
	const sections = statistics.usual.value;
	if (sections.length === 0) return null;
	const sum = (counts: number[]) => counts.reduce((all, count) => all + count, 0);
	const most = Math.max(1, ...sections.flatMap(({ now, usual }) => [now, usual ?? 0]));
	return (
		<Figure
			id="statistics-usual"
			heading={translate("optionsPictureUsual")}
			summary={translate(
				"optionsPictureUsualSummary",
				translateCount("optionsItems", sum(sections.map(({ now }) => now))),
				rounded(sum(sections.map(({ usual }) => usual ?? 0))),
			)}
			height={sections.length * ROW}
			columns={[
				translate("optionsPictureSection"),
				translate("optionsPictureInDraft"),
				translate("optionsPictureUsually"),
			]}
			rows={sections.map(({ heading, now, usual }) => [heading, now, rounded(usual ?? 0)])}
		>
			{sections.map(({ heading, now, usual }, at) => (
				<g key={heading}>
					<text x="0" y={at * ROW + 14} class="name">
						{heading}
					</text>
					<text x="100%" y={at * ROW + 14} text-anchor="end">
						{translate("optionsPictureNowUsually", now, rounded(usual ?? 0))}
					</text>
					<rect class="track" x="0" y={at * ROW + 21} width="100%" height="10" />
					<rect
						class="series-1"
						x="0"
						y={at * ROW + 21}
						width={percent(now, most * 1.1)}
						height="10"
					/>
					{usual !== null && (
						<line
							class="usual"
							x1={percent(usual, most * 1.1)}
							x2={percent(usual, most * 1.1)}
							y1={at * ROW + 18}
							y2={at * ROW + 34}
						/>
					)}
				</g>
			))}
		</Figure>
	);
}
