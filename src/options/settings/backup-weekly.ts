import { type ReadonlySignal, signal } from "@preact/signals";
import { rememberBackup } from "../../backup/notes.ts";
import { failureSentence } from "../../sentences/failures.ts";
import { type Sentence, sentence } from "../../sentences/sentence.ts";

/** Switches the weekly backup on and off. */
export interface Weekly {
	/** Why it could not be switched on; null if there was no failure. */
	readonly problem: ReadonlySignal<Sentence | null>;
	/** Whether older backup files stay after the browser has been closed. */
	readonly forgetful: boolean;
	/** Call this first in the click handler: the browser may ask for permission. */
	turn(on: boolean): Promise<void>;
}

export interface WeeklyEnvironment {
	askForDownloads(): Promise<boolean>;
	/** Whether the browser, when it closes, forgets which files Galley has saved. */
	forgetsFiles(): boolean;
	/** Makes the first backup at once, so that the editor sees that it works. */
	backUp(): Promise<void>;
}

export function createWeekly({ askForDownloads, forgetsFiles, backUp }: WeeklyEnvironment): Weekly {
	const problem = signal<Sentence | null>(null);
	return {
		problem,
		forgetful: forgetsFiles(),
		async turn(on) {
			problem.value = null;
			try {
				if (on && !(await askForDownloads())) {
					problem.value = sentence("backupWeeklyNotAllowed");
					return;
				}
				await rememberBackup({ weekly: on, failure: null });
				if (on) await backUp();
			} catch (error) {
				problem.value = failureSentence("weeklyBackup", error);
			}
		},
	};
}
