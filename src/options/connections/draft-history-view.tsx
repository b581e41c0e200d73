import { formatMoment, translate } from "../../extension/strings.ts";
import type { Desk } from "../app/desk.ts";
import { Alert } from "../ui/alert.tsx";
import type { DraftHistory, HistoryCommit } from "./draft-history.ts";
import { historyWords } from "./history-words.ts";
import { PastDraftsView } from "./past-drafts-view.tsx";
import "./draft-history.css";

interface DraftHistoryViewProps {
	history: DraftHistory;
	desk: Desk;
	/** Whether the browser allows Galley to connect to the host. */
	isAllowed: boolean;
}

/** The changes of the shared drafts, each with the state of the drafts after it. */
export function DraftHistoryView({ history, desk, isAllowed }: DraftHistoryViewProps) {
	const part = history.history.value;
	const isReading = history.isReading.value;
	const commits = part?.commits ?? [];
	const isCut = Boolean(part?.next && !part.isStored);
	return (
		<section class="draft-history" id="draft-history" aria-labelledby="draft-history-heading">
			<h4 id="draft-history-heading">{translate("historyHeading")}</h4>
			<p class="hint">{translate("historyLead")}</p>
			<ol>
				{commits.map((commit) => (
					<Entry key={commit.id} history={history} commit={commit} desk={desk} />
				))}
			</ol>
			{part && commits.length === 0 && !isCut && <p>{translate("historyNone")}</p>}
			{isCut && <p>{translate("historyCut")}</p>}
			<Alert sentence={history.failure.value} />
			<div role="status" aria-live="polite">
				{isReading && <p>{translate("historyReading")}</p>}
			</div>
			<div class="ways">
				{part?.isStored && (
					<button type="button" aria-disabled={isReading} onClick={history.readMore}>
						{translate("historyMore")}
					</button>
				)}
				{isCut && isAllowed && (
					<button type="button" aria-disabled={isReading} onClick={history.fetchMore}>
						{translate("historyFetch")}
					</button>
				)}
			</div>
		</section>
	);
}

interface EntryProps {
	history: DraftHistory;
	commit: HistoryCommit;
	desk: Desk;
}

function Entry({ history, commit, desk }: EntryProps) {
	const shown = history.shown.value;
	const isShown = shown?.commit === commit.id;
	const when = formatMoment(commit.at);
	return (
		<li>
			<button
				type="button"
				class="entry"
				aria-expanded={isShown}
				onClick={() => history.toggleState(commit.id)}
			>
				<span class="when">{translate("historyEntry", when, commit.author)}</span>{" "}
				{historyWords(commit).map((text) => (
					<span key={text} class="what">
						{text}.{" "}
					</span>
				))}
			</button>
			{isShown && <PastDraftsView shown={shown} when={when} desk={desk} />}
		</li>
	);
}
