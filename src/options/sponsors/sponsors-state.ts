import { type ReadonlySignal, signal } from "@preact/signals";
import { fillSponsorHeading } from "../../core/issue/sponsor-heading.ts";
import { SHELF, type SponsorFields, type SponsorRecord } from "../../data/db/records.ts";
import type { PastSponsor } from "../../data/sponsors/past-sponsors-in.ts";
import { type ForIssue, moveBooking, moveSponsor } from "../../data/sponsors/sponsor-moves.ts";
import {
	addSponsor,
	bookSponsor,
	deleteSponsor,
	editSponsor,
	emptySponsor,
} from "../../data/sponsors/sponsors.ts";
import { type Sentence, sentence } from "../../sentences/sentence.ts";
import type { Stored } from "../app/stored.ts";
import type { Fields } from "../fields/fields.ts";
import { type Saving, saveAndRead } from "../fields/saving.ts";
import type { Bookings } from "./bookings.ts";

/** The data of a sponsor that is copied when it is booked again. */
type SponsorWords = Pick<SponsorFields, "name" | "note" | "links" | "heading" | "atFoot">;

/** Actions on the sponsors of the draft and on bookings. */
export interface SponsorsState {
	/** The id of the booking that is open for editing. */
	readonly opened: ReadonlySignal<string | null>;
	open(id: string): void;
	close(): void;
	/** Adds an empty sponsor to the shown draft. Resolves to its id, or null if that failed. */
	add(): Promise<string | null>;
	/** Moves a sponsor past its neighbor in the shown draft. */
	move(id: string, direction: "up" | "down"): Promise<void>;
	/**
	 * Removes a sponsor from the shown draft: a booking is kept for another issue, and a sponsor that was
	 * written into the draft is deleted. Resolves to the sponsor that gets the focus, or null.
	 */
	takeOut(id: string): Promise<string | null>;
	/** Sets whether the sponsor is repeated after the last section; null to follow the house style. */
	setAtFoot(id: string, atFoot: boolean | null): Promise<void>;
	/** Creates an empty booking and opens it. Resolves to its id, or null if that failed. */
	book(issue: ForIssue): Promise<string | null>;
	/** Books the same text for the next free issue, and opens that booking. */
	bookAgain(words: SponsorWords): Promise<string | null>;
	/** Deletes a booking. Resolves to whether that succeeded. */
	remove(id: string): Promise<boolean>;
}

interface Needs {
	stored: Stored;
	bookings: Bookings;
	saving: Saving;
	fields: Fields;
	showNotice(what: Sentence): void;
}

const NO_ISSUE: ForIssue = { number: null, issueDate: null };

export function createSponsorsState({
	stored,
	bookings,
	saving,
	fields,
	showNotice,
}: Needs): SponsorsState {
	const opened = signal<string | null>(null);
	const both = {
		async refresh() {
			await Promise.all([stored.refresh(), bookings.refresh()]);
		},
	};
	const write = (work: () => Promise<unknown>) => saveAndRead(both, saving, work);

	/** The last typed text is saved first, so that Undo restores it with the sponsor. */
	async function flushFields(id: string): Promise<void> {
		await Promise.all(Object.values(fields.sponsor(id)).map((field) => field.flush()));
	}

	function open(id: string): void {
		bookings.hold(bookings.sponsors.peek().find((one) => one.id === id) ?? null);
		opened.value = id;
	}

	function close(): void {
		opened.value = null;
		bookings.hold(null);
	}

	async function bookAs(parts: Partial<SponsorFields>): Promise<string | null> {
		const saved = await saving.run(async () => {
			const { id } = await bookSponsor(parts);
			await both.refresh();
			return id;
		});
		if (!saved) return null;
		open(saved.done);
		const { number = null, issueDate = null } = parts;
		if (number !== null) showNotice(sentence("optionsSponsorsBookedFor", number));
		else if (issueDate !== null) showNotice(sentence("optionsSponsorsBookedForDay", issueDate));
		else showNotice(sentence("optionsSponsorsKeptNew"));
		return saved.done;
	}

	return {
		opened,
		open,
		close,
		async add() {
			const draftId = stored.draft.peek()?.id;
			if (draftId === undefined) return null;
			const added = await saving.run(async () => {
				const { id } = await addSponsor(draftId);
				await both.refresh();
				return id;
			});
			if (!added) return null;
			showNotice(sentence("optionsSponsorAdded"));
			return added.done;
		},
		async move(id, direction) {
			const draftId = stored.draft.peek()?.id;
			if (draftId === undefined || !(await write(() => moveSponsor(id, draftId, direction))))
				return;
			const sponsors = stored.sponsors.peek();
			const at = sponsors.findIndex((one) => one.id === id);
			showNotice(sentence("optionsSponsorMoved", at + 1, sponsors.length));
		},
		async takeOut(id) {
			await flushFields(id);
			const ids = stored.sponsors.peek().map((one) => one.id);
			const isBooking = isBooked(stored.sponsors.peek().find((one) => one.id === id));
			const out = () => (isBooking ? moveBooking(id, NO_ISSUE) : deleteSponsor(id));
			if (!(await write(out))) return id;
			showNotice(sentence(isBooking ? "optionsSponsorKept" : "optionsSponsorDeleted"));
			const at = ids.indexOf(id);
			return ids[at + 1] ?? ids[at - 1] ?? null;
		},
		async setAtFoot(id, atFoot) {
			const draftId = stored.draft.peek()?.id ?? "";
			const beginning = emptySponsor(draftId).id === id ? draftId : null;
			await write(() => editSponsor(id, { atFoot }, beginning));
		},
		book: bookAs,
		async bookAgain({ name, note, links, heading, atFoot }) {
			if (!bookings.ahead.peek()) await bookings.refresh();
			return bookAs({ name, note, links, heading, atFoot, ...firstFree(bookings) });
		},
		async remove(id) {
			await flushFields(id);
			if (!(await write(() => deleteSponsor(id)))) return false;
			if (opened.peek() === id) close();
			showNotice(sentence("optionsSponsorDeleted"));
			return true;
		},
	};
}

/** Whether a sponsor is a booking and was not written into its draft. */
export function isBooked(sponsor: SponsorRecord | undefined): boolean {
	return sponsor !== undefined && (sponsor.draftId === null || sponsor.draftId === SHELF);
}

/**
 * The text of a past sponsor, for another issue. The heading is left out if the present house style would
 * write the same one.
 *
 * @param pattern the sponsor heading pattern of the house style
 */
export function wordsAgain(ran: PastSponsor, pattern: string): SponsorWords {
	const { name, note, links, atFoot, stoodUnder } = ran;
	const heading = fillSponsorHeading(pattern, name) === stoodUnder ? "" : ran.heading;
	return { name, note, links, heading, atFoot };
}

/** The first future issue without a booking, or the one after all that are listed. */
function firstFree(bookings: Bookings): ForIssue {
	const issues = bookings.ahead.peek()?.issues.filter(({ number }) => number !== null) ?? [];
	const free = issues.find(({ sponsors }) => sponsors.length === 0);
	const last = Math.max(0, ...issues.map(({ number }) => number ?? 0));
	return { number: free?.number ?? last + 1, issueDate: null };
}
