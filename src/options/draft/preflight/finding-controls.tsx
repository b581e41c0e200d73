import type { Finding } from "../../../core/preflight/checks.ts";
import { translate } from "../../../extension/strings.ts";
import { sentenceOf } from "./preflight-words.ts";

interface FindingControlsProps {
	finding: Finding;
	/** The id of the button that goes to the finding. */
	id: string;
	/** The text of its place, if the place is not obvious. */
	where?: string;
	go(): void;
	act(): void;
	/** The label of the fix. */
	action: string;
	/** Fixes the finding; absent if it was dismissed. */
	fix?(): void;
}

/** A finding as a button that goes to its place, and the actions on it. */
export function FindingControls(props: FindingControlsProps) {
	const { finding, id, where, go, act, action, fix } = props;
	return (
		<>
			<button type="button" class={`go flag ${finding.severity}`} id={id} onClick={go}>
				<span class="sentence">{sentenceOf(finding)}</span>
				{where !== undefined && (
					<>
						{" "}
						<span class="where">{where}</span>
					</>
				)}
			</button>
			{finding.fix && fix && (
				<button
					type="button"
					class="quiet act"
					aria-describedby={id}
					title={finding.fix.to}
					onClick={fix}
				>
					{translate(`preflightFix_${finding.fix.does}`)}
				</button>
			)}
			<button type="button" class="quiet act" aria-describedby={id} onClick={act}>
				{action}
			</button>
		</>
	);
}
