import { Alert } from "../ui/alert.tsx";
import type { FactsProblem, StorageFacts } from "./storage-facts.ts";

interface FactsFailureProps {
	facts: StorageFacts;
	about: FactsProblem["about"];
}

/** What the browser refused about the storage or a permission, beside the button for it. */
export function FactsFailure({ facts, about }: FactsFailureProps) {
	const problem = facts.problem.value;
	return <Alert sentence={problem?.about === about ? problem.sentence : null} />;
}
