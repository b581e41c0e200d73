import { say } from "../../browser/strings.ts";
import type { Desk } from "../state/desk.ts";

/** What to do with a draft that holds nothing yet. */
export function Empty({ desk }: { desk: Desk }) {
	if (desk.stored.items.value.length > 0) return null;
	return (
		<div class="empty">
			<p class="lead">{say("optionsEmpty")}</p>
			<ul>
				<li>{say("optionsEmptyToolbar")}</li>
				<li>{say("optionsEmptyMenu")}</li>
				<li>{say("optionsEmptyKeys")}</li>
				<li>{say("optionsEmptyHere")}</li>
			</ul>
		</div>
	);
}
