import { say } from "../../extension/strings.ts";
import type { Facts, FactsProblem } from "./storage-facts.ts";

interface FactsFailureProps {
	facts: Facts;
	about: FactsProblem["about"];
}

/** What the browser would not do about the storage or a permission, beside the button for it. */
export function FactsFailure({ facts, about }: FactsFailureProps) {
	const problem = facts.problem.value;
	if (problem?.about !== about) return null;
	const { key, values } = problem.sentence;
	return (
		<p class="failure" role="alert">
			{say(key, ...values)}
		</p>
	);
}
