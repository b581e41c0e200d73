import { RECORD } from "../db/upgrades/upgrade-issues.ts";
import { STYLED } from "../db/upgrades/upgrade-styles.ts";

/** Brings the content of a file from one format to the next. It has not been validated yet. */
export type BackupUpgrade = (content: unknown) => unknown;

/**
 * One step for each format after the first; step 0 makes format 2 of format 1. A step is never
 * edited. What comes out of the last is validated, so a step need not trust what it is given: it
 * leaves be what has another shape than it expects.
 */
export const BACKUP_UPGRADES: readonly BackupUpgrade[] = [
	(content) => withUpgraded(content, RECORD),
	(content) => withUpgraded(content, STYLED),
];

/** The content with the records of some stores upgraded. */
function withUpgraded(
	content: unknown,
	upgrades: Readonly<Record<string, (record: object) => object>>,
): unknown {
	const stores = content as Record<string, unknown>;
	const upgraded = Object.entries(upgrades).flatMap(([store, upgrade]) => {
		const records = stores[store];
		return Array.isArray(records) ? [[store, records.map(leniently(upgrade))] as const] : [];
	});
	return { ...stores, ...Object.fromEntries(upgraded) };
}

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
