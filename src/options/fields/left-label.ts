import type { StringKey } from "../../extension/strings.ts";

/** How the fields are called on the page, by the ends of their addresses; the first that fits. */
const LABELS: readonly [end: string, label: StringKey][] = [
	["-number", "optionsIssueNumber"],
	["-issueDate", "optionsIssueDate"],
	["-publishedAt", "optionsPublicationTime"],
	["-intro", "optionsIntro"],
	["-footer", "optionsFooter"],
	["-note", "optionsNote"],
	["-links", "optionsLinks"],
	["-file-name", "optionsFileName"],
	["-title-line", "optionsTitleLine"],
	["-name", "optionsSponsorName"],
	["-issue", "optionsSponsorsForIssue"],
	["-heading", "optionsHeading"],
	["-underline", "optionsUnderline"],
	["-key", "optionsKey"],
	["-pattern", "optionsPattern"],
	["exempt-hosts", "optionsExemptHosts"],
];

/** What the field at an address is called. */
export function labelOf(address: string): StringKey {
	return LABELS.find(([end]) => address.endsWith(end))?.[1] ?? "optionsPanelStyle";
}
