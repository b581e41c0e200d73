import { computed, type ReadonlySignal } from "@preact/signals";
import { foldedHeading } from "../../../core/links/heading-key.ts";
import { DEFAULT_EXEMPTIONS, type Exemptions } from "../../../core/links/repeats.ts";
import { reviseExemptions } from "../../../data/settings/settings.ts";
import type { Stored } from "../../app/stored.ts";
import { createField, type Field } from "../../fields/field.ts";
import type { Fields } from "../../fields/fields.ts";
import { type Saving, saveAndRead } from "../../fields/saving.ts";
import { parseHosts } from "./parse-hosts.ts";

/** The links for which the editor wants no repeats reported. */
export interface ExemptionsState {
	/** The exempt hosts, one per line. */
	readonly hosts: Field;
	/** Every section that can be exempt, and whether it is. */
	readonly sections: ReadonlySignal<readonly { heading: string; exempt: boolean }[]>;
	exempt(heading: string, on: boolean): Promise<void>;
}

export function createExemptionsState(
	stored: Stored,
	saving: Saving,
	fields: Fields,
): ExemptionsState {
	const current = stored.exemptions;

	function revise(
		mark: string,
		change: (value: Exemptions) => Exemptions,
		pending?: ReadonlySignal<boolean>,
	): Promise<boolean> {
		return saveAndRead(stored, saving, () => reviseExemptions(mark, change), pending);
	}

	const hosts = createField({
		ref: { of: "exempt", id: "", part: "hosts" },
		stored: computed(() => current.value.hosts.join("\n")),
		parse: parseHosts,
		save: (now, pending) =>
			revise("exemptions/hosts", (value) => ({ ...value, hosts: now }), pending),
	});
	fields.add([hosts]);

	/** The sections of the house style, those that are exempt, and those that are exempt by default. */
	const sections = computed(() => {
		const exempt = new Set(current.value.sections.map(foldedHeading));
		const headings = new Map<string, string>();
		for (const heading of [
			...stored.style.value.sections.map((section) => section.heading),
			...DEFAULT_EXEMPTIONS.sections,
			...current.value.sections,
		]) {
			if (!headings.has(foldedHeading(heading))) headings.set(foldedHeading(heading), heading);
		}
		return [...headings].map(([key, heading]) => ({ heading, exempt: exempt.has(key) }));
	});

	return {
		hosts,
		sections,
		async exempt(heading, on) {
			await revise("exemptions/sections", (value) => {
				const others = value.sections.filter(
					(other) => foldedHeading(other) !== foldedHeading(heading),
				);
				return { ...value, sections: on ? [...others, heading] : others };
			});
		},
	};
}
