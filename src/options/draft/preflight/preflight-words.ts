import type { Finding } from "../../../core/preflight/checks.ts";
import type { FindingPlace, Value } from "../../../core/preflight/finding.ts";
import { formatDay, translate, weekdayName } from "../../../extension/strings.ts";
import type { Desk } from "../../app/desk.ts";
import { headingOf } from "../../app/stored.ts";

/** Enough of a note to tell it from other notes, in characters. */
const FIRST_WORDS = 60;

const FIELDS = {
	number: "optionsIssueNumber",
	issueDate: "optionsIssueDate",
	publishedAt: "optionsPublicationTime",
	intro: "optionsIntro",
	footer: "optionsFooter",
} as const;

/** The sentence of a finding. */
export function sentenceOf({ sentence, values }: Finding): string {
	return translate(`preflightSentence_${sentence}`, ...values.map(spoken));
}

function spoken(value: Value): string | number {
	if (typeof value !== "object") return value;
	return "day" in value ? formatDay(value.day) : weekdayName(value.weekday);
}

/** The place of a finding, named by the text that is there. */
export function placeWords(desk: Desk, place: FindingPlace): string {
	if (place.at === "draft") return translate(FIELDS[place.field]);
	if (place.at === "section") return headingOf(desk.stored, place.id);
	if (place.at === "sponsor") {
		const sponsor = desk.stored.sponsors.value.find(({ id }) => id === place.id);
		return sponsor?.name.trim() || translate("optionsPanelSponsors");
	}
	const item = desk.stored.item(place.id).value;
	const words = item?.note.trim().replace(/\s+/g, " ") || item?.links[0]?.url || "";
	return words.length > FIRST_WORDS ? `${words.slice(0, FIRST_WORDS).trimEnd()}…` : words;
}
