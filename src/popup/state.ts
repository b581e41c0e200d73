import { type Clip, type Clipped, clip, joinClip, OUTCOMES, saveClip } from "../capture/clip.ts";
import { type CaptureFailure, failureFrom, UNCLIPPABLE } from "../capture/failures.ts";
import { toConsole } from "../core/errors/to-console.ts";
import { cleanTitle } from "../core/house-style/clean-title.ts";
import { isSamePage } from "../core/links/canonical.ts";
import { unclippablePage } from "../core/links/clippable.ts";
import { tidyAddress } from "../core/links/tidy.ts";
import { NO_DETAILS, type PageDetails } from "../core/page/page-details.ts";
import type { PageWords } from "../core/page/page-words.ts";
import { onChange } from "../data/db/changes.ts";
import type { ItemRecord } from "../data/db/records.ts";
import type { SureSection } from "../extension/messages.ts";
import type { StringKey } from "../extension/strings.ts";
import type { TabPage } from "../extension/tabs.ts";
import { createPopupFields, NO_PAGE } from "./fields.ts";
import { freshValues, linkIn } from "./fresh-values.ts";
import { leftOff } from "./left-off.ts";
import { type Surroundings, surroundingsOf } from "./surroundings.ts";
import { createWatching } from "./watched.ts";

/** How long success is shown before the popup closes by itself. */
export const CLOSE_AFTER_MS = 1_500;

/** What the popup says of its work. A failure's sentence is followed by what became of the words. */
interface Said {
	tone: "good" | "bad";
	key: StringKey;
	/** The section's heading, for the sentences that name one. */
	heading: string;
}

/** What the popup does to the world beyond the database. */
export interface World {
	activePage(): Promise<TabPage>;
	pageWords(tabId: number): Promise<PageWords>;
	/** The section that the page in a tab surely belongs to, or null. */
	sureSection(page: TabPage): Promise<SureSection | null>;
	/** Called once a clip is safely on disk, with the id of its item. */
	clipped(item: string, tabId: number | null): void;
	close(): void;
}

export type Popup = ReturnType<typeof createPopup>;

/** Everything the popup knows and does, apart from how it looks. */
export function createPopup(world: World) {
	const watching = createWatching();
	const { watched } = watching;
	const stage = watched<"form" | "refused" | "saving" | "done">("form");
	/** Why the page cannot be clipped, when it is refused. */
	const refusal = watched<StringKey | null>(null);
	const surroundings = watched<Surroundings | null>(null);
	/** The item the page is in already: it is edited, and no second one made. */
	const existing = watched<ItemRecord | null>(null);
	const said = watched<Said | null>(null);
	const fields = createPopupFields(watching, (error) => {
		toConsole(error);
		said.value = { tone: "bad", key: "popupNotKept", heading: "" };
	});
	let made: ItemRecord | null = null;
	/** Asked for once, as the page stays the same. */
	let suggestion: Promise<SureSection | null> = Promise.resolve(null);
	let closing: ReturnType<typeof setTimeout> | undefined;

	/** Reads the page and what is kept about it, and fills the fields. */
	async function open(): Promise<void> {
		const page = await world.activePage().catch((error: unknown) => {
			toConsole(error);
			return NO_PAGE;
		});
		const reason = unclippablePage(page.url);
		if (reason) {
			// Chromium names no address of its own pages: to call that no web address would not help.
			refusal.value = page.url === "" ? "failureUntold" : UNCLIPPABLE[reason];
			stage.value = "refused";
		}
		fields.page.value = { ...NO_PAGE, ...page };
		if (!reason) suggestion = world.sureSection(page);
		if (!reason)
			fields.fill({ url: fields.cleaned.value, title: cleanTitle(page.title, page.url) });
		onChange(() => void lookAround());
		if ((await lookAround()) && !reason) start();
		if (reason || page.tabId === null) return;
		// Last, as a page that is busy answers late, and typing does not wait for it.
		fields.page.value = { ...page, ...(await world.pageWords(page.tabId)) };
		// Only now it is known what the page calls its site.
		if (!existing.value) fields.fill({ title: fresh().title });
		if (!existing.value && !fields.restored.value) fields.beginWithQuote();
	}

	/** Fills the fields for the first time: with what was typed before, or afresh. */
	function start(): void {
		const { existing: item = null, typed } = surroundings.value ?? {};
		existing.value = item;
		if (!typed) {
			fields.begin(fresh());
			return;
		}
		// The section may have been hidden or removed since.
		const section = headingOf(typed.section) ? typed.section : "";
		const { values, touched, below } = leftOff({ ...typed, section }, fresh(), item);
		if (touched.length > 0) fields.restored.value = below ? "popupBelow" : "popupKept";
		fields.begin(values, touched);
	}

	/** Reads the draft around the page anew. Resolves to the failure if there was one. */
	async function look(): Promise<CaptureFailure | null> {
		try {
			surroundings.value = await surroundingsOf(fields.page.value.url, suggestion);
			return null;
		} catch (error) {
			return failureFrom(error);
		}
	}

	/**
	 * Looks on no wish of the editor's. False when that failed, which is said, unless a clip is under
	 * way or done: of that something else is to be said.
	 */
	async function lookAround(): Promise<boolean> {
		const failed = await look();
		if (failed && stage.value === "form") report(failed);
		return !failed;
	}

	/** What the page says of itself; nothing where another address has been typed. */
	function describes(): PageDetails {
		const { url, details } = fields.page.value;
		return isSamePage(fields.url.value, tidyAddress(url)) ? details : NO_DETAILS;
	}

	/** What the fields hold while nothing has been typed. */
	const fresh = () => {
		fields.inItem.value = linkIn(existing.value, fields.page.value.url)?.url ?? "";
		return freshValues(fields.page.value, existing.value, surroundings.value?.section);
	};

	/** Clips the page, or saves the item it is in already. */
	function submit(): Promise<void> {
		return work((values) =>
			existing.value
				? saveClip(existing.value, fields.inItem.value || fields.page.value.url, fields.typed())
				: clip(values),
		);
	}

	/** Gives the page to the newest item as a further link. */
	function addToLast(): Promise<void> {
		const item = surroundings.value?.last;
		return item ? work((values) => joinClip(item.id, values)) : Promise.resolve();
	}

	async function work(job: (values: Clip) => Promise<Clipped | CaptureFailure>): Promise<void> {
		if (stage.value !== "form") return;
		stage.value = "saving";
		said.value = null;
		// A storage that refused when the popup opened may have come round.
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
			// It has come into the draft since, or been changed: what was typed goes below what it says.
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
		world.clipped(item.id, fields.page.value.tabId);
		fields.forget().catch(toConsole);
		closing = setTimeout(world.close, CLOSE_AFTER_MS);
	}

	/** Keeps the popup open after success, on the item that was made. */
	function stay(): void {
		if (stage.value !== "done") return;
		clearTimeout(closing);
		stage.value = "form";
		existing.value = made;
		fields.begin(fresh());
	}

	/** Throws away what was typed. */
	async function discard(): Promise<void> {
		try {
			await fields.forget();
			fields.fill(fresh());
		} catch (error) {
			report(failureFrom(error));
		}
	}

	/** The heading of a section, by its id; undefined where it is not there. */
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
