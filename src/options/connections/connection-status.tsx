import type { ConnectionProgress, Publication } from "../../connections/connection-store.ts";
import { repositoryHost } from "../../connections/read-address.ts";
import { formatMoment, translate, translateCount } from "../../extension/strings.ts";
import { hashOf } from "../app/route.ts";
import type { Connections, KnownConnection } from "./connections.ts";
import "./connections.css";

/** A line on every panel with the status of the connection. */
export function ConnectionStatus({ connections }: { connections: Connections }) {
	const known = connections.known.value;
	if (!known) return null;
	return (
		<aside class="connection-status" aria-label={translate("connectionHeading")}>
			<a href={hashOf("settings")}>{statusOf(known)}</a>
		</aside>
	);
}

/** Everything that prevents syncing, or that everything is in sync. */
function statusOf(known: KnownConnection): string {
	const { connection, progress, isAllowed, publications, sharing } = known;
	const host = repositoryHost(connection.address);
	const countOf = (...kinds: Publication["state"]["kind"][]) =>
		publications.filter(({ state }) => kinds.includes(state.kind)).length;
	const stopped = countOf("conflict", "failed");
	const waiting = countOf("waiting");
	const { conflicts, waiting: changes } = sharing;
	const said = [
		stopped > 0 && translateCount("connectionStatusStopped", stopped, host),
		conflicts.length > 0 && translateCount("connectionStatusConflicts", conflicts.length),
		waiting > 0 && translateCount("connectionStatusWaiting", waiting),
		changes > 0 && translateCount("connectionStatusChanges", changes),
		isAllowed ? failureOf(progress, host) : translate("connectionStatusNotAllowed", host),
	].filter((one) => one !== false && one !== null);
	if (said.length > 0) return said.join(" ");
	const inStepAt = progress?.inStepAt ?? 0;
	return inStepAt > 0
		? translate("connectionInStep", host, formatMoment(inStepAt))
		: translate("connectionStatusNew", host);
}

function failureOf(progress: ConnectionProgress | null, host: string): string | null {
	if (!progress?.failure) return null;
	const { why, since } = progress.failure;
	const isAway = why.kind === "unreachable" || why.kind === "noAnswer";
	return translate(
		isAway ? "connectionStatusAway" : "connectionStatusFailing",
		host,
		formatMoment(since),
	);
}
