import type { Finding } from "../../../core/preflight/checks.ts";
import { say } from "../../../extension/strings.ts";
import { sentenceOf } from "./preflight-words.ts";

interface FindingControlsProps {
	finding: Finding;
	/** Of the button that goes there. */
	id: string;
	/** The words of its place, where that is not plain to see. */
	where?: string;
	go(): void;
	act(): void;
	/** What `act` does, in words. */
	action: string;
	/** Does what the finding offers; absent where it was dismissed. */
	fix?(): void;
}

/** What a finding says, as a button that leads to it, and what can be done about it. */
export function FindingControls(props: FindingControlsProps) {
	const { finding, id, where, go, act, action, fix } = props;
	return (
		<>
			<button type="button" class={`go flag ${finding.severity}`} id={id} onClick={go}>
				<span class="says">{sentenceOf(finding)}</span>
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
					{say(`preflightFix_${finding.fix.does}`)}
				</button>
			)}
			<button type="button" class="quiet act" aria-describedby={id} onClick={act}>
				{action}
			</button>
		</>
	);
}
