import type { Found, Severity } from "./finding.ts";
import type { Proof } from "./proof.ts";

/** One entry of the table of checks. */
export interface Check {
	severity: Severity;
	look(proof: Proof): Found[];
}
