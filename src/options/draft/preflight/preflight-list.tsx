import { useSignal } from "@preact/signals";
import type { Finding } from "../../../core/preflight/checks.ts";
import { say, sayCount } from "../../../extension/strings.ts";
import { sentence } from "../../../sentences/sentence.ts";
import type { Desk } from "../../app/desk.ts";
import { drawn } from "../../ui/focus.ts";
import { FindingControls } from "./finding-controls.tsx";
import { goTo } from "./preflight-going.ts";
import { placeWords } from "./preflight-words.ts";

/** As many as are drawn at once; the rest comes up as these are mended. */
const SHOWN = 100;

interface PreflightListProps {
	desk: Desk;
	id: string;
	/** The id of what gets the focus once the list is empty. */
	backTo: string;
	/** Called when the focus has gone to where a finding is. */
	onGone(): void;
	onKeyDown(event: KeyboardEvent): void;
}

/** Every open finding, each one step from its place; and those that were dismissed, on demand. */
export function PreflightList({ desk, id, backTo, onGone, onKeyDown }: PreflightListProps) {
	const showsPassed = useSignal(false);
	const open = desk.preflight.open.value ?? [];
	const passed = desk.preflight.passed.value;
	const left = open.length - SHOWN;

	/** Dismisses a finding or shows it again; the focus stays in the list. */
	async function dismiss(finding: Finding, dismissed: boolean): Promise<void> {
		const at = (dismissed ? open : passed).indexOf(finding);
		await desk.preflight.dismiss(finding, dismissed);
		desk.say(sentence(dismissed ? "optionsPreflightPasses" : "optionsPreflightLooks"));
		await focusBeside(at, dismissed);
	}

	/** Does what a finding offers; the focus stays in the list. */
	async function fixIt(finding: Finding): Promise<void> {
		const at = open.indexOf(finding);
		await desk.preflight.fix(finding);
		desk.say(sentence("optionsPreflightFixed"));
		await focusBeside(at, true);
	}

	/** Puts the focus beside a line that has gone from the open findings, or from the dismissed ones. */
	async function focusBeside(at: number, wasOpen: boolean): Promise<void> {
		const list = wasOpen ? open : passed;
		await drawn();
		const kind = wasOpen ? "open" : "passed";
		const next = at < list.length - 1 ? at : at - 1;
		const after = document.getElementById(`${id}-${kind}-${next}`);
		(after ?? document.getElementById(backTo))?.focus();
	}

	async function go(finding: Finding): Promise<void> {
		const going = goTo(desk, finding);
		onGone();
		await going;
	}

	return (
		<section
			class="findings"
			id={id}
			aria-label={say("optionsPreflightFindings")}
			onKeyDown={onKeyDown}
		>
			{open.length === 0 && <p class="nothing">{say("optionsPreflightNothing")}</p>}
			<ul>
				{open.slice(0, SHOWN).map((finding, at) => (
					<li key={finding.key}>
						<FindingControls
							where={placeWords(desk, finding.place)}
							finding={finding}
							id={`${id}-open-${at}`}
							go={() => void go(finding)}
							act={() => void dismiss(finding, true)}
							action={say("optionsPreflightLetPass")}
							fix={() => void fixIt(finding)}
						/>
					</li>
				))}
			</ul>
			{left > 0 && <p class="nothing">{sayCount("optionsPreflightMore", left)}</p>}
			{passed.length > 0 && (
				<button
					type="button"
					class="quiet passing"
					aria-expanded={showsPassed.value}
					onClick={() => {
						showsPassed.value = !showsPassed.value;
					}}
				>
					{sayCount("optionsPreflightPassed", passed.length)}
				</button>
			)}
			{showsPassed.value && passed.length > 0 && (
				<ul class="passed">
					{passed.slice(0, SHOWN).map((finding, at) => (
						<li key={finding.key}>
							<FindingControls
								where={placeWords(desk, finding.place)}
								finding={finding}
								id={`${id}-passed-${at}`}
								go={() => void go(finding)}
								act={() => void dismiss(finding, false)}
								action={say("optionsPreflightLook")}
							/>
						</li>
					))}
				</ul>
			)}
		</section>
	);
}
