import type { SponsorRecord } from "../../data/db/records.ts";
import { translate } from "../../extension/strings.ts";
import { Address } from "../../ui/address.tsx";
import type { Desk } from "../app/desk.ts";
import { fieldKey } from "../fields/field-ref.ts";
import { focusInNew } from "../keys/typed-ahead.ts";
import { focusAfterwards, focusById } from "../ui/focus.ts";
import { TextField } from "../ui/text-field.tsx";
import { SponsorPlacement, SponsorTexts, sponsorLabel } from "./sponsor-texts.tsx";

interface BookingProps {
	desk: Desk;
	sponsor: SponsorRecord;
	/** The id of the element that gets the focus when the booking is deleted. */
	after: string;
}

/** A sponsor that has not run: its summary, or its fields when it is open. */
export function BookingView({ desk, sponsor, after }: BookingProps) {
	const { sponsorsState } = desk;
	const { id } = sponsor;
	const isOpen = sponsorsState.opened.value === id;

	async function toggle(): Promise<void> {
		if (isOpen) {
			sponsorsState.close();
			await focusById(`sponsor-${id}-edit`);
		} else {
			sponsorsState.open(id);
			await focusById(fieldKey({ of: "sponsor", id, part: "name" }));
		}
	}

	const again = () =>
		focusInNew(
			() => sponsorsState.bookAgain(sponsor),
			(booked) => fieldKey({ of: "sponsor", id: booked, part: "issue" }),
			desk.keepText,
		);

	async function remove(): Promise<void> {
		const focus = focusAfterwards();
		const removed = await sponsorsState.remove(id);
		await focus(removed ? after : `sponsor-${id}-delete`);
	}

	const summary = `sponsor-${id}-summary`;
	return (
		<fieldset
			class={`booking${isOpen ? " open" : ""}`}
			aria-label={sponsorLabel(sponsor) || translate("optionsSponsorsUnnamed")}
			onKeyDown={(event) => {
				if (event.key === "Escape" && isOpen) void toggle();
			}}
		>
			<SponsorSummary id={summary} sponsor={sponsor} />
			<div class="booking-ways">
				<button
					type="button"
					class="quiet"
					id={`sponsor-${id}-edit`}
					aria-describedby={summary}
					onClick={() => void toggle()}
				>
					{translate(isOpen ? "optionsDone" : "optionsEdit")}
				</button>
				<button type="button" class="quiet" aria-describedby={summary} onClick={() => void again()}>
					{translate("optionsSponsorsBookAgain")}
				</button>
				<button
					type="button"
					class="quiet"
					id={`sponsor-${id}-delete`}
					aria-describedby={summary}
					onClick={() => void remove()}
				>
					{translate("optionsDelete")}
				</button>
			</div>
			{isOpen && (
				<div class="fields">
					<TextField
						field={desk.fields.sponsor(id).issue}
						label={translate("optionsSponsorsForIssue")}
						hint={translate("optionsSponsorsForIssueHint")}
						voice="code"
					/>
					<SponsorTexts desk={desk} sponsor={sponsor} />
					<SponsorPlacement desk={desk} sponsor={sponsor} />
				</div>
			)}
		</fieldset>
	);
}

interface SummaryProps {
	id: string;
	sponsor: Pick<SponsorRecord, "name" | "note" | "heading" | "links">;
}

/** The text of a sponsor in a few lines. */
export function SponsorSummary({ id, sponsor }: SummaryProps) {
	const { name, note, heading, links } = sponsor;
	const isEmpty = name.trim() === "" && note.trim() === "" && links.length === 0;
	return (
		<div class="words" id={id}>
			<p class="name">
				{name.trim() || heading || (
					<span class="missing">{translate("optionsSponsorsUnnamed")}</span>
				)}
			</p>
			{isEmpty && <p class="missing">{translate("optionsSponsorsNoWords")}</p>}
			{note.trim() !== "" && <p class="note">{note.trim()}</p>}
			<p class="links">
				{links.map(({ url }) => (
					<Address key={url} url={url} />
				))}
			</p>
		</div>
	);
}
