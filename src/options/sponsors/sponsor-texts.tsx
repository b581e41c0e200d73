import { fillSponsorHeading } from "../../core/issue/sponsor-heading.ts";
import type { SponsorRecord } from "../../data/db/records.ts";
import { translate } from "../../extension/strings.ts";
import type { Desk } from "../app/desk.ts";
import { Choice } from "../style/choice.tsx";
import { TextField } from "../ui/text-field.tsx";

interface SponsorTextProps {
	desk: Desk;
	sponsor: SponsorRecord;
}

/** The name, note and links of a sponsor. */
export function SponsorTexts({ desk, sponsor }: SponsorTextProps) {
	const { name, note, links } = desk.fields.sponsor(sponsor.id);
	return (
		<div class="sponsor">
			<TextField field={name} label={translate("optionsSponsorName")} />
			<TextField field={note} label={translate("optionsSponsorNote")} multiline voice="prose" />
			<TextField
				field={links}
				label={translate("optionsSponsorLinks")}
				hint={translate("optionsLinksHint")}
				multiline
				voice="code"
			/>
		</div>
	);
}

/** The settings of a sponsor's block that differ from the house style. */
export function SponsorPlacement({ desk, sponsor }: SponsorTextProps) {
	const { heading } = desk.fields.sponsor(sponsor.id);
	const pattern = desk.stored.style.value.sponsor?.heading ?? "{name}";
	return (
		<div class="own">
			<TextField
				field={heading}
				label={translate("optionsSponsorOwnHeading")}
				hint={translate("optionsSponsorOwnHeadingHint")}
				placeholder={fillSponsorHeading(pattern, sponsor.name)}
			/>
			<Choice
				id={`sponsor-${sponsor.id}-foot`}
				label={translate("optionsSponsorFoot")}
				value={FOOT_CHOICES.find(({ atFoot }) => atFoot === sponsor.atFoot)?.value ?? "style"}
				options={FOOT_CHOICES.map(({ value, name }) => ({ value, name: translate(name) }))}
				choose={(chosen) => {
					const foot = FOOT_CHOICES.find(({ value }) => value === chosen);
					if (foot) void desk.sponsorsState.setAtFoot(sponsor.id, foot.atFoot);
				}}
			/>
		</div>
	);
}

/** Whether a sponsor differs from the house style in more than its text. */
export function hasOwnPlacement({ heading, atFoot }: SponsorRecord): boolean {
	return heading !== "" || atFoot !== null;
}

/** A name for a sponsor that fits on one line; empty if the sponsor has no text. */
export function sponsorLabel(sponsor: Pick<SponsorRecord, "name" | "heading" | "note">): string {
	const heading = fillSponsorHeading(sponsor.heading, "");
	return sponsor.name.trim() || heading || (sponsor.note.trim().split("\n")[0] ?? "");
}

const FOOT_CHOICES = [
	{ value: "style", name: "optionsSponsorFootStyle", atFoot: null },
	{ value: "yes", name: "optionsSponsorFootYes", atFoot: true },
	{ value: "no", name: "optionsSponsorFootNo", atFoot: false },
] as const;
