import { computed, type ReadonlySignal, signal } from "@preact/signals";
import { isoWithOffset } from "../../../core/calendar/numbering.ts";
import { type HouseStyle, itemPatternOf } from "../../../core/house-style/house-style.ts";
import { parseItemPattern } from "../../../core/house-style/parse-item-pattern.ts";
import { AT_END, AT_TOP } from "../../../core/issue/draft-issue.ts";
import { type CheckId, type Finding, preflight } from "../../../core/preflight/checks.ts";
import { memoize } from "../../../core/preflight/memoize.ts";
import type {
	InputSponsor,
	PreflightInput,
	Usual,
} from "../../../core/preflight/preflight-input.ts";
import type { SponsorRecord } from "../../../data/db/records.ts";
import { applyFix } from "../../../data/drafts/fixing.ts";
import { dismissFinding, switchCheck } from "../../../data/drafts/preflight.ts";
import { headingOf, type Stored } from "../../app/stored.ts";
import { type Saving, saveAndRead } from "../../fields/saving.ts";
import { getOrCreate } from "../../signals/get-or-create.ts";
import { onIdle } from "../../signals/on-idle.ts";
import { stableComputed } from "../../signals/stable-computed.ts";
import { createFromArchive, type FromArchive } from "./preflight-archive.ts";

/** The preflight of the shown draft. Findings never prevent an export. */
export interface PreflightState {
	/** The open findings in the order of the issue; null until the checks have run. */
	readonly open: ReadonlySignal<readonly Finding[] | null>;
	/** The findings that the editor has dismissed. */
	readonly dismissed: ReadonlySignal<readonly Finding[]>;
	/** The open findings of one item. The array stays the same object while the findings are the same. */
	ofItem(id: string): ReadonlySignal<readonly Finding[]>;
	/** The number of open findings now, counting everything that is saved. */
	count(): number;
	/** Dismisses a finding, or shows it again. */
	dismiss(finding: Finding, dismisses: boolean): Promise<void>;
	/** Applies the fix of a finding. */
	fix(finding: Finding): Promise<void>;
	/** Whether a check is switched on. */
	isOn(id: CheckId): boolean;
	switchCheck(id: CheckId, on: boolean): Promise<void>;
	/** Follows the draft, the archive and the switches until the returned function is called. */
	follow(): () => void;
}

const NONE: readonly Finding[] = [];

export function createPreflight(stored: Stored, saving: Saving): PreflightState {
	const fromArchive = createFromArchive(stored);
	const off = computed((): ReadonlySet<string> => new Set(stored.preflightOff.value));
	const found = signal<readonly Finding[] | null>(null);
	const byItem = new Map<string, ReadonlySignal<readonly Finding[]>>();

	/** What is checked, and which checks are off; null until everything has been read. */
	const request = computed(() => {
		const known = fromArchive.known.value;
		const input = known && inputOf(stored, known);
		return input && { input, off: off.value };
	});

	const dismissedKeys = computed(() => new Set(stored.draft.value?.waved));
	const isOpen = ({ key }: Finding) => !dismissedKeys.value.has(key);
	const open = computed(() => found.value?.filter(isOpen) ?? null);

	const openByItem = computed(() => {
		const findings = new Map<string, Finding[]>();
		for (const finding of open.value ?? NONE) {
			if (finding.place.at !== "item") continue;
			const { id } = finding.place;
			findings.set(id, [...(findings.get(id) ?? []), finding]);
		}
		return findings;
	});

	return {
		open,
		dismissed: computed(() => found.value?.filter((finding) => !isOpen(finding)) ?? NONE),
		ofItem(id) {
			return getOrCreate(byItem, id, () => stableComputed(() => openByItem.value.get(id) ?? NONE));
		},
		count() {
			const now = request.peek();
			return now ? preflight(now.input, now.off).filter(isOpen).length : 0;
		},
		async dismiss({ key }, dismisses) {
			const draft = stored.draft.peek();
			if (draft) await saveAndRead(stored, saving, () => dismissFinding(draft.id, key, dismisses));
		},
		async fix({ place, fix }) {
			const draft = stored.draft.peek();
			if (draft && fix) await saveAndRead(stored, saving, () => applyFix(draft.id, place, fix));
		},
		isOn: (id) => !off.value.has(id),
		async switchCheck(id, on) {
			await saveAndRead(stored, saving, () => switchCheck(id, on));
		},
		follow() {
			const ends = [
				fromArchive.follow(),
				onIdle(request, (now) => {
					found.value = preflight(now.input, now.off);
				}),
			];
			return () => {
				for (const end of ends) end();
			};
		},
	};
}

/** The shown draft in the form that preflight needs; null until it has been read. */
function inputOf(stored: Stored, known: FromArchive): PreflightInput | null {
	const draft = stored.draft.value;
	if (!draft) return null;
	const { number, issueDate, publishedAt, intro, footer, sample } = draft;
	const now = new Date();
	const items = new Map(stored.items.value.map((item) => [item.id, item]));
	const others = stored.drafts.value.filter((other) => other.id !== draft.id && !other.sample);
	return {
		...known,
		number,
		issueDate,
		publishedAt: sample ? null : publishedAt,
		intro,
		footer,
		sections: stored.order.value.map(({ section, items: ids }) => ({
			id: section,
			heading: headingOf(stored, section),
			slots: parseItemPattern(itemPatternOf(stored.style.value, section)).slots,
			items: ids.flatMap((id) => items.get(id) ?? []),
		})),
		sponsors: stored.sponsors.value.map(sponsorOf),
		today: isoWithOffset(now).slice(0, 10),
		now: now.getTime(),
		// The sample is never published, so its number and date cannot be wrong.
		published: sample ? null : known.published,
		usual: usualFor(known.usual, stored.style.value, sample),
		otherDrafts: sample ? [] : others,
	};
}

/** What is usual, without what the house style writes by itself and what the sample cannot have. */
function usualFor(usual: Usual, { standing }: HouseStyle, sample: boolean): Usual {
	if (sample) return { ...usual, weekday: null, intro: null, footer: null, items: null };
	const isAt = (section: string) => standing.some((text) => text.section === section);
	return {
		...usual,
		intro: isAt(AT_TOP) ? null : usual.intro,
		footer: isAt(AT_END) ? null : usual.footer,
	};
}

const sponsorOf = memoize((sponsor: SponsorRecord): InputSponsor => {
	const { id, name, note, links, number, issueDate, carriedFrom } = sponsor;
	const booked = number !== null || issueDate !== null;
	return { id, name, note, links, booked, carried: carriedFrom !== null };
});
