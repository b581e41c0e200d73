import { useSignal, useSignalEffect } from "@preact/signals";
import { say } from "../browser/strings.ts";
import type { Desk } from "./state/desk.ts";

const SHOWN_MS = 8_000;

/**
 * What has just happened: said aloud, and shown until it is old news. What must not be missed
 * stands where it belongs on the page instead.
 */
export function Notice({ desk }: { desk: Desk }) {
	const shown = useSignal("");
	useSignalEffect(() => {
		const said = desk.said.value;
		if (!said) return;
		shown.value = say(said.sentence.key, ...said.sentence.values);
		const timer = setTimeout(() => {
			shown.value = "";
		}, SHOWN_MS);
		return () => clearTimeout(timer);
	});
	return (
		<div class="notice" role="status" aria-live="polite">
			{shown.value && <p>{shown.value}</p>}
		</div>
	);
}
