import { RECORD } from "../db/upgrades/upgrade-issues.ts";

/** Brings the content of a file from one format to the next. It has not been validated yet. */
export type BackupUpgrade = (content: unknown) => unknown;

/**
 * One step for each format after the first; step 0 makes format 2 of format 1. A step is never
 * edited. What comes out of the last is validated, so a step need not trust what it is given: it
 * leaves be what has another shape than it expects.
 */
export const BACKUP_UPGRADES: readonly BackupUpgrade[] = [
	(content) => {
		const stores = content as Record<string, unknown>;
		const upgraded = Object.entries(RECORD).map(([store, upgrade]) => {
			const records = stores[store];
			return [store, Array.isArray(records) ? records.map(leniently(upgrade)) : records];
		});
		return { ...stores, ...Object.fromEntries(upgraded.filter(([, records]) => records)) };
	},
];

/** What cannot be upgraded stays as it is, to be refused by name. */
function leniently(upgrade: (record: object) => object): (record: object) => object {
	return (record) => {
		try {
			return upgrade(record);
		} catch {
			return record;
		}
	};
}
