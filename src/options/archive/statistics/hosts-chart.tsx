import type { Overview } from "../../../core/statistics/overview.ts";
import { translate, translateCount } from "../../../extension/strings.ts";
import { Figure, percent } from "./figure.tsx";

const ROW = 34;

/** The hosts with the most links. */
export function HostsChart({ overview: { hosts } }: { overview: Overview }) {
	const [first] = hosts;
	if (!first) return null;
	return (
		<Figure
			id="picture-hosts"
			heading={translate("optionsPictureHosts")}
			summary={translate(
				"optionsPictureHostsSummary",
				first.host,
				translateCount("optionsItems", first.items),
			)}
			height={hosts.length * ROW}
			columns={[translate("optionsPictureHost"), translate("optionsPictureItems")]}
			rows={hosts.map(({ host, items }) => [host, items])}
		>
			{hosts.map(({ host, items }, at) => (
				<g key={host}>
					<text x="0" y={at * ROW + 14} class="name">
						{host}
					</text>
					<text x="100%" y={at * ROW + 14} text-anchor="end">
						{items}
					</text>
					<rect
						class="series-1"
						x="0"
						y={at * ROW + 19}
						width={percent(items, first.items)}
						height="8"
					/>
				</g>
			))}
		</Figure>
	);
}
