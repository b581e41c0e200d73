import { createPolicy, refuse } from "../../ui/trusted-types.ts";
import backup from "../../workers/backup.ts?worker&url";
import git from "../../workers/git.ts?worker&url";
import importing from "../../workers/import.ts?worker&url";
import learning from "../../workers/learning.ts?worker&url";
import searching from "../../workers/search.ts?worker&url";

/** The scripts of the workers, as addresses in the built extension. */
const SCRIPTS = { backup, git, importing, learning, searching };

const policy = createPolicy("galley-workers", {
	createScriptURL: (address) =>
		Object.values(SCRIPTS).includes(address) ? address : refuse(address),
});

/**
 * The address of a script in the form that `Worker` accepts. With Trusted Types it must not be a string.
 */
export function workerScript(name: keyof typeof SCRIPTS): string | URL {
	const address = SCRIPTS[name];
	// TypeScript's types do not include the `TrustedScriptURL` that `Worker` also accepts.
	return (policy?.createScriptURL(address) ?? address) as string;
}
