import type { StringKey } from "../browser/strings.ts";
import type { Page } from "../browser/tabs.ts";
import { type Clip, type Clipped, clip, joinClip, OUTCOMES, saveClip } from "../capture/clip.ts";
import { type Failure, failureFrom, UNCLIPPABLE } from "../capture/failures.ts";
import { noteWith, quote } from "../capture/quote.ts";
import { linkKey } from "../links/canonical.ts";
import { unclippable } from "../links/clippable.ts";
import { onChange } from "../storage/changes.ts";
import type { ItemRecord } from "../storage/records.ts";
import { createFields, type Values } from "./fields.ts";
import { type Surroundings, surroundingsOf } from "./surroundings.ts";
import { createWatching } from "./watched.ts";

/** How long success is shown before the popup closes by itself. */
export const CLOSE_AFTER_MS = 700;

/** What the popup says of its work. A failure's sentence is followed by what became of the words. */
export interface Said {
	tone: "good" | "bad";
	key: StringKey;
	/** The section's heading, for the sentences that name one. */
	heading: string;
}

/** What the popup does to the world beyond the database. */
export interface World {
	activePage(): Promise<Page>;
	selectedText(tabId: number): Promise<string>;
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
	const fields = createFields(watching, (error) => {
		console.error("Galley:", error);
		said.value = { tone: "bad", key: "popupNotKept", heading: "" };
	});
	let made: ItemRecord | null = null;
	let closing: ReturnType<typeof setTimeout> | undefined;

	/** Reads the page and what is kept about it, and fills the fields. */
	async function open(): Promise<void> {
		const page = await world.activePage();
		const reason = unclippable(page.url);
		if (reason) {
			// Chromium names no address of its own pages: to call that no web address would not help.
			refusal.value = page.url === "" ? "failureUntold" : UNCLIPPABLE[reason];
			stage.value = "refused";
		}
		fields.page.value = { ...page, selection: "" };
		if (!reason) fields.fill({ link: fields.cleaned.value, title: page.title });
		onChange(() => void look());
		if ((await look()) && !reason) start();
		if (reason || page.tabId === null) return;
		// Last, as a page that is busy answers late, and typing does not wait for it.
		const selection = await world.selectedText(page.tabId);
		fields.page.value = { ...page, selection };
		if (!existing.value && !fields.restored.value) fields.beginWithQuote();
	}

	/** Fills the fields for the first time: with what was typed before, or afresh. */
	function start(): void {
		existing.value = surroundings.value?.existing ?? null;
		const fresh = freshValues();
		const typed = surroundings.value?.typed;
		const { url: link = "", title = "", note = "", section = "" } = typed ?? {};
		// The section may have been hidden or removed since.
		const kept = { link, title, note, section: headingOf(section) ? section : fresh.section };
		fields.restored.value = typed != null && !same(kept, fresh);
		fields.begin(typed ? kept : fresh);
	}

	/** Reads the draft around the page anew. False when that failed, which is said. */
	async function look(): Promise<boolean> {
		try {
			surroundings.value = await surroundingsOf(fields.page.value);
			return true;
		} catch (error) {
			report(failureFrom(error));
			return false;
		}
	}

	/** What the fields hold while nothing has been typed. */
	function freshValues(): Values {
		const { url, title, selection } = fields.page.value;
		const item = existing.value;
		const link = item?.links.find((other) => linkKey(other.url) === linkKey(url));
		return {
			link: link?.url ?? fields.cleaned.value,
			title: link?.title || title,
			note: item?.note ?? quote(selection),
			section: item?.section ?? surroundings.value?.section ?? "",
		};
	}

	/** Clips the page, or saves the item it is in already. */
	function submit(): Promise<void> {
		const item = existing.value;
		return work((values) =>
			item ? saveClip(item.id, fields.page.value.url, values) : clip(values),
		);
	}

	/** Gives the page to the newest item as a further link. */
	function addToLast(): Promise<void> {
		const item = surroundings.value?.last;
		return item ? work((values) => joinClip(item.id, values)) : Promise.resolve();
	}

	async function work(job: (values: Clip) => Promise<Clipped | Failure>): Promise<void> {
		if (stage.value !== "form") return;
		stage.value = "saving";
		said.value = null;
		// A storage that refused when the popup opened may have come round.
		if (!surroundings.value && !(await look())) return;
		if (fields.section.value === "") start();
		const { link: url, ...rest } = fields.current();
		report(await job({ url, ...rest }));
	}

	function report(result: Clipped | Failure): void {
		if (result.outcome === "failed") {
			if (stage.value === "saving") stage.value = "form";
			said.value = { tone: "bad", key: result.sentence, heading: "" };
			return;
		}
		const { outcome, item, heading } = result;
		if (outcome === "already") {
			// It has come into the draft since: what was typed goes below what it says.
			existing.value = item;
			stage.value = "form";
			void fields.type("note", noteWith(item.note, fields.note.value));
			return;
		}
		made = item;
		said.value = { tone: "good", key: OUTCOMES[outcome], heading };
		stage.value = "done";
		world.clipped(item.id, fields.page.value.tabId);
		fields.forget().catch((error: unknown) => console.error("Galley:", error));
		closing = setTimeout(world.close, CLOSE_AFTER_MS);
	}

	/** Keeps the popup open after success, on the item that was made. */
	function stay(): void {
		if (stage.value !== "done") return;
		clearTimeout(closing);
		stage.value = "form";
		existing.value = made;
		fields.fill(freshValues());
	}

	/** Throws away what was typed. */
	async function discard(): Promise<void> {
		try {
			await fields.forget();
			fields.fill(freshValues());
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

function same(a: Values, b: Values): boolean {
	return (Object.keys(a) as (keyof Values)[]).every((field) => a[field] === b[field]);
}
