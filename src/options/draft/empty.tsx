import { say } from "../../browser/strings.ts";
import type { Desk } from "../state/desk.ts";
import { headingOf } from "../state/items.ts";

/** The commands that clip to a section, in the order of the sections. */
const CLIPS = ["clip-to-first", "clip-to-second"];

/** What to do with a draft that holds nothing yet. */
export function Empty({ desk }: { desk: Desk }) {
	if (desk.stored.items.value.length > 0) return null;
	const keys = desk.shortcuts.value;
	const sections = desk.stored.order.value;
	return (
		<div class="empty">
			<p class="lead">{say("optionsEmpty")}</p>
			<ul>
				<li>{say("optionsEmptyToolbar")}</li>
				<li>{say("optionsEmptyMenu")}</li>
				{keys._execute_action && (
					<li>
						<kbd>{keys._execute_action}</kbd> {say("optionsEmptyPopupKey")}
					</li>
				)}
				{CLIPS.map((command, at) => {
					const section = sections[at]?.section;
					return (
						section !== undefined &&
						keys[command] && (
							<li key={command}>
								<kbd>{keys[command]}</kbd>{" "}
								{say("optionsEmptyClipKey", headingOf(desk.stored, section))}
							</li>
						)
					);
				})}
				<li>{say("optionsEmptyKeys")}</li>
			</ul>
		</div>
	);
}
