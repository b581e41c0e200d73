import { say } from "../../../extension/strings.ts";
import { HostsChart } from "./hosts-chart.tsx";
import type { Picture } from "./picture.ts";
import { UsualChart } from "./usual-chart.tsx";
import { WeeksChart } from "./weeks-chart.tsx";
import { YearsChart } from "./years-chart.tsx";

/** The newsletter as a picture; nothing until the archive has been read. */
export function PictureView({ picture }: { picture: Picture }) {
	const overview = picture.overview.value;
	if (!overview) return null;
	return (
		<section class="picture" aria-labelledby="picture-heading">
			<h3 id="picture-heading">{say("optionsPicture")}</h3>
			<div class="charts">
				<UsualChart picture={picture} />
				<WeeksChart overview={overview} />
				<YearsChart overview={overview} />
				<HostsChart overview={overview} />
			</div>
		</section>
	);
}
