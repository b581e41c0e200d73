import { translate, translateCount } from "../../extension/strings.ts";
import type { Popup } from "../state.ts";
import { type OwnPage, PageLink } from "./page-link.tsx";

interface Props {
	popup: Popup;
	draft: OwnPage;
}

/** The current draft, the number of its items, and a link to it. */
export function Head({ popup, draft }: Props) {
	const around = popup.surroundings.value;
	return (
		<header>
			<h1>
				{around && around.issue !== "" && <strong>{translate("popupIssue", around.issue)}</strong>}
				{around &&
					(around.count > 0
						? translateCount("popupItems", around.count)
						: translate("popupNothingYet"))}
				{!!around?.unshared && ` · ${translate("popupUnshared", around.unshared)}`}
			</h1>
			<PageLink page={draft} name={translate("popupOpenDraft")} />
		</header>
	);
}
