import { RECORD } from "../db/upgrades/upgrade-issues.ts";
import { STYLED } from "../db/upgrades/upgrade-styles.ts";

/** Converts the content of a file from one format to the next. The content has not been validated yet. */
export type BackupUpgrade = (content: unknown) => unknown;

/**
 * One step for each format after the first; step 0 converts format 1 to format 2. Steps that have been
 * released are never edited. The result of the last step is validated, so a step can leave content of an
 * unexpected form unchanged.
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
		return Array.isArray(records) ? [[store, records.map(orUnchanged(upgrade))] as const] : [];
	});
	return { ...stores, ...Object.fromEntries(upgraded) };
}

/**
 * If the upgrade of a record fails, the record is left unchanged. The validation then refuses it and names
 * it.
 */
function orUnchanged(upgrade: (record: object) => object): (record: object) => object {
	return (record) => {
		try {
			return upgrade(record);
		} catch {
			return record;
		}
	};
}
