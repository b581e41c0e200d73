import type { ConnectionProgress, Publication } from "../../connections/connection-store.ts";
import { repositoryHost } from "../../connections/read-address.ts";
import { say, sayCount, sayMoment } from "../../extension/strings.ts";
import { hashOf } from "../app/route.ts";
import type { Connections, KnownConnection } from "./connections.ts";
import "./connections.css";

/** A line on every panel with the status of the connection. */
export function ConnectionStatus({ connections }: { connections: Connections }) {
	const known = connections.known.value;
	if (!known) return null;
	return (
		<aside class="connection-status" aria-label={say("connectionHeading")}>
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
		stopped > 0 && sayCount("connectionStatusStopped", stopped, host),
		conflicts.length > 0 && sayCount("connectionStatusConflicts", conflicts.length),
		waiting > 0 && sayCount("connectionStatusWaiting", waiting),
		changes > 0 && sayCount("connectionStatusChanges", changes),
		isAllowed ? failureOf(progress, host) : say("connectionStatusNotAllowed", host),
	].filter((one) => one !== false && one !== null);
	if (said.length > 0) return said.join(" ");
	const inStepAt = progress?.inStepAt ?? 0;
	return inStepAt > 0
		? say("connectionInStep", host, sayMoment(inStepAt))
		: say("connectionStatusNew", host);
}

function failureOf(progress: ConnectionProgress | null, host: string): string | null {
	if (!progress?.failure) return null;
	const { why, since } = progress.failure;
	const isAway = why.kind === "unreachable" || why.kind === "noAnswer";
	return say(isAway ? "connectionStatusAway" : "connectionStatusFailing", host, sayMoment(since));
}
