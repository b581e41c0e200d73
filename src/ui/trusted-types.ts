import type { TrustedTypePolicy, TrustedTypePolicyFactory } from "trusted-types/lib";

/** What a policy lets through: each returns the text that may be used, or throws. */
interface Rules {
	/** What may be parsed as HTML. */
	createHTML(text: string): string;
	/** What may be run. */
	createScript(text: string): string;
	/** Where what is run may come from. */
	createScriptURL(address: string): string;
}

const NOTHING: Rules = { createHTML: refuse, createScript: refuse, createScriptURL: refuse };

/**
 * A policy of Trusted Types (https://w3c.github.io/trusted-types/) that lets nothing through but
 * what `rules` do, or undefined where the browser has none and takes plain texts. The manifest
 * lists the names; another name, or a name for the second time, throws.
 */
export function createPolicy(name: string, rules: Partial<Rules>): TrustedTypePolicy | undefined {
	const { trustedTypes } = globalThis as { trustedTypes?: TrustedTypePolicyFactory };
	return trustedTypes?.createPolicy<Rules>(name, { ...NOTHING, ...rules });
}

/** For what a rule does not let through. */
export function refuse(text: string): never {
	throw new TypeError(`Not to be trusted: ${text.slice(0, 100)}`);
}
