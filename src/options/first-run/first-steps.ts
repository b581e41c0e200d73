import { computed, type ReadonlySignal } from "@preact/signals";
import { DEFAULT_HOUSE_STYLE } from "../../core/house-style/ready-made-styles.ts";
import { sameJson } from "../../core/json/same-json.ts";
import { latestPublished } from "../../data/archive/archive.ts";
import { liveQuery } from "../../data/db/live-query.ts";
import type { Stored } from "../app/stored.ts";

/** The steps that a new editor has not taken yet. */
export interface FirstSteps {
	/** Whether the archive has been read. */
	readonly isRead: ReadonlySignal<boolean>;
	/** Whether the archive is empty; false until it has been read. */
	readonly archiveEmpty: ReadonlySignal<boolean>;
	/** Whether the house style is still the default one. */
	readonly styleUntouched: ReadonlySignal<boolean>;
	/** Reads the archive and follows its changes, until the returned function is called. */
	follow(): () => void;
}

/** An import adds hundreds of issues in a row. The archive is read again at most once in this time. */
const PAUSE_MS = 400;

export function createFirstSteps({ style }: Pick<Stored, "style">): FirstSteps {
	const isEmpty = liveQuery(["archive"], async () => (await latestPublished()) === null, {
		pause: PAUSE_MS,
	});
	return {
		isRead: computed(() => isEmpty.data.value !== null || isEmpty.error.value !== null),
		archiveEmpty: computed(() => isEmpty.data.value ?? false),
		styleUntouched: computed(() => sameJson(style.value, DEFAULT_HOUSE_STYLE)),
		follow: isEmpty.follow,
	};
}
