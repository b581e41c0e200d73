import { translate } from "../../extension/strings.ts";
import type { Popup } from "../state.ts";

/** Says that the chosen section is a suggestion, and what it was learned from. Otherwise an empty line. */
export function Suggested({ popup }: { popup: Popup }) {
	return (
		<p class="aside suggested" id="suggested">
			{sentence(popup)}
		</p>
	);
}

function sentence({ existing, surroundings }: Popup): string {
	const { suggestion, sections } = surroundings.value ?? {};
	const heading = sections?.find(({ id }) => id === suggestion?.section)?.heading;
	if (existing.value || !suggestion || heading === undefined) return "";
	const { learnedFrom } = suggestion;
	return learnedFrom
		? translate(
				"popupSuggestedBy",
				learnedFrom.inSection,
				learnedFrom.all,
				learnedFrom.host,
				heading,
			)
		: translate("popupSuggested", heading);
}
