import { computed, type ReadonlySignal } from "@preact/signals";
import { headingKey } from "../../../core/links/heading-key.ts";
import { DEFAULT_EXEMPTIONS, type Exemptions } from "../../../core/links/repeats.ts";
import { liveQuery } from "../../../data/db/live-query.ts";
import { exemptions, reviseExemptions } from "../../../data/settings/settings.ts";
import type { Stored } from "../../app/stored.ts";
import { createField, type Field } from "../../fields/field.ts";
import type { Fields } from "../../fields/fields.ts";
import type { Saving } from "../../fields/saving.ts";
import { parseHosts } from "./parse-hosts.ts";

/** What repeats are not warned about, for the editor to say. */
export interface Exempting {
	/** Whether they have been read. */
	readonly isRead: ReadonlySignal<boolean>;
	/** Hosts, one a line. */
	readonly hosts: Field;
	/** Every section there is a choice about, and whether its links may recur. */
	readonly sections: ReadonlySignal<readonly { heading: string; exempt: boolean }[]>;
	exempt(heading: string, on: boolean): Promise<void>;
	/** Reads them, and follows changes until the returned function is called. */
	follow(): () => void;
}

export function createExempting(stored: Stored, saving: Saving, fields: Fields): Exempting {
	const kept = liveQuery(["settings"], exemptions);
	const current = computed(() => kept.data.value ?? DEFAULT_EXEMPTIONS);

	async function revise(
		mark: string,
		change: (value: Exemptions) => Exemptions,
		pending?: ReadonlySignal<boolean>,
	): Promise<boolean> {
		const saved = await saving.run(async () => {
			await reviseExemptions(mark, change);
			await kept.refresh();
		}, pending);
		return saved !== null;
	}

	const hosts = createField({
		id: "exempt-hosts",
		stored: computed(() => current.value.hosts.join("\n")),
		parse: parseHosts,
		save: (now, pending) =>
			revise("exemptions/hosts", (value) => ({ ...value, hosts: now }), pending),
	});
	fields.add([hosts]);

	/** Those of the house style, those exempt, and those that recur in most newsletters. */
	const sections = computed(() => {
		const exempt = new Set(current.value.sections.map(headingKey));
		const headings = new Map<string, string>();
		for (const heading of [
			...stored.style.value.sections.map((section) => section.heading),
			...DEFAULT_EXEMPTIONS.sections,
			...current.value.sections,
		]) {
			if (!headings.has(headingKey(heading))) headings.set(headingKey(heading), heading);
		}
		return [...headings].map(([key, heading]) => ({ heading, exempt: exempt.has(key) }));
	});

	return {
		isRead: computed(() => kept.data.value !== null),
		hosts,
		sections,
		async exempt(heading, on) {
			await revise("exemptions/sections", (value) => {
				const others = value.sections.filter((other) => headingKey(other) !== headingKey(heading));
				return { ...value, sections: on ? [...others, heading] : others };
			});
		},
		follow: kept.follow,
	};
}
