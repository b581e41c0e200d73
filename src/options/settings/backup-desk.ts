import { counted } from "../../data/backup/counts.ts";
import type { FromBackup, ToBackup } from "../../workers/backup.ts";
import type { Desk } from "../app/desk.ts";
import type { StartThread } from "../app/threads.ts";
import { type Backups, createBackups } from "./backup.ts";
import { createReminder, type Reminder, type ReminderOutside } from "./backup-reminder.ts";
import { createWeekly, type Weekly, type WeeklyOutside } from "./backup-weekly.ts";
import { createFacts, type FactsOutside, type StorageFacts } from "./storage-facts.ts";

/** The state and actions of the backup settings. */
export interface BackupDesk {
	backups: Backups;
	reminder: Reminder;
	weekly: Weekly;
	facts: StorageFacts;
	/** Reads the stored notes about backups and follows them, until the returned function is called. */
	start(): () => void;
}

interface BackupDeskOutside
	extends FactsOutside,
		WeeklyOutside,
		Pick<ReminderOutside, "onTimePassed"> {
	startBackup: StartThread<ToBackup, FromBackup>;
	download(fileName: string, file: Blob): void;
	galley: string;
}

export function createBackupDesk({ fields }: Desk, outside: BackupDeskOutside): BackupDesk {
	const facts = createFacts(outside);
	const reminder = createReminder({
		onTimePassed: outside.onTimePassed,
		hasSomething: async () => {
			const { items, sponsors, archive } = await counted();
			return items + sponsors + archive > 0;
		},
	});
	const backups = createBackups({
		startThread: outside.startBackup,
		download: outside.download,
		galley: outside.galley,
		flush: fields.flush,
		made: reminder.made,
	});
	return {
		backups,
		reminder,
		weekly: createWeekly(outside),
		facts,
		start() {
			void backups.readKept();
			return reminder.follow();
		},
	};
}
