import type { Desk } from "../../app/desk.ts";
import { sentenceOf } from "./preflight-words.ts";

/** Shows that an item has findings: a mark, with the sentences as text for screen readers. */
export function PreflightMark({ desk, id }: { desk: Desk; id: string }) {
	const findings = desk.preflight.ofItem(id).value;
	if (findings.length === 0) return null;
	const worst = findings.some(({ severity }) => severity === "wrong") ? "wrong" : "doubtful";
	const sentences = findings.map(sentenceOf).join(". ");
	return (
		<p class={`preflight-mark flag ${worst}`} title={sentences}>
			<span class="visually-hidden">{sentences}</span>
		</p>
	);
}
