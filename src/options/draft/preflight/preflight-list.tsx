import { useSignal } from "@preact/signals";
import type { Finding } from "../../../core/preflight/checks.ts";
import { translate, translateCount } from "../../../extension/strings.ts";
import { sentence } from "../../../sentences/sentence.ts";
import type { Desk } from "../../app/desk.ts";
import { afterRender } from "../../ui/focus.ts";
import { FindingControls } from "./finding-controls.tsx";
import { goTo } from "./preflight-going.ts";
import { placeWords } from "./preflight-words.ts";

/** How many findings are drawn at once. The others appear as these are fixed. */
const SHOWN = 100;

interface PreflightListProps {
	desk: Desk;
	id: string;
	/** The id of the element that gets the focus when the list becomes empty. */
	backTo: string;
	/** Called when the focus has moved to the place of a finding. */
	onGone(): void;
	onKeyDown(event: KeyboardEvent): void;
}

/** All open findings, each with a button that goes to its place. Dismissed findings can be shown too. */
export function PreflightList({ desk, id, backTo, onGone, onKeyDown }: PreflightListProps) {
	const showsDismissed = useSignal(false);
	const open = desk.preflight.open.value ?? [];
	const dismissed = desk.preflight.dismissed.value;
	const left = open.length - SHOWN;

	/** Dismisses a finding or shows it again; the focus stays in the list. */
	async function dismiss(finding: Finding, dismisses: boolean): Promise<void> {
		const at = (dismisses ? open : dismissed).indexOf(finding);
		await desk.preflight.dismiss(finding, dismisses);
		desk.showNotice(sentence(dismisses ? "optionsPreflightDismissed" : "optionsPreflightLooks"));
		await focusBeside(at, dismisses);
	}

	/** Applies the fix of a finding. The focus stays in the list. */
	async function fixIt(finding: Finding): Promise<void> {
		const at = open.indexOf(finding);
		await desk.preflight.fix(finding);
		desk.showNotice(sentence("optionsPreflightFixed"));
		await focusBeside(at, true);
	}

	/** Focuses a neighbor of a finding that has left the open findings or the dismissed ones. */
	async function focusBeside(at: number, wasOpen: boolean): Promise<void> {
		const list = wasOpen ? open : dismissed;
		await afterRender();
		const kind = wasOpen ? "open" : "dismissed";
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
			aria-label={translate("optionsPreflightFindings")}
			onKeyDown={onKeyDown}
		>
			{open.length === 0 && <p class="nothing">{translate("optionsPreflightNothing")}</p>}
			<ul>
				{open.slice(0, SHOWN).map((finding, at) => (
					<li key={finding.key}>
						<FindingControls
							where={placeWords(desk, finding.place)}
							finding={finding}
							id={`${id}-open-${at}`}
							go={() => void go(finding)}
							act={() => void dismiss(finding, true)}
							action={translate("optionsPreflightDismiss")}
							fix={() => void fixIt(finding)}
						/>
					</li>
				))}
			</ul>
			{left > 0 && <p class="nothing">{translateCount("optionsPreflightMore", left)}</p>}
			{dismissed.length > 0 && (
				<button
					type="button"
					class="quiet show-dismissed"
					aria-expanded={showsDismissed.value}
					onClick={() => {
						showsDismissed.value = !showsDismissed.value;
					}}
				>
					{translateCount("optionsPreflightDismissedCount", dismissed.length)}
				</button>
			)}
			{showsDismissed.value && dismissed.length > 0 && (
				<ul class="dismissed">
					{dismissed.slice(0, SHOWN).map((finding, at) => (
						<li key={finding.key}>
							<FindingControls
								where={placeWords(desk, finding.place)}
								finding={finding}
								id={`${id}-dismissed-${at}`}
								go={() => void go(finding)}
								act={() => void dismiss(finding, false)}
								action={translate("optionsPreflightLook")}
							/>
						</li>
					))}
				</ul>
			)}
		</section>
	);
}
