// @vitest-environment happy-dom
import { fireEvent, screen, within } from "@testing-library/preact";
import { render } from "preact";
import { beforeEach, describe, expect, test, vi } from "vitest";
import { clip } from "../../src/capture/clip.ts";
import { suggestedSection } from "../../src/capture/suggested-section.ts";
import { NO_CONTENT } from "../../src/core/page/page-content.ts";
import { rememberSection } from "../../src/data/settings/settings.ts";
import { createPopup } from "../../src/popup/state.ts";
import { PopupView } from "../../src/popup/views/popup.tsx";
import { archived } from "../data/archived.ts";
import { beginWithEmptyDatabase } from "../data/empty-database.ts";

vi.mock("webextension-polyfill", async () => (await import("../extension/fake-browser.ts")).mock());
beginWithEmptyDatabase();

const REPOSITORY = "https://github.com/owner/program";
const ARTICLE = "https://night-shift.example/2020/why-we-sleep";

const openIssue = vi.fn();
const PAGES = {
	draft: { address: "options.html", open: vi.fn() },
	issue: (id: string) => ({ address: `options.html#/archive/${id}`, open: openIssue }),
};

beforeEach(() => {
	document.body.innerHTML = '<div id="root"></div>';
});

async function opened(url: string) {
	const popup = createPopup({
		activePage: async () => ({ tabId: 7, url, title: "A page" }),
		pageWords: async () => NO_CONTENT,
		suggestedSection,
		clipped: vi.fn(),
		close: vi.fn(),
	});
	const root = document.querySelector("#root") as HTMLElement;
	popup.follow(() => render(<PopupView popup={popup} pages={PAGES} />, root));
	await popup.open();
	return popup;
}

const isChosen = (name: string) => screen.getByRole<HTMLInputElement>("radio", { name }).checked;

describe("A page that ran before", () => {
	test("is reported with section, number and date, with the old note and a link to its issue", async () => {
		await archived(173, [["News", "Nobody is woken.", ARTICLE]]);
		await opened(`http://www.night-shift.example/2020/why-we-sleep/?utm_source=x`);
		const told = screen.getByText("Ran in News, #173, April 6, 2014").closest("details");
		const details = within(told as HTMLElement);
		expect(details.getByText("Nobody is woken.")).toBeTruthy();
		const link = details.getByRole("link", { name: "Open issue 173" });
		expect(link.getAttribute("href")).toBe("options.html#/archive/imported-173");
		fireEvent.click(link);
		expect(openIssue).toHaveBeenCalledOnce();
	});

	test("several times is reported with its latest mention", async () => {
		for (const number of [173, 174, 201]) await archived(number, [["News", "", ARTICLE]]);
		await opened(ARTICLE);
		screen.getByText("Ran in News, #201, April 6, 2014, and 2 more");
	});

	test("can still be clipped", async () => {
		await archived(173, [["News", "", ARTICLE]]);
		const popup = await opened(ARTICLE);
		await popup.submit();
		expect(popup.said.value?.key).toBe("clipAdded");
	});

	test("is not reported if its section is exempt", async () => {
		await archived(173, [["Events", "", ARTICLE]]);
		await opened(ARTICLE);
		expect(screen.queryByText(/^Ran in/)).toBeNull();
	});
});

describe("The section that is chosen at first", () => {
	test("is the suggested one if that is certain, and the popup says so", async () => {
		await opened(REPOSITORY);
		expect(isChosen("Tools")).toBe(true);
		screen.getByRole("group", { name: "Section", description: "Suggested: Tools" });
	});

	test("comes with what the suggestion was learned from, if the archive has links to the host", async () => {
		await archived(173, [
			["Tools", "", "https://github.com/harbour/crane"],
			["Tools", "", "https://github.com/harbour/winch#usage"],
			["News", "", "https://github.com/harbour/notes"],
		]);
		await opened(REPOSITORY);
		screen.getByText("Suggested: 2 of 3 from github.com were Tools");
	});

	test("is that of the last clip if no suggestion is certain", async () => {
		await rememberSection("tools");
		await opened(ARTICLE);
		expect(isChosen("Tools")).toBe(true);
		expect(screen.queryByText(/^Suggested/)).toBeNull();
	});

	test("is not changed after the editor has chosen another one", async () => {
		const popup = await opened(REPOSITORY);
		fireEvent.click(screen.getByRole("radio", { name: "News" }));
		await vi.waitFor(() => expect(popup.fields.section.value).toBe("news"));
		await clip({ url: ARTICLE, title: "", note: "", section: "tools" });
		expect(popup.fields.section.value).toBe("news");
		await opened(REPOSITORY);
		expect(isChosen("News")).toBe(true);
	});

	test("is that of its item for a page that is in the draft", async () => {
		await clip({ url: REPOSITORY, title: "", note: "", section: "news" });
		await opened(REPOSITORY);
		expect(isChosen("News")).toBe(true);
		expect(screen.queryByText(/^Suggested/)).toBeNull();
	});
});
