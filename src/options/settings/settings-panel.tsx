import { say } from "../../browser/strings.ts";

/** What concerns Galley rather than the newsletter. */
export function SettingsPanel() {
	return <h2>{say("optionsPanelSettings")}</h2>;
}
