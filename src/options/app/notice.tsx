import { useSignal, useSignalEffect } from "@preact/signals";
import { say, sayCount } from "../../extension/strings.ts";
import type { Sentence } from "../../sentences/sentence.ts";
import type { Desk } from "./desk.ts";

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
		shown.value = spoken(said.sentence);
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

/** A sentence in words, in the form that fits its count where it has one. */
function spoken({ key, values, counted }: Sentence): string {
	if (!counted) return say(key, ...values);
	const [count, ...others] = values;
	const stem = key.slice(0, -"_other".length) as Parameters<typeof sayCount>[0];
	return sayCount(stem, Number(count), ...others);
}
