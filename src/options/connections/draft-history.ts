import { batch, type ReadonlySignal, signal } from "@preact/signals";
import { draftById } from "../../data/drafts/drafts.ts";
import { connectionSentence } from "../../sentences/connection-failures.ts";
import { failureSentence } from "../../sentences/failures.ts";
import type { Sentence } from "../../sentences/sentence.ts";
import type { FromGit, ToGit } from "../../workers/git.ts";

/** A part of the history of the shared drafts, as the worker reads it. */
type HistoryPart = Extract<FromGit, { history: unknown }>["history"];

/** A commit in the history. */
export type HistoryCommit = HistoryPart["commits"][number];

/** The shared drafts as they were at a commit. */
export type PastDrafts = NonNullable<Extract<FromGit, { state: unknown }>["state"]>;

/** The earlier state that is shown. */
export interface ShownState {
	commit: string;
	/** Null if it is not stored in this browser; undefined until it has been read. */
	past: PastDrafts | null | undefined;
	/** The ids of its drafts that were published since, so that they can no longer be restored. */
	published: ReadonlySet<string>;
}

/** The history of the shared drafts. The worker reads it when it is opened. */
export interface DraftHistory {
	readonly isOpen: ReadonlySignal<boolean>;
	/** What was read so far; null until then. */
	readonly history: ReadonlySignal<HistoryPart | null>;
	readonly isReading: ReadonlySignal<boolean>;
	/** Why it could not be read or fetched; null if it could. */
	readonly failure: ReadonlySignal<Sentence | null>;
	readonly shown: ReadonlySignal<ShownState | null>;
	/** Opens or closes the list. */
	toggle(): void;
	/** Reads the next part. */
	readMore(): void;
	/** Fetches earlier changes from the host. */
	fetchMore(): void;
	/** Shows the state at a commit, or hides it if it is shown. */
	toggleState(commit: string): void;
	/** Takes an answer of the worker. */
	onMessage(answer: FromGit): void;
}

/** How many commits are read at once. */
const PART = 20;

/**
 * @param connectionId returns the id of the connection; null if there is none
 * @param post sends a message to the worker
 */
export function createDraftHistory(
	connectionId: () => string | null,
	post: (message: ToGit) => void,
): DraftHistory {
	const isOpen = signal(false);
	const history = signal<HistoryPart | null>(null);
	const isReading = signal(false);
	const failure = signal<Sentence | null>(null);
	const shown = signal<ShownState | null>(null);

	function read(from: string | null, most: number, fetch = false): void {
		const id = connectionId();
		if (id === null) return;
		isReading.value = true;
		post({ history: id, from, most, fetch });
	}

	const countRead = () => history.peek()?.commits.length ?? 0;

	function add(part: HistoryPart, from: string | null): void {
		const known = history.peek();
		// A part that does not follow on what is shown was asked for before the list was read again.
		if (from !== null && known?.next !== from) return;
		const earlier = from === null ? [] : (known?.commits ?? []);
		batch(() => {
			history.value = { ...part, commits: [...earlier, ...part.commits] };
			isReading.value = false;
			failure.value = null;
		});
	}

	async function show(past: PastDrafts | null, commit: string): Promise<void> {
		const drafts = await Promise.all((past?.drafts ?? []).map(({ draft }) => draftById(draft.id)));
		const closed = drafts.filter((draft) => draft && draft.publishedTime !== 0);
		if (shown.peek()?.commit !== commit) return;
		shown.value = { commit, past, published: new Set(closed.map((draft) => draft?.id ?? "")) };
	}

	function fail(sentence: Sentence): void {
		batch(() => {
			failure.value = sentence;
			isReading.value = false;
			if (shown.peek()?.past === undefined) shown.value = null;
		});
	}

	return {
		isOpen,
		history,
		isReading,
		failure,
		shown,
		toggle() {
			batch(() => {
				isOpen.value = !isOpen.peek();
				history.value = null;
				shown.value = null;
				failure.value = null;
				if (isOpen.peek()) read(null, PART);
			});
		},
		readMore() {
			const from = history.peek()?.next;
			if (from && !isReading.peek()) read(from, PART);
		},
		fetchMore() {
			if (!isReading.peek()) read(null, countRead() + PART, true);
		},
		toggleState(commit) {
			const id = connectionId();
			const isShown = shown.peek()?.commit === commit;
			shown.value = isShown ? null : { commit, past: undefined, published: new Set() };
			if (!isShown && id !== null) post({ state: id, commit });
		},
		onMessage(answer) {
			if ("history" in answer) add(answer.history, answer.from);
			else if ("state" in answer) {
				show(answer.state, answer.commit).catch((error) => {
					fail(failureSentence("readDraft", error));
				});
			} else if ("unread" in answer) {
				const { unread } = answer;
				fail(
					"failure" in unread
						? connectionSentence(unread.failure)
						: failureSentence("readHistory", unread.error),
				);
			} else if ("synced" in answer && isOpen.peek()) {
				// A sync may have sent or received changes.
				read(null, Math.max(PART, countRead()));
			}
		},
	};
}
