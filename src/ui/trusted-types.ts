import type { TrustedTypePolicy, TrustedTypePolicyFactory } from "trusted-types/lib";

/** The rules of a policy. Each function returns the text that may be used, or throws. */
interface Rules {
	/** For text that is parsed as HTML. */
	createHTML(text: string): string;
	/** For text that is run as a script. */
	createScript(text: string): string;
	/** For the address of a script. */
	createScriptURL(address: string): string;
}

const NOTHING: Rules = { createHTML: refuse, createScript: refuse, createScriptURL: refuse };

/**
 * Creates a policy of Trusted Types (https://w3c.github.io/trusted-types/) that allows only what `rules`
 * allow; undefined if the browser does not support Trusted Types and accepts plain strings. The manifest
 * lists the allowed names. Throws for another name, or if a name is used twice.
 */
export function createPolicy(name: string, rules: Partial<Rules>): TrustedTypePolicy | undefined {
	const { trustedTypes } = globalThis as { trustedTypes?: TrustedTypePolicyFactory };
	return trustedTypes?.createPolicy<Rules>(name, { ...NOTHING, ...rules });
}

/** Throws for a text that a rule does not allow. */
export function refuse(text: string): never {
	throw new TypeError(`Not to be trusted: ${text.slice(0, 100)}`);
}
