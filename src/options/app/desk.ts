import { computed, type ReadonlySignal, signal } from "@preact/signals";
import { logError } from "../../core/errors/log-error.ts";
import { markUnread } from "../../data/archive/reread.ts";
import { redo, undo } from "../../data/db/change.ts";
import { NumberTaken } from "../../data/db/number-taken.ts";
import type { HistoryEntry } from "../../data/db/records.ts";
import { failureSentence } from "../../sentences/failures.ts";
import { type Sentence, sentence } from "../../sentences/sentence.ts";
import { type Archive, createArchive } from "../archive/archive.ts";
import { type AssembledDraft, createAssembledDraft } from "../draft/assembled-draft.ts";
import { createDrafts, type Drafts } from "../draft/drafts.ts";
import { createItems, type Items } from "../draft/items/items.ts";
import { learnFrom } from "../draft/items/learn-from.ts";
import { createRepeats, type Repeats } from "../draft/items/repeats.ts";
import { createSlotFields, type SlotFields } from "../draft/items/slot-fields.ts";
import { createNamedTexts, type NamedTexts } from "../draft/named-texts.ts";
import { createItemList, type ItemList } from "../draft/order/item-list.ts";
import { createPreflight, type PreflightState } from "../draft/preflight/preflight-state.ts";
import { type MarkedPreview, markCurrentItem } from "../draft/preview/marked-preview.ts";
import { createPreview, type Previewed } from "../draft/preview/preview-state.ts";
import { createPublishing, type Publishing } from "../draft/publishing.ts";
import { createFields, type Fields } from "../fields/fields.ts";
import { createSaving, type Saving } from "../fields/saving.ts";
import { createUnsaved, type Unsaved } from "../fields/unsaved.ts";
import { createFirstSteps, type FirstSteps } from "../first-run/first-steps.ts";
import { createSample, type Sample } from "../first-run/sample.ts";
import { createSetUpState, type SetUpState } from "../first-run/set-up/set-up-state.ts";
import { type Bin, createBin } from "../shelf/bin.ts";
import { type Bookings, createBookings } from "../sponsors/bookings.ts";
import { createPastSponsors, type PastSponsors } from "../sponsors/past-sponsors.ts";
import { createSponsorsState, type SponsorsState } from "../sponsors/sponsors-state.ts";
import {
	createExemptionsState,
	type ExemptionsState,
} from "../style/exemptions/exemptions-state.ts";
import { createStyleLearning, type StyleLearning } from "../style/learning/style-learning.ts";
import { createStylePreview, type StylePreview } from "../style/style-preview.ts";
import { createStyleState, type StyleState } from "../style/style-state.ts";
import type { DeskEnvironment } from "./desk-environment.ts";
import { createStored, type Stored } from "./stored.ts";

/**
 * The last event that was reported: announced to screen readers and shown for a moment. Each report is a
 * new object.
 */
interface ShownNotice {
	sentence: Sentence;
}

/** All state and actions of the options page. The views only show the state and call the actions. */
export interface Desk {
	stored: Stored;
	saving: Saving;
	fields: Fields;
	/** Text that is not stored and can no longer be typed into its field, because the field is gone. */
	unsavedText: Unsaved["text"];
	/** Keeps text that was typed for a field that could not be created. It is added to `unsavedText`. */
	keepText: Unsaved["keep"];
	items: Items;
	/** The lists of items that can be used with the keyboard, each with its selection. */
	lists: Record<ItemList["name"], ItemList>;
	drafts: Drafts;
	namedTexts: NamedTexts;
	slotFields: SlotFields;
	bin: Bin;
	assembled: ReadonlySignal<AssembledDraft | null>;
	preview: ReadonlySignal<Previewed | null>;
	/** The preview of the draft. The item that is being edited is marked in it. */
	markedPreview: ReadonlySignal<MarkedPreview | null>;
	/** The preview of the house style. The part that is being edited is marked in it. */
	stylePreview: StylePreview;
	sample: Sample;
	firstSteps: FirstSteps;
	setUpState: SetUpState;
	preflight: PreflightState;
	publishing: Publishing;
	archive: Archive;
	styleState: StyleState;
	styleLearning: StyleLearning;
	repeats: Repeats;
	exemptionsState: ExemptionsState;
	bookings: Bookings;
	sponsorsState: SponsorsState;
	/** The sponsors of past issues. */
	pastSponsors: PastSponsors;
	/** The keyboard shortcuts by command, as far as the browser reports them. */
	shortcuts: ReadonlySignal<Record<string, string>>;
	notice: ReadonlySignal<ShownNotice | null>;
	showNotice(sentence: Sentence): void;
	undo(): Promise<void>;
	redo(): Promise<void>;
	/** Saves what is typed when the page is hidden, because it may not be shown again. */
	leave(): void;
	/** Reads what is stored and follows changes, until the returned function is called. */
	start(): () => void;
}

