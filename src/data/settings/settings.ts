import type { HouseStyle } from "../../core/house-style/house-style.ts";
import type { Exemptions } from "../../core/links/repeats.ts";
import { change, type Edit } from "../db/change.ts";
import { announce } from "../db/changes.ts";
import { database } from "../db/database.ts";
import type { ReadTransaction } from "../db/read-transaction.ts";
import type { Settings } from "../db/records.ts";
import { typedIn } from "../db/typing.ts";
import { SETTING_DEFAULTS } from "./setting-defaults.ts";

/** The house style: the default one until another has been saved. */
export async function houseStyle(): Promise<HouseStyle> {
	return (await setting("style")) ?? SETTING_DEFAULTS.style;
}

/** The settings that the editor chooses, read inside a transaction. */
export async function chosenSettingsFrom(
	reading: ReadTransaction,
): Promise<Pick<Settings, keyof typeof SETTING_DEFAULTS>> {
	const store = reading.objectStore("settings");
	const keys = Object.keys(SETTING_DEFAULTS) as (keyof typeof SETTING_DEFAULTS)[];
	const records = await Promise.all(keys.map((key) => store.get(key)));
	const chosen = records.flatMap((record) => (record ? [[record.key, record.value] as const] : []));
	return { ...SETTING_DEFAULTS, ...Object.fromEntries(chosen) };
}

/** The house style inside a change. */
export async function houseStyleIn(edit: Edit): Promise<HouseStyle> {
	return (await settingIn(edit, "style")) ?? SETTING_DEFAULTS.style;
}

/** Saves the house style. Can be undone. */
export function saveHouseStyle(style: HouseStyle, field: string | null = null): Promise<void> {
	return change("editStyle", field === null ? null : typedIn(field), (edit) =>
		edit.put("settings", { key: "style", value: style }),
	);
}

/**
 * Changes the stored house style inside one transaction, so that changes made in two pages at once are both
 * kept. Can be undone.
 */
export function reviseHouseStyle(
	field: string | null,
	revise: (style: HouseStyle) => HouseStyle,
): Promise<void> {
	return change("editStyle", field === null ? null : typedIn(field), async (edit) => {
		const value = revise(await houseStyleIn(edit));
		await edit.put("settings", { key: "style", value });
	});
}

/** The section of the last clip, or null before the first clip. */
export async function lastSection(): Promise<string | null> {
	return (await setting("lastSection")) ?? null;
}

/** Stores the section of the last clip. Undo ignores this because it is only a convenience. */
export async function rememberSection(section: string): Promise<void> {
	await (await database()).put("settings", { key: "lastSection", value: section });
	announce(["settings"]);
}

/** The links that are exempt from warnings about repeats. */
export async function exemptions(): Promise<Exemptions> {
	return (await setting("exemptions")) ?? SETTING_DEFAULTS.exemptions;
}

/** Changes the stored exemptions from warnings about repeats. Can be undone. */
export function reviseExemptions(
	field: string,
	revise: (value: Exemptions) => Exemptions,
): Promise<void> {
	return change("editStyle", typedIn(field), async (edit) => {
		const value = (await settingIn(edit, "exemptions")) ?? SETTING_DEFAULTS.exemptions;
		await edit.put("settings", { key: "exemptions", value: revise(value) });
	});
}

/** The ids of the preflight checks that are switched off. */
export async function preflightOff(): Promise<string[]> {
	return (await setting("preflightOff")) ?? SETTING_DEFAULTS.preflightOff;
}

/** Reads a setting in the transaction of a change. */
export async function settingIn<K extends keyof Settings>(
	edit: Edit,
	key: K,
): Promise<Settings[K] | undefined> {
	const record = await edit.stores.objectStore("settings").get(key);
	return record?.value as Settings[K] | undefined;
}

async function setting<K extends keyof Settings>(key: K): Promise<Settings[K] | undefined> {
	const record = await (await database()).get("settings", key);
	return record?.value as Settings[K] | undefined;
}
