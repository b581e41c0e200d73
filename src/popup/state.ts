import { type Clip, type Clipped, clip, joinClip, OUTCOMES, saveClip } from "../capture/clip.ts";
import { type CaptureFailure, failureFrom, UNCLIPPABLE } from "../capture/failures.ts";
import { logError } from "../core/errors/log-error.ts";
import { cleanTitle } from "../core/house-style/clean-title.ts";
import { isSamePage } from "../core/links/canonical.ts";
import { unclippablePage } from "../core/links/clippable.ts";
import { tidyAddress } from "../core/links/tidy.ts";
import type { PageContent } from "../core/page/page-content.ts";
import { NO_DETAILS, type PageDetails } from "../core/page/page-details.ts";
import { onChange } from "../data/db/changes.ts";
import type { ItemRecord } from "../data/db/records.ts";
import type { SuggestedSection } from "../extension/messages.ts";
import type { StringKey } from "../extension/strings.ts";
import type { TabPage } from "../extension/tabs.ts";
import { createPopupFields, NO_PAGE } from "./fields.ts";
import { freshValues, linkIn } from "./fresh-values.ts";
import { restoreTyped } from "./restore-typed.ts";
import { type Surroundings, surroundingsOf } from "./surroundings.ts";
import { createWatching } from "./watched.ts";

/** How long the success message is shown before the popup closes. */
export const CLOSE_AFTER_MS = 1_500;

/** A message of the popup. A failure's sentence is followed by one about what was typed. */
interface Said {
	tone: "good" | "bad";
	key: StringKey;
	/** The heading of the section, for sentences that mention one. */
	heading: string;
}

/** What the popup needs from the browser, apart from the database. */
export interface PopupEnvironment {
	activePage(): Promise<TabPage>;
	pageWords(tabId: number): Promise<PageContent>;
	/** The section that the page in a tab very probably belongs to, or null. */
	suggestedSection(page: TabPage): Promise<SuggestedSection | null>;
	/** Called when a clip is safely on disk, with the id of its item. */
	clipped(item: string, tabId: number | null): void;
	close(): void;
}

export type Popup = ReturnType<typeof createPopup>;

