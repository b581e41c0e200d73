import { addressesOf } from "../links/addresses.ts";
import type { Check } from "./check.ts";
import type { Found } from "./finding.ts";
import type { InputSponsor } from "./preflight-input.ts";

/** Checks that the issue has a sponsor, and that the sponsor's text is complete. */

export const noSponsor: Check = {
	severity: "doubtful",
	run: ({ sponsors, usual }): Found[] => {
		const carried = sponsors.find((sponsor) => sponsor.carried && hasContent(sponsor));
		if (carried) {
			const { id, name } = carried;
			const place = { at: "sponsor", id, field: "name" } as const;
			return [{ place, about: name, sentence: "carriedSponsor", values: [name] }];
		}
		const there = sponsors.some((sponsor) => sponsor.booked || hasContent(sponsor));
		// Newsletters that never had a sponsor should not get this finding every week.
		if (there || usual.sponsored === false) return [];
		const place = { at: "sponsor", id: sponsors[0]?.id ?? "", field: "name" } as const;
		return [{ place, about: "", sentence: "noSponsor", values: [] }];
	},
};

export const unwrittenSponsor: Check = {
	severity: "wrong",
	run: ({ sponsors }) =>
		sponsors
			.filter((sponsor) => (sponsor.booked || hasContent(sponsor)) && !isWritten(sponsor))
			.map(({ id, name, note }) => ({
				place: { at: "sponsor", id, field: note.trim() === "" ? "note" : "links" },
				about: note.trim() === "" ? "note" : "links",
				sentence: "unwrittenSponsor",
				values: [name],
			})),
};

function hasContent({ name, note, links }: InputSponsor): boolean {
	return name.trim() !== "" || note.trim() !== "" || links.length > 0;
}

function isWritten(sponsor: InputSponsor): boolean {
	return sponsor.note.trim() !== "" && addressesOf(sponsor).length > 0;
}
