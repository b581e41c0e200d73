import { hostOf } from "../../connections/read-address.ts";
import { say, sayCount, sayMoment } from "../../extension/strings.ts";
import { hashOf } from "../app/route.ts";
import type { Connections, KnownConnection } from "./connections.ts";
import "./connections.css";

/** A line on every panel: whether all is in step with the host that is connected. */
export function ConnectionStatus({ connections }: { connections: Connections }) {
	const known = connections.known.value;
	if (!known) return null;
	return (
		<aside class="connection-status" aria-label={say("connectionHeading")}>
			<a href={hashOf("settings")}>{statusOf(known)}</a>
		</aside>
	);
}

function statusOf({ connection, progress, isAllowed, publications }: KnownConnection): string {
	const host = hostOf(connection.address);
	const waiting = publications.filter(({ state }) => state.kind === "waiting").length;
	const stopped = publications.filter(({ state }) =>
		["conflict", "failed"].includes(state.kind),
	).length;
	if (!isAllowed) return say("connectionStatusNotAllowed", host);
	if (stopped > 0) return sayCount("connectionStatusStopped", stopped, host);
	const failure = progress?.failure;
	if (failure) {
		const since = sayMoment(failure.since);
		const isAway = ["unreachable", "noAnswer"].includes(failure.why.kind);
		const state = say(isAway ? "connectionStatusAway" : "connectionStatusFailing", host, since);
		return waiting > 0 ? `${sayCount("connectionStatusWaiting", waiting)} ${state}` : state;
	}
	if (waiting > 0) return sayCount("connectionStatusWaiting", waiting);
	const inStepAt = progress?.inStepAt ?? 0;
	return inStepAt > 0
		? say("connectionInStep", host, sayMoment(inStepAt))
		: say("connectionStatusNew", host);
}
