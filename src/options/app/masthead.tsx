import { say } from "../../extension/strings.ts";
import type { Desk } from "./desk.ts";
import { HistoryButtons } from "./history-buttons.tsx";
import { hashOf, PANELS, type Panel } from "./route.ts";

/** What each panel is called. */
export const PANEL_NAMES = {
	draft: "optionsPanelDraft",
	archive: "optionsPanelArchive",
	sponsors: "optionsPanelSponsors",
	shelf: "optionsPanelShelf",
	style: "optionsPanelStyle",
	settings: "optionsPanelSettings",
} as const;

interface MastheadProps {
	desk: Desk;
	panel: Panel;
	showKeys(): void;
}

/** The head of every panel: the way to the others, Undo and Redo, and the list of keys. */
export function Masthead({ desk, panel, showKeys }: MastheadProps) {
	const waiting = desk.stored.shelf.items.value.length;
	return (
		<header class="masthead">
			<h1>Galley</h1>
			<nav aria-label={say("optionsPanels")}>
				{PANELS.map((name) => (
					<a key={name} href={hashOf(name)} aria-current={name === panel ? "page" : undefined}>
						{say(PANEL_NAMES[name])}
						{name === "shelf" && (
							<span class={`badge${waiting > 0 ? "" : " none"}`} aria-hidden="true">
								{waiting}
							</span>
						)}
					</a>
				))}
			</nav>
			<div class="steps">
				<HistoryButtons desk={desk} />
				<button
					type="button"
					class="quiet"
					aria-keyshortcuts="?"
					title={`${say("optionsKeys_keys")} (?)`}
					onClick={showKeys}
				>
					{say("optionsKeys")}
				</button>
			</div>
		</header>
	);
}
