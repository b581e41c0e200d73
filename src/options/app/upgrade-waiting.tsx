import type { ReadonlySignal } from "@preact/signals";
import { translate } from "../../extension/strings.ts";

/** Shown while an upgrade of the database waits for another page to close. It disappears by itself. */
export function UpgradeWaiting({ waiting }: { waiting: ReadonlySignal<boolean> }) {
	return (
		<div role="status" aria-live="polite">
			{waiting.value && <p class="waiting">{translate("optionsWaiting")}</p>}
		</div>
	);
}