/** The state and the actions of the popup, without its appearance. */
export function createPopup(environment: PopupEnvironment) {
	const watching = createWatching();
	const { watched } = watching;
	const stage = watched<"form" | "refused" | "saving" | "done">("form");
	/** Why the page cannot be clipped, if it is refused. */
	const refusal = watched<StringKey | null>(null);
	const surroundings = watched<Surroundings | null>(null);
	/** The item that contains the page. It is edited instead of adding a second one. */
	const existing = watched<ItemRecord | null>(null);
	const said = watched<Said | null>(null);
	const fields = createPopupFields(watching, (error) => {
		logError(error);
		said.value = { tone: "bad", key: "popupNotKept", heading: "" };
	});
	let made: ItemRecord | null = null;
	/** Requested once, as the page does not change. */
	let suggestion: Promise<SuggestedSection | null> = Promise.resolve(null);
	let closing: ReturnType<typeof setTimeout> | undefined;

	/** Reads the page and the stored data about it, and fills the fields. */
	async function open(): Promise<void> {
		const page = await environment.activePage().catch((error: unknown) => {
			logError(error);
			return NO_PAGE;
		});
		const reason = unclippablePage(page.url);
		if (reason) {
			// Chromium does not reveal the addresses of its own pages, so a sentence about the kind of
			// address would not help.
			refusal.value = page.url === "" ? "failureUntold" : UNCLIPPABLE[reason];
			stage.value = "refused";
		}
		fields.page.value = { ...NO_PAGE, ...page };
		if (!reason) suggestion = environment.suggestedSection(page);
		if (!reason)
			fields.fill({ url: fields.cleaned.value, title: cleanTitle(page.title, page.url) });
		onChange(() => void lookAround());
		if ((await lookAround()) && !reason) start();
		if (reason || page.tabId === null) return;
		// This comes last, because a busy page answers late and typing must not wait for it.
		fields.page.value = { ...page, ...(await environment.pageWords(page.tabId)) };
		// The name of the site is only known now.
		if (!existing.value) fields.fill({ title: fresh().title });
		if (!existing.value && !fields.restored.value) fields.beginWithQuote();
	}

	/** Fills the fields for the first time, with earlier typed values if there are any. */
	function start(): void {
		const { existing: item = null, typed } = surroundings.value ?? {};
		existing.value = item;
		if (!typed) {
			fields.begin(fresh());
			return;
		}
		// The section may have been hidden or removed since.
		const section = headingOf(typed.section) ? typed.section : "";
		const { values, touched, below } = restoreTyped({ ...typed, section }, fresh(), item);
		if (touched.length > 0) fields.restored.value = below ? "popupBelow" : "popupKept";
		fields.begin(values, touched);
	}

	/** Reads the surroundings again. Resolves to the failure if there was one. */
	async function look(): Promise<CaptureFailure | null> {
		try {
			surroundings.value = await surroundingsOf(fields.page.value.url, suggestion);
			return null;
		} catch (error) {
			return failureFrom(error);
		}
	}

	/**
	 * Reads the surroundings without a request by the editor. Resolves to false on failure. The failure is
	 * reported unless a clip is in progress or done, because another message is then more important.
	 */
	async function lookAround(): Promise<boolean> {
		const failed = await look();
		if (failed && stage.value === "form") report(failed);
		return !failed;
	}

	/** The metadata of the page; empty if another address has been typed. */
	function describes(): PageDetails {
		const { url, details } = fields.page.value;
		return isSamePage(fields.url.value, tidyAddress(url)) ? details : NO_DETAILS;
	}

	/** The values of the fields without any typing. */
	const fresh = () => {
		fields.inItem.value = linkIn(existing.value, fields.page.value.url)?.url ?? "";
		return freshValues(fields.page.value, existing.value, surroundings.value?.section);
	};

	/** Clips the page, or saves the item that contains it. */
	function submit(): Promise<void> {
		return work((values) =>
			existing.value
				? saveClip(existing.value, fields.inItem.value || fields.page.value.url, fields.typed())
				: clip(values),
		);
	}

	/** Adds the page to the newest item as another link. */
	function addToLast(): Promise<void> {
		const item = surroundings.value?.last;
		return item ? work((values) => joinClip(item.id, values)) : Promise.resolve();
	}

	async function work(job: (values: Clip) => Promise<Clipped | CaptureFailure>): Promise<void> {
		if (stage.value !== "form") return;
		stage.value = "saving";
		said.value = null;
		// Storage that was refused when the popup opened may work now.
		const failed = surroundings.value ? null : await look();
		if (failed) return report(failed);
		if (fields.section.value === "") start();
		report(await job({ ...fields.current(), details: describes() }));
	}

	function report(result: Clipped | CaptureFailure): void {
		if (result.outcome === "failed") {
			if (stage.value === "saving") stage.value = "form";
			said.value = { tone: "bad", key: result.sentence, heading: "" };
			return;
		}
		const { outcome, item, heading } = result;
		if (outcome === "already") {
			// The item was added or changed in the meantime. The typed note goes below the item's note.
			if (existing.value) said.value = { tone: "bad", key: "popupChanged", heading: "" };
			existing.value = item;
			stage.value = "form";
			fields.begin(fresh());
			if (fields.current().note !== item.note) fields.restored.value = "popupBelow";
			return;
		}
		made = item;
		said.value = { tone: "good", key: OUTCOMES[outcome], heading };
		stage.value = "done";
		environment.clipped(item.id, fields.page.value.tabId);
		fields.forget().catch(logError);
		closing = setTimeout(environment.close, CLOSE_AFTER_MS);
	}

	/** Keeps the popup open after success, to edit the new item. */
	function stay(): void {
		if (stage.value !== "done") return;
		clearTimeout(closing);
		stage.value = "form";
		existing.value = made;
		fields.begin(fresh());
	}

	/** Discards what was typed. */
	async function discard(): Promise<void> {
		try {
			await fields.forget();
			fields.fill(fresh());
		} catch (error) {
			report(failureFrom(error));
		}
	}

	/** The heading of a section by its id; undefined if the section does not exist. */
	function headingOf(section: string): string | undefined {
		return surroundings.value?.sections.find(({ id }) => id === section)?.heading;
	}

	return {
		stage,
		refusal,
		surroundings,
		existing,
		said,
		fields,
		/** Calls its argument now and after every change. */
		follow: watching.follow,
		open,
		submit,
		addToLast,
		stay,
		discard,
		headingOf,
	};
}
