import { Alert } from "../ui/alert.tsx";
import type { Facts, FactsProblem } from "./storage-facts.ts";

interface FactsFailureProps {
	facts: Facts;
	about: FactsProblem["about"];
}

/** What the browser would not do about the storage or a permission, beside the button for it. */
export function FactsFailure({ facts, about }: FactsFailureProps) {
	const problem = facts.problem.value;
	return <Alert sentence={problem?.about === about ? problem.sentence : null} />;
}