/** @param shown the id of the requested draft; null for the current draft */
export function createDesk(
	environment: DeskEnvironment,
	shown: ReadonlySignal<string | null> = signal(null),
): Desk {
	const stored = createStored(shown);
	const saving = createSaving();
	const bookings = createBookings(stored);
	const fields = createFields(stored, saving, bookings);
	const assembled = createAssembledDraft(stored);
	const notice = signal<ShownNotice | null>(null);
	const shortcuts = signal<Record<string, string>>({});
	const showNotice = (what: Sentence) => {
		notice.value = { sentence: what };
	};

	async function travel(
		step: () => Promise<HistoryEntry | null>,
		key: "optionsUndone" | "optionsRedone",
	): Promise<void> {
		await fields.flush();
		const result = await saving.run(async () => {
			const entry = await step().catch((error: unknown) => {
				if (error instanceof NumberTaken) return error;
				throw error;
			});
			await stored.refresh();
			return entry;
		});
		if (!result) return;
		fields.forget();
		if (result.done instanceof NumberTaken) {
			showNotice(failureSentence(step === undo ? "undo" : "redo", result.done));
			return;
		}
		const touched = result.done?.replacements.filter(({ store }) => store === "items") ?? [];
		learnFrom(touched.map(({ key }) => key));
		const kind = result.done?.kind;
		const nothing = step === undo ? "optionsNothingToUndo" : "optionsNothingToRedo";
		showNotice(sentence(kind ? `${key}_${kind}` : nothing));
	}

	const styleState = createStyleState(stored, saving, fields, showNotice);
	const preview = createPreview(assembled);
	const preflight = createPreflight(stored, saving);
	const firstSteps = createFirstSteps(stored);
	const repeats = createRepeats(stored);
	const exemptionsState = createExemptionsState(stored, saving, fields);
	const unsaved = createUnsaved({
		storage: environment.storage,
		copy: environment.copy,
		fields,
		showNotice,
		isRead: computed(() => stored.draft.value !== null && bookings.calendar.value !== null),
	});
	const drafts = createDrafts(stored, saving, fields, showNotice);
	const items = createItems(stored, saving, fields, showNotice);
	const lists = {
		draft: createItemList("draft", stored.ordered, items.current),
		shelf: createItemList("shelf", stored.shelf, items.current),
	};

	return {
		stored,
		saving,
		fields,
		unsavedText: unsaved.text,
		keepText: unsaved.keep,
		items,
		lists,
		drafts,
		namedTexts: createNamedTexts(stored, saving, fields),
		slotFields: createSlotFields(stored, saving, fields),
		bin: createBin(stored, saving, showNotice),
		assembled,
		preview,
		markedPreview: markCurrentItem(preview, items),
		stylePreview: createStylePreview(stored, preview),
		sample: createSample(stored, saving, fields, showNotice),
		firstSteps,
		setUpState: createSetUpState({ stored, saving, fields, firstSteps, showNotice }),
		preflight,
		publishing: createPublishing({
			stored,
			saving,
			fields,
			assembled,
			preflight,
			environment,
			showNotice,
		}),
		archive: createArchive({ environment, stored, saving, showNotice }),
		styleState,
		styleLearning: createStyleLearning(stored, styleState, () => {
			markUnread().catch(logError);
		}),
		repeats,
		exemptionsState,
		bookings,
		sponsorsState: createSponsorsState({ stored, bookings, saving, fields, showNotice }),
		pastSponsors: createPastSponsors(),
		shortcuts,
		notice,
		showNotice,
		undo: () => travel(undo, "optionsUndone"),
		redo: () => travel(redo, "optionsRedone"),
		leave: unsaved.leave,
		start() {
			environment.shortcuts().then(
				(keys) => {
					shortcuts.value = keys;
				},
				// The list of keys then does not include the browser's shortcuts.
				(error: unknown) => console.error("Galley: the browser did not report its keys.", error),
			);
			const ends = [
				stored.follow(),
				unsaved.follow(),
				repeats.follow(),
				preflight.follow(),
				firstSteps.follow(),
				bookings.follow(),
				drafts.follow(),
				lists.draft.selection.follow(),
				lists.shelf.selection.follow(),
			];
			return () => {
				for (const end of ends) end();
			};
		},
	};
}
