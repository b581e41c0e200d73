import { useSignal } from "@preact/signals";
import { say, sayCount } from "../../../extension/strings.ts";
import type { Desk } from "../../app/desk.ts";
import { focusById } from "../../ui/focus.ts";
import { PreflightList } from "./preflight-list.tsx";

const BUTTON = "preflight";
const LIST = "preflight-list";

/** Where the list lies over the draft, it makes way for what it leads to. */
const NARROW = "(max-width: 999px)";

/** What there is to look at before the issue goes out; it unfolds, and stands in nobody's way. */
export function Preflight({ desk }: { desk: Desk }) {
	const unfolded = useSignal(false);
	const findings = desk.preflight.open.value;
	const worst = findings?.some(({ severity }) => severity === "wrong") ? "wrong" : "doubtful";
	const clear = findings?.length === 0;

	function name(): string {
		if (!findings) return say("optionsPreflightLooking");
		return clear ? say("optionsPreflightClear") : sayCount("optionsPreflight", findings.length);
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

/** In a narrow row, what stands before the colon is left to those who hear the name. */
function PreflightName({ name }: { name: string }) {
	const end = name.indexOf(": ") + 2;
	return (
		<>
			{end > 1 && <span class="long">{name.slice(0, end)}</span>}
			{end > 1 ? name.slice(end) : name}
		</>
	);
}
