import { toConsole } from "../../core/errors/to-console.ts";
import { shownSections } from "../../core/house-style/shown-sections.ts";
import { openShortcutPage } from "../../extension/shortcuts.ts";
import { say } from "../../extension/strings.ts";
import { sentence } from "../../sentences/sentence.ts";
import type { Desk } from "../app/desk.ts";

/** The commands that clip to a section, in the order of the sections that are shown. */
const CLIPS = ["clip-to-first", "clip-to-second"] as const;

/** How links come in: by the button, by the menu, and by the keys that are really set. */
export function KeysToClip({ desk }: { desk: Desk }) {
	const keys = desk.shortcuts.value;
	const sections = shownSections(desk.stored.style.value);

	async function change(): Promise<void> {
		await openShortcutPage().catch((error: unknown) => {
			toConsole(error);
			desk.say(sentence("optionsKeysFailed"));
		});
	}

	return (
		<>
			<dl class="ways-in">
				<dt>{say("optionsEmptyByButton")}</dt>
				<dd>{say("optionsEmptyToolbar")}</dd>
				<dt>{say("optionsEmptyByMenu")}</dt>
				<dd>{say("optionsEmptyMenu")}</dd>
				<Key keys={keys._execute_action} does={say("optionsEmptyPopupKey")} />
				{CLIPS.map((command, at) => {
					const heading = sections[at]?.heading;
					return (
						heading !== undefined && (
							<Key key={command} keys={keys[command]} does={say("optionsEmptyClipKey", heading)} />
						)
					);
				})}
			</dl>
			<button type="button" class="quiet" onClick={() => void change()}>
				{say("optionsChangeKeys")}
			</button>
		</>
	);
}

function Key({ keys, does }: { keys: string | undefined; does: string }) {
	return (
		<>
			<dt>{keys ? <kbd>{keys}</kbd> : <span class="missing">{say("optionsNoKey")}</span>}</dt>
			<dd>{does}</dd>
		</>
	);
}
