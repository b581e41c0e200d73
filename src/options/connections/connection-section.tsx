import { translate } from "../../extension/strings.ts";
import type { Desk } from "../app/desk.ts";
import { Alert } from "../ui/alert.tsx";
import { ConnectForm } from "./connect-form.tsx";
import { ConnectedView } from "./connected-view.tsx";
import type { Connections } from "./connections.ts";
import { OpenAddress } from "./open-address.tsx";
import "./connections.css";

/** The part of the settings where a Git repository is connected, managed and disconnected. */
export function ConnectionSection({ connections, desk }: { connections: Connections; desk: Desk }) {
	const known = connections.known.value;
	const form = connections.form.value;
	const activity = connections.activity.value;
	return (
		<section class="connection" aria-labelledby="connection-heading">
			<h3 id="connection-heading">{translate("connectionHeading")}</h3>
			{!known && <p class="hint">{translate("connectionLead")}</p>}
			{known && !form && <ConnectedView connections={connections} known={known} desk={desk} />}
			{known === null && !form && (
				<button type="button" onClick={connections.openForm}>
					{translate("connectionOpen")}
				</button>
			)}
			{form && <ConnectForm connections={connections} form={form} />}
			<Alert sentence={activity.kind === "failed" ? activity.sentence : null} />
			{form && activity.kind === "failed" && (
				<OpenAddress failure={activity.sentence} typed={form.address.value} />
			)}
			<div role="status" aria-live="polite">
				{activity.kind === "trying" && <p>{translate("connectionTrying")}</p>}
				{activity.kind === "syncing" && activity.asked && (
					<p>
						{translate("connectionSyncing")}{" "}
						{activity.received > 0 && translate("connectionReceived", megabytes(activity.received))}
					</p>
				)}
			</div>
			{(activity.kind === "trying" || (activity.kind === "syncing" && activity.asked)) && (
				<button type="button" onClick={connections.cancel}>
					{translate("connectionCancel")}
				</button>
			)}
		</section>
	);
}

function megabytes(bytes: number): string {
	return (bytes / 1_000_000).toFixed(1);
}
