import type { ReadonlySignal } from "@preact/signals";
import { say } from "../../extension/strings.ts";

/** Said while an upgrade of the storage waits for another page; it goes away by itself. */
export function Waiting({ waiting }: { waiting: ReadonlySignal<boolean> }) {
	return (
		<div role="status" aria-live="polite">
			{waiting.value && <p class="waiting">{say("optionsWaiting")}</p>}
		</div>
	);
}
