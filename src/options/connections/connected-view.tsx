import { sharedConnection } from "../../connections/connection.ts";
import { repositoryHost } from "../../connections/read-address.ts";
import { formatMoment, translate, translateCount } from "../../extension/strings.ts";
import { connectionSentence } from "../../sentences/connection-failures.ts";
import { sentence } from "../../sentences/sentence.ts";
import type { Desk } from "../app/desk.ts";
import { Alert } from "../ui/alert.tsx";
import type { Connections, KnownConnection } from "./connections.ts";
import { DraftHistoryView } from "./draft-history-view.tsx";
import { StyleOffer } from "./style-offer.tsx";

/** The connection, its status, and actions on it. */
export function ConnectedView({
	connections,
	known,
	desk,
}: {
	connections: Connections;
	known: KnownConnection;
	desk: Desk;
}) {
	const { connection, progress, isAllowed, hasToken } = known;
	const { history } = connections;
	const { address, branch, folder, publishes, onOwnBranches } = connection;
	const shared = sharedConnection(connection);
	const host = repositoryHost(address);
	const failure = progress?.failure ?? null;
	return (
		<>
			<p class="connected">
				<a href={address} target="_blank" rel="noreferrer noopener">
					{address}
				</a>
			</p>
			<p>
				{folder
					? translate("connectionReadsFolder", folder, branch)
					: translate("connectionReadsBranch", branch)}{" "}
				{publishes &&
					translate(onOwnBranches ? "connectionPublishesApart" : "connectionPublishesThere")}
			</p>
			{shared && (
				<p>{translate("connectionSharesThere", shared.sharedBranch ?? "", shared.address)}</p>
			)}
			{isAllowed && !failure && progress && progress.inStepAt > 0 && (
				<p>{translate("connectionInStep", host, formatMoment(progress.inStepAt))}</p>
			)}
			{isAllowed && failure && <Alert sentence={connectionSentence(failure.why)} />}
			{!isAllowed && <Alert sentence={sentence("connectionPermissionGone", host)} />}
			{progress?.readCommit && <StyleOffer desk={desk} />}
			<PathList paths={progress?.differing ?? []} said="connectionDiffering" />
			<PathList
				paths={(progress?.refused ?? []).map(({ path }) => path)}
				said="connectionRefused"
			/>
			<div class="ways">
				{isAllowed ? (
					<button type="button" onClick={connections.sync}>
						{translate("connectionSync")}
					</button>
				) : (
					<button type="button" class="primary" onClick={() => void connections.allowAgain()}>
						{translate("connectionAllow")}
					</button>
				)}
				{shared && (
					<button type="button" aria-expanded={history.isOpen.value} onClick={history.toggle}>
						{translate("historyOpen")}
					</button>
				)}
				<button type="button" onClick={connections.openForm}>
					{translate("connectionChange")}
				</button>
				{hasToken && (
					<button type="button" onClick={() => void connections.forgetToken()}>
						{translate("connectionForgetToken")}
					</button>
				)}
				<button type="button" onClick={() => void connections.disconnect()}>
					{translate("connectionDisconnect")}
				</button>
			</div>
			<p class="hint">{translate("connectionDisconnectHint")}</p>
			{shared && history.isOpen.value && (
				<DraftHistoryView history={history} desk={desk} isAllowed={isAllowed} />
			)}
		</>
	);
}

/** A list of files that something is reported about, by path. */
function PathList({
	paths,
	said,
}: {
	paths: readonly string[];
	said: "connectionDiffering" | "connectionRefused";
}) {
	if (paths.length === 0) return null;
	return (
		<details>
			<summary>{translateCount(said, paths.length)}</summary>
			<ul class="named">
				{paths.map((path) => (
					<li key={path}>{path}</li>
				))}
			</ul>
		</details>
	);
}
