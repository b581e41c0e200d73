import { say, sayCount } from "../browser/strings.ts";
import type { Popup } from "./state.ts";

interface Props {
	popup: Popup;
	options: { address: string; open(): void };
}

/** Which draft clips go to, how much it holds, and the way to it. */
export function Head({ popup, options }: Props) {
	const around = popup.surroundings.value;
	return (
		<header>
			<p>
				{around?.number != null && <strong>{say("popupIssue", around.number)}</strong>}
				{around &&
					(around.count > 0 ? sayCount("popupItems", around.count) : say("popupNothingYet"))}
			</p>
			<a
				href={options.address}
				onClick={(event) => {
					event.preventDefault();
					options.open();
				}}
			>
				{say("popupOpenDraft")}
			</a>
		</header>
	);
}
