import type { ReadonlySignal } from "@preact/signals";
import { useEffect, useRef } from "preact/hooks";
import { say } from "../browser/strings.ts";
import { ArchivePanel } from "./archive/archive-panel.tsx";
import { DraftPanel } from "./draft/draft-panel.tsx";
import { Notice } from "./notice.tsx";
import { SettingsPanel } from "./settings/settings-panel.tsx";
import { ShelfPanel } from "./shelf/shelf-panel.tsx";
import { SponsorsPanel } from "./sponsors/sponsors-panel.tsx";
import type { ArchiveDesk } from "./state/archive-desk.ts";
import type { Desk } from "./state/desk.ts";
import { hashOf, PANELS, type Route } from "./state/route.ts";
import { StylePanel } from "./style/style-panel.tsx";

const NAMES = {
	draft: "optionsPanelDraft",
	archive: "optionsPanelArchive",
	sponsors: "optionsPanelSponsors",
	shelf: "optionsPanelShelf",
	style: "optionsPanelStyle",
	settings: "optionsPanelSettings",
} as const;

interface PageProps {
	desk: Desk;
	archiveDesk: ArchiveDesk;
	route: ReadonlySignal<Route>;
}

/** The options page: a way to each panel, the panel, and what has just happened. */
export function Page({ desk, archiveDesk, route }: PageProps) {
	const { panel, detail } = route.value;
	const main = useRef<HTMLElement>(null);
	const first = useRef(true);

	useEffect(() => {
		if (!first.current) main.current?.focus();
		first.current = false;
		document.title = `${say(NAMES[panel])} – Galley`;
	}, [panel, detail]);

	return (
		<>
			<header class="masthead">
				<h1>Galley</h1>
				<nav aria-label={say("optionsPanels")}>
					{PANELS.map((name) => (
						<a key={name} href={hashOf(name)} aria-current={name === panel ? "page" : undefined}>
							{say(NAMES[name])}
						</a>
					))}
				</nav>
			</header>
			<main ref={main} tabIndex={-1} class={`panel panel-${panel}`}>
				{panel === "draft" && <DraftPanel desk={desk} />}
				{panel === "archive" && <ArchivePanel desk={desk} archiveDesk={archiveDesk} id={detail} />}
				{panel === "sponsors" && <SponsorsPanel />}
				{panel === "shelf" && <ShelfPanel />}
				{panel === "settings" && <SettingsPanel />}
				{panel === "style" && <StylePanel desk={desk} />}
			</main>
			<Notice desk={desk} />
		</>
	);
}
