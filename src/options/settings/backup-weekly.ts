import { type ReadonlySignal, signal } from "@preact/signals";
import { rememberBackup } from "../../backup/notes.ts";
import { failureSentence } from "../../sentences/failures.ts";
import { type Sentence, sentence } from "../../sentences/sentence.ts";

/** The weekly backup, switched on and off. */
export interface Weekly {
	/** Why it could not be switched on; null for no reason. */
	readonly problem: ReadonlySignal<Sentence | null>;
	/** Whether older files stay once the browser has been closed. */
	readonly forgetful: boolean;
	/** To be called first thing in the click: the browser may have to ask for the permission. */
	turn(on: boolean): Promise<void>;
}

export interface WeeklyOutside {
	askForDownloads(): Promise<boolean>;
	/** Whether the browser forgets, when it is closed, which files Galley has saved. */
	forgetsFiles(): boolean;
	/** Makes the first one at once, so that it is seen to work. */
	backUp(): Promise<void>;
}

export function createWeekly({ askForDownloads, forgetsFiles, backUp }: WeeklyOutside): Weekly {
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
