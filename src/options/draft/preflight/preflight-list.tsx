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

/** Every open finding, each one step from its place; and what was let pass, on demand. */
export function PreflightList({ desk, id, backTo, onGone, onKeyDown }: PreflightListProps) {
	const showsPassed = useSignal(false);
	const open = desk.preflight.open.value ?? [];
	const passed = desk.preflight.passed.value;
	const left = open.length - SHOWN;

	/** Lets a finding pass or no longer; the focus stays in the list. */
	async function letIt(finding: Finding, passes: boolean): Promise<void> {
		const at = (passes ? open : passed).indexOf(finding);
		await desk.preflight.dismiss(finding, passes);
		desk.say(sentence(passes ? "optionsPreflightPasses" : "optionsPreflightLooks"));
		await focusBeside(at, passes);
	}

	/** Does what a finding offers; the focus stays in the list. */
	async function fixIt(finding: Finding): Promise<void> {
		const at = open.indexOf(finding);
		await desk.preflight.fix(finding);
		desk.say(sentence("optionsPreflightFixed"));
		await focusBeside(at, true);
	}

	/** Puts the focus beside a line that has gone from the open findings, or from those let pass. */
	async function focusBeside(at: number, passes: boolean): Promise<void> {
		const list = passes ? open : passed;
		await drawn();
		const kind = passes ? "open" : "passed";
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
							act={() => void letIt(finding, true)}
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
								act={() => void letIt(finding, false)}
								action={say("optionsPreflightLook")}
							/>
						</li>
					))}
				</ul>
			)}
		</section>
	);
}
