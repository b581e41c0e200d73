import { say } from "../../browser/strings.ts";

/** What waits for a later issue, and what was deleted lately. */
export function ShelfPanel() {
	return <h2>{say("optionsPanelShelf")}</h2>;
}
