import { translate } from "../../../extension/strings.ts";
import { ComparedPast } from "../../style/learning/learned-view.tsx";
import type { SetUpState } from "./set-up-state.ts";

/** The last past issue, and beside it the same issue in the learned style. */
export function LastIssue({ setUpState }: { setUpState: SetUpState }) {
	const last = setUpState.last.value;
	if (!last) return null;
	return (
		<section aria-labelledby="set-up-last">
			<h3 id="set-up-last">{translate("setUpLast")}</h3>
			<ComparedPast issue={last} open />
		</section>
	);
}
