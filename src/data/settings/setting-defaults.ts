import { DEFAULT_HOUSE_STYLE } from "../../core/house-style/ready-made-styles.ts";
import { sameJson } from "../../core/json/same-json.ts";
import { DEFAULT_EXEMPTIONS } from "../../core/links/repeats.ts";
import type { SettingRecord, Settings } from "../db/records.ts";

/** What a setting is as long as nobody has changed it. The others have no value before that. */
export const SETTING_DEFAULTS = {
	style: DEFAULT_HOUSE_STYLE,
	exemptions: DEFAULT_EXEMPTIONS,
	preflightOff: [],
	interval: null,
	setUp: { state: "new", name: "", answers: {} },
} satisfies Partial<Settings>;

/** A setting as it is while nobody has changed it and it has no record; undefined where it has no value. */
export function unchosenSetting(key: string): SettingRecord | undefined {
	if (!Object.hasOwn(SETTING_DEFAULTS, key)) return undefined;
	const known = key as keyof typeof SETTING_DEFAULTS;
	return { key: known, value: SETTING_DEFAULTS[known] };
}

/** Whether a setting is another than before anybody has changed it. */
export function isChosen({ key, value }: SettingRecord): boolean {
	const unchosen = unchosenSetting(key);
	return unchosen !== undefined && !sameJson(value, unchosen.value);
}
