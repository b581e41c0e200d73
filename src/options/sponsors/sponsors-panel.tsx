import { say } from "../../browser/strings.ts";

/** Who has booked which issue, and the words of those who ran before. */
export function SponsorsPanel() {
	return <h2>{say("optionsPanelSponsors")}</h2>;
}
