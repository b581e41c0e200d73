import { translate } from "../../../extension/strings.ts";
import { HostsChart } from "./hosts-chart.tsx";
import type { Statistics } from "./statistics.ts";
import { UsualChart } from "./usual-chart.tsx";
import { WeeksChart } from "./weeks-chart.tsx";
import { YearsChart } from "./years-chart.tsx";

/** The statistics of the newsletter. Nothing is shown until the archive has been read. */
export function StatisticsView({ statistics }: { statistics: Statistics }) {
	const overview = statistics.overview.value;
	if (!overview) return null;
	return (
		<section aria-labelledby="statistics-heading">
			<h3 id="statistics-heading">{translate("optionsPicture")}</h3>
			<div class="charts">
				<UsualChart statistics={statistics} />
				<WeeksChart overview={overview} />
				<YearsChart overview={overview} />
				<HostsChart overview={overview} />
			</div>
		</section>
	);
}
