import { render } from "preact";
import { logError } from "../core/errors/log-error.ts";
import "./popup.css";
import { setUpgrade } from "../data/db/database.ts";
import { askForSection, askForUpgrade, notifyClipped } from "../extension/messages.ts";
import { issueAddress, openOptions, openTab, optionsAddress } from "../extension/options-page.ts";
import { pageWords } from "../extension/page-text.ts";
import { setPageLanguage } from "../extension/strings.ts";
import { activePage } from "../extension/tabs.ts";
import { listenToPopupKeys } from "./keyboard.ts";
import { createNoteCaret } from "./note-caret.ts";
import { keepSectionsHeight, noteSectionsHeight } from "./sections-height.ts";
import { createPopup } from "./state.ts";
import type { Pages } from "./views/page-link.tsx";
import { PopupView } from "./views/popup.tsx";
import { keepWholeSelection } from "./whole-selection.ts";

setUpgrade(askForUpgrade);
const popup = createPopup({
	activePage,
	pageWords,
	suggestedSection: async ({ tabId }) => (tabId === null ? null : askForSection(tabId)),
	clipped: (item, tabId) => notifyClipped(item, tabId).catch(logError),
	close: () => window.close(),
});

const pages: Pages = {
	draft: { address: optionsAddress(), open: () => closeAfter(openOptions()) },
	issue: (id) => ({ address: issueAddress(id), open: () => closeAfter(openTab(issueAddress(id))) }),
};

function closeAfter(opened: Promise<void>): void {
	opened.then(() => window.close()).catch(logError);
}

setPageLanguage();
keepSectionsHeight();
const root = document.getElementById("root");
const placeCaret = createNoteCaret();
if (root) {
	popup.follow(() => {
		const selectAgain = keepWholeSelection();
		render(<PopupView popup={popup} pages={pages} />, root);
		selectAgain();
		placeCaret();
		noteSectionsHeight();
	});
}
listenToPopupKeys(popup);
popup.open().catch(logError);
