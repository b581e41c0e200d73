import { createPolicy, refuse } from "../../ui/trusted-types.ts";
import backup from "../../workers/backup.ts?worker&url";
import git from "../../workers/git.ts?worker&url";
import importing from "../../workers/import.ts?worker&url";
import learning from "../../workers/learning.ts?worker&url";
import searching from "../../workers/search.ts?worker&url";

/** The scripts that threads are made of, as addresses in the built extension. */
const SCRIPTS = { backup, git, importing, learning, searching };

const policy = createPolicy("galley-workers", {
	createScriptURL: (address) =>
		Object.values(SCRIPTS).includes(address) ? address : refuse(address),
});

/** The address of a script in the form that `Worker` takes; with Trusted Types it is no text. */
export function workerScript(name: keyof typeof SCRIPTS): string | URL {
	const address = SCRIPTS[name];
	// TypeScript's own types do not know yet what else a worker can be made of.
	return (policy?.createScriptURL(address) ?? address) as string;
}
