import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import type { Publication } from "../../connections/connection-store.ts";
import { repositoryHost } from "../../connections/read-address.ts";
import { logError } from "../../core/errors/log-error.ts";
import { archivedIssue } from "../../data/archive/archive.ts";
import { translate } from "../../extension/strings.ts";
import { connectionSentence } from "../../sentences/connection-failures.ts";
import { sentence } from "../../sentences/sentence.ts";
import { sideBySide } from "../style/learning/side-by-side.ts";
import { Alert } from "../ui/alert.tsx";
import { ComparedText } from "../ui/compared-text.tsx";
import type { Connections } from "./connections.ts";
import "./connections.css";

/** The status of each issue that was published to the host. Each stays until it is dismissed. */
export function PublicationCards({ connections }: { connections: Connections }) {
	const shown = connections.known.value?.publications ?? [];
	return (
		<>
			{shown.map((publication) => (
				<PublicationCard
					key={publication.issueId}
					connections={connections}
					publication={publication}
				/>
			))}
		</>
	);
}

/** The status of the publication of one issue, and actions on it. */
export function PublicationCard({
	connections,
	publication,
}: {
	connections: Connections;
	publication: Publication;
}) {
	const { label, state, issueId } = publication;
	const host = repositoryHost(connections.known.value?.connection.address ?? "");
	const isUnderWay = connections.activity.value.kind === "syncing";
	return (
		<section class="publication" aria-labelledby={`publication-${issueId}`}>
			<h2 id={`publication-${issueId}`}>{translate("publicationOf", label)}</h2>
			<div role="status" aria-live="polite">
				{state.kind === "waiting" && (
					<p>{translate(isUnderWay ? "publicationUnderWay" : "publicationWaiting", label, host)}</p>
				)}
				{state.kind === "published" && (
					<p>{translate("publicationDone", label, state.branch, state.commit.slice(0, 7))}</p>
				)}
			</div>
			{state.kind === "published" && (
				<p class="links">
					{state.commitPage && (
						<Page address={state.commitPage} label={translate("publicationCommit")} />
					)}
					{state.pullRequestPage && (
						<Page address={state.pullRequestPage} label={translate("publicationPullRequest")} />
					)}
				</p>
			)}
			{state.kind === "failed" && (
				<>
					<p>{translate("publicationFailed", label)}</p>
					<Alert sentence={connectionSentence(state.why)} />
				</>
			)}
			{state.kind === "conflict" && <Conflict issueId={issueId} state={state} />}
			<div class="ways">
				{state.kind === "conflict" && state.text !== null && (
					<button type="button" onClick={() => void connections.publishAgain(publication)}>
						{translate("publicationReplace")}
					</button>
				)}
				{(state.kind === "failed" || (state.kind === "conflict" && state.text === null)) && (
					<button type="button" onClick={() => void connections.publishAgain(publication)}>
						{translate("publicationAgain")}
					</button>
				)}
				<button type="button" class="quiet" onClick={() => void connections.dismiss(publication)}>
					{translate(PUT_AWAY[state.kind])}
				</button>
			</div>
		</section>
	);
}

const PUT_AWAY = {
	waiting: "publicationDrop",
	published: "publicationPutAway",
	conflict: "publicationKeepTheirs",
	failed: "publicationDrop",
} as const;

function Page({ address, label }: { address: string; label: string }) {
	return (
		<a href={address} target="_blank" rel="noreferrer noopener">
			{label}
		</a>
	);
}

interface ConflictProps {
	issueId: string;
	state: Extract<Publication["state"], { kind: "conflict" }>;
}

/** The text in the repository, beside the text that was to be published. */
function Conflict({ issueId, state: { path, text } }: ConflictProps) {
	const ours = useSignal<string | null>(null);
	useEffect(() => {
		archivedIssue(issueId).then((issue) => {
			ours.value = issue?.text ?? null;
		}, logError);
	}, [issueId, ours]);
	if (text === null) return <Alert sentence={sentence("publicationNoText", path)} />;
	const { before, after } = sideBySide(text, ours.value ?? "");
	return (
		<>
			<p role="alert">{translate("publicationConflict", path)}</p>
			{ours.value !== null && (
				<div class="compared">
					<ComparedText
						id={`theirs-${issueId}`}
						heading={translate("publicationTheirs")}
						fileName={path}
						lines={before}
						level="h3"
					/>
					<ComparedText
						id={`ours-${issueId}`}
						heading={translate("publicationOurs")}
						fileName={path}
						lines={after}
						level="h3"
					/>
				</div>
			)}
		</>
	);
}
