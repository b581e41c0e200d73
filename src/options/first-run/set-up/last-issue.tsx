import { translate } from "../../../extension/strings.ts";
import { ComparedPast } from "../../style/learning/learned-view.tsx";
import type { SettingUp } from "./setting-up.ts";

/** The last past issue, and beside it the same issue in the learned style. */
export function LastIssue({ settingUp }: { settingUp: SettingUp }) {
	const last = settingUp.last.value;
	if (!last) return null;
	return (
		<section class="last-issue" aria-labelledby="set-up-last">
			<h3 id="set-up-last">{translate("setUpLast")}</h3>
			<ComparedPast issue={last} open />
		</section>
	);
}
