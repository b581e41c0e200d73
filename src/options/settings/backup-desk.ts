import { counted } from "../../data/backup/counts.ts";
import type { FromBackup, ToBackup } from "../../workers/backup.ts";
import type { Desk } from "../app/desk.ts";
import type { StartWorker } from "../app/workers.ts";
import { type Backups, createBackups } from "./backup.ts";
import { createReminder, type Reminder, type ReminderEnvironment } from "./backup-reminder.ts";
import { createWeekly, type Weekly, type WeeklyEnvironment } from "./backup-weekly.ts";
import { createFacts, type FactsEnvironment, type StorageFacts } from "./storage-facts.ts";

/** The state and actions of the backup settings. */
export interface BackupDesk {
	backups: Backups;
	reminder: Reminder;
	weekly: Weekly;
	facts: StorageFacts;
	/** Reads the stored notes about backups and follows them, until the returned function is called. */
	start(): () => void;
}

interface BackupDeskEnvironment
	extends FactsEnvironment,
		WeeklyEnvironment,
		Pick<ReminderEnvironment, "onTimePassed"> {
	startBackup: StartWorker<ToBackup, FromBackup>;
	download(fileName: string, file: Blob): void;
	galley: string;
}

export function createBackupDesk({ fields }: Desk, environment: BackupDeskEnvironment): BackupDesk {
	const facts = createFacts(environment);
	const reminder = createReminder({
		onTimePassed: environment.onTimePassed,
		hasSomething: async () => {
			const { items, sponsors, archive } = await counted();
			return items + sponsors + archive > 0;
		},
	});
	const backups = createBackups({
		startWorker: environment.startBackup,
		download: environment.download,
		galley: environment.galley,
		flush: fields.flush,
		made: reminder.made,
	});
	return {
		backups,
		reminder,
		weekly: createWeekly(environment),
		facts,
		start() {
			void backups.readKept();
			return reminder.follow();
		},
	};
}
