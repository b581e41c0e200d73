import { DEFAULT_HOUSE_STYLE } from "../../core/house-style/ready-made-styles.ts";
import { sameJson } from "../../core/json/same-json.ts";
import { DEFAULT_EXEMPTIONS } from "../../core/links/repeats.ts";
import type { SettingRecord, Settings } from "../db/records.ts";

/** The values of settings that nobody has changed. Settings that are not listed have no default. */
export const SETTING_DEFAULTS = {
	style: DEFAULT_HOUSE_STYLE,
	exemptions: DEFAULT_EXEMPTIONS,
	preflightOff: [],
	interval: null,
	setUp: { state: "new", name: "", answers: {} },
} satisfies Partial<Settings>;

/** The default of a setting as a record; undefined if the setting has no default. */
export function unchosenSetting(key: string): SettingRecord | undefined {
	if (!Object.hasOwn(SETTING_DEFAULTS, key)) return undefined;
	const known = key as keyof typeof SETTING_DEFAULTS;
	return { key: known, value: SETTING_DEFAULTS[known] };
}

/** Whether a setting differs from its default. */
export function isChosen({ key, value }: SettingRecord): boolean {
	const unchosen = unchosenSetting(key);
	return unchosen !== undefined && !sameJson(value, unchosen.value);
}
