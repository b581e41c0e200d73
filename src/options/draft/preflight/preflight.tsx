import { useSignal } from "@preact/signals";
import { translate, translateCount } from "../../../extension/strings.ts";
import type { Desk } from "../../app/desk.ts";
import { focusById } from "../../ui/focus.ts";
import { PreflightList } from "./preflight-list.tsx";

const BUTTON = "preflight";
const LIST = "preflight-list";

/** In a window this narrow the list covers the draft, so it closes when it goes to a finding. */
const NARROW = "(max-width: 999px)";

/** The findings of the draft in a list that can be opened. They never prevent an export. */
export function Preflight({ desk }: { desk: Desk }) {
	const unfolded = useSignal(false);
	const findings = desk.preflight.open.value;
	const worst = findings?.some(({ severity }) => severity === "wrong") ? "wrong" : "doubtful";
	const clear = findings?.length === 0;

	function name(): string {
		if (!findings) return translate("optionsPreflightLooking");
		return clear
			? translate("optionsPreflightClear")
			: translateCount("optionsPreflight", findings.length);
	}

	function onKeyDown(event: KeyboardEvent): void {
		if (event.key !== "Escape" || !unfolded.value) return;
		event.stopPropagation();
		unfolded.value = false;
		void focusById(BUTTON);
	}

	return (
		<>
			<button
				type="button"
				id={BUTTON}
				aria-label={name()}
				class={`preflight flag ${clear || !findings ? "clear" : worst}`}
				aria-expanded={unfolded.value}
				aria-controls={LIST}
				onKeyDown={onKeyDown}
				onClick={() => {
					unfolded.value = !unfolded.value;
				}}
			>
				<PreflightName name={name()} />
			</button>
			{unfolded.value && (
				<PreflightList
					desk={desk}
					id={LIST}
					backTo={BUTTON}
					onKeyDown={onKeyDown}
					onGone={() => {
						if (matchMedia(NARROW).matches) unfolded.value = false;
					}}
				/>
			)}
		</>
	);
}

/** In a narrow row the part before the colon is visually hidden, but screen readers still read it. */
function PreflightName({ name }: { name: string }) {
	const end = name.indexOf(": ") + 2;
	return (
		<>
			{end > 1 && <span class="long">{name.slice(0, end)}</span>}
			{end > 1 ? name.slice(end) : name}
		</>
	);
}
