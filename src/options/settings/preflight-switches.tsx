import { CHECK_IDS, type CheckId } from "../../core/preflight/checks.ts";
import { type StringKey, translate } from "../../extension/strings.ts";
import type { Desk } from "../app/desk.ts";

/** Every preflight check, with what it checks and a switch. */
export function PreflightSwitches({ desk }: { desk: Desk }) {
	return (
		<section class="preflight-switches" aria-labelledby="preflight-switches">
			<h3 id="preflight-switches">{translate("optionsPreflightSwitches")}</h3>
			<p class="lead">{translate("optionsPreflightSwitchesLead")}</p>
			<ul>
				{CHECK_IDS.map((id) => (
					<Switch key={id} desk={desk} id={id} />
				))}
			</ul>
		</section>
	);
}

function Switch({ desk, id }: { desk: Desk; id: CheckId }) {
	return (
		<li>
			<label class="tick">
				<input
					type="checkbox"
					checked={desk.preflight.isOn(id)}
					aria-describedby={`check-${id}-asks`}
					onChange={({ currentTarget }) =>
						void desk.preflight.switchCheck(id, currentTarget.checked)
					}
				/>
				{translate(`preflightCheck_${id}`)}
			</label>
			<p class="hint" id={`check-${id}-asks`}>
				{translate(`preflightAsks_${id}` as StringKey)}
			</p>
		</li>
	);
}
