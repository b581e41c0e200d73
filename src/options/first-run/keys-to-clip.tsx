import { logError } from "../../core/errors/log-error.ts";
import { openShortcutPage } from "../../extension/shortcuts.ts";
import { translate } from "../../extension/strings.ts";
import { sentence } from "../../sentences/sentence.ts";
import type { Desk } from "../app/desk.ts";
import { clipKeyRows } from "./clip-key-rows.ts";

/** How to clip: with the button, the menu, and the keyboard shortcuts that are set in this browser. */
export function KeysToClip({ desk }: { desk: Desk }) {
	async function change(): Promise<void> {
		await openShortcutPage().catch((error: unknown) => {
			logError(error);
			desk.showNotice(sentence("optionsKeysFailed"));
		});
	}

	return (
		<>
			<dl class="ways-in">
				<dt>{translate("optionsEmptyByButton")}</dt>
				<dd>{translate("optionsEmptyToolbar")}</dd>
				<dt>{translate("optionsEmptyByMenu")}</dt>
				<dd>{translate("optionsEmptyMenu")}</dd>
				{clipKeyRows(desk).map(({ command, ...row }) => (
					<Key key={command} {...row} />
				))}
			</dl>
			<button type="button" class="quiet" onClick={() => void change()}>
				{translate("optionsChangeKeys")}
			</button>
		</>
	);
}

function Key({ keys, does }: { keys: string | undefined; does: string }) {
	return (
		<>
			<dt>{keys ? <kbd>{keys}</kbd> : <span class="missing">{translate("optionsNoKey")}</span>}</dt>
			<dd>{does}</dd>
		</>
	);
}
