import type { CheckContext } from "./check-context.ts";
import type { Found, Severity } from "./finding.ts";

/** One entry of the table of checks. */
export interface Check {
	severity: Severity;
	run(context: CheckContext): Found[];
}
