import { translate } from "../../extension/strings.ts";
import type { Desk } from "./desk.ts";
import { HistoryButtons } from "./history-buttons.tsx";
import { hashOf, PANELS, type Panel } from "./route.ts";

/** The names of the panels. */
export const PANEL_NAMES = {
	draft: "optionsPanelDraft",
	archive: "optionsPanelArchive",
	sponsors: "optionsPanelSponsors",
	shelf: "optionsPanelShelf",
	style: "optionsPanelStyle",
	settings: "optionsPanelSettings",
} as const;

/**
 * Skips all fields: focuses the item that is in the Tab order or, if there is none, the button that adds
 * one.
 */
function skipToItems(): void {
	const items = document.querySelector<HTMLElement>(".item[tabindex='0']");
	(items ?? document.querySelector<HTMLElement>(".section header button, main"))?.focus();
}

interface MastheadProps {
	desk: Desk;
	panel: Panel;
	showKeys(): void;
}

/** The header of every panel: links to the other panels, Undo and Redo, and the list of keys. */
export function Masthead({ desk, panel, showKeys }: MastheadProps) {
	const waiting = desk.stored.shelf.items.value.length;
	const { name: newsletter } = desk.stored.setUp.value;
	return (
		<header class="masthead">
			{(panel === "draft" || panel === "shelf") && (
				<button type="button" class="skip" onClick={skipToItems}>
					{translate("optionsSkipToItems")}
				</button>
			)}
			<h1>Galley</h1>
			<nav aria-label={translate("optionsPanels")}>
				{PANELS.map((name) => (
					<a key={name} href={hashOf(name)} aria-current={name === panel ? "page" : undefined}>
						{translate(PANEL_NAMES[name])}
						{name === "shelf" && (
							<span class={`badge${waiting > 0 ? "" : " none"}`} aria-hidden="true">
								{waiting}
							</span>
						)}
					</a>
				))}
			</nav>
			{newsletter !== "" && (
				<p class="newsletter" title={newsletter}>
					{newsletter}
				</p>
			)}
			<div class="steps">
				<HistoryButtons desk={desk} />
				<button
					type="button"
					class="quiet"
					aria-keyshortcuts="?"
					title={`${translate("optionsKeys_keys")} (?)`}
					onClick={showKeys}
				>
					{translate("optionsKeys")}
				</button>
			</div>
		</header>
	);
}
