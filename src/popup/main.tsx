import { render } from "preact";
import "./popup.css";
import { tellClipped } from "../browser/messages.ts";
import { openOptions, optionsAddress } from "../browser/options-page.ts";
import { selectedText } from "../browser/page-text.ts";
import { speakUiLanguage } from "../browser/strings.ts";
import { activePage } from "../browser/tabs.ts";
import { listenToKeys } from "./keyboard.ts";
import { PopupView } from "./popup.tsx";
import { createPopup } from "./state.ts";

const popup = createPopup({
	activePage,
	selectedText,
	clipped: (tabId) => tellClipped(tabId).catch(toConsole),
	close: () => window.close(),
});

function openDraft(): void {
	openOptions()
		.then(() => window.close())
		.catch(toConsole);
}

function toConsole(error: unknown): void {
	console.error("Galley:", error);
}

speakUiLanguage();
const root = document.getElementById("root");
if (root) {
	const options = { address: optionsAddress(), open: openDraft };
	popup.follow(() => render(<PopupView popup={popup} options={options} />, root));
}
listenToKeys(popup);
popup.open().catch(toConsole);
