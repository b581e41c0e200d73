import { effect } from "@preact/signals";
import { render } from "preact";
import { upgradeBy } from "../storage/database.ts";
import { UPGRADES } from "../storage/upgrades.ts";
import "../components/theme.css";
import "./options.css";
import { showCount } from "../browser/badge.ts";
import { download } from "../browser/download.ts";
import { shortcuts } from "../browser/shortcuts.ts";
import { speakUiLanguage } from "../browser/strings.ts";
import { showSectionMenus } from "../capture/section-menus.ts";
import { Page } from "./page.tsx";
import { createArchiveDesk } from "./state/archive-desk.ts";
import { createDesk } from "./state/desk.ts";
import { createRoute, shownDraft } from "./state/route.ts";
import { keepLearning } from "./state/section-learning.ts";
import { startImport, startLearning, startSearch } from "./threads.ts";

upgradeBy(UPGRADES);

const route = createRoute(window);
const desk = createDesk(
	{
		download,
		copy: (text) => navigator.clipboard.writeText(text),
		shortcuts,
		storage: localStorage,
	},
	shownDraft(route),
);
desk.start();
const archiveDesk = createArchiveDesk(desk, { startImport, startSearch });
keepLearning(startLearning);

effect(() => {
	const { draft, items, currentDraft } = desk.stored;
	if (draft.value && draft.value.id === currentDraft.value) void showCount(items.value.length);
});

// The worker follows the house style too, but only while it is awake.
effect(() => {
	desk.stored.style.value;
	void showSectionMenus();
});

addEventListener("pagehide", desk.leave);
addEventListener("visibilitychange", () => {
	if (document.visibilityState === "hidden") desk.leave();
});

speakUiLanguage();
const root = document.getElementById("root");
if (root) {
	render(<Page desk={desk} archiveDesk={archiveDesk} route={route} />, root);
}
