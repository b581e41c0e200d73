import { repeatSentence } from "../../capture/repeat-sentence.ts";
import { issueLabel } from "../../core/archive/issue-label.ts";
import { translate } from "../../extension/strings.ts";
import type { Popup } from "../state.ts";
import { PageLink, type Pages } from "./page-link.tsx";

/** Says on one line that the page ran before. It opens to show the old note and a link to its issue. */
export function RepeatNotice({ popup, pages }: { popup: Popup; pages: Pages }) {
	const repeat = popup.surroundings.value?.repeat;
	if (!repeat) return null;
	const { note, issueId } = repeat.latest;
	return (
		<details class="ran">
			<summary>{repeatSentence(repeat)}</summary>
			{note && <p>{note}</p>}
			<PageLink
				page={pages.issue(issueId)}
				name={translate("popupOldIssue", issueLabel(repeat.latest))}
			/>
		</details>
	);
}
