import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import type { SponsorRecord } from "../../data/db/records.ts";
import { emptySponsor } from "../../data/sponsors/sponsors.ts";
import { say } from "../../extension/strings.ts";
import type { Desk } from "../app/desk.ts";
import { hashOf } from "../app/route.ts";
import { fieldKey } from "../fields/field-ref.ts";
import { focusInNew } from "../keys/typed-ahead.ts";
import { focusAfterwards, focusById, keepingFocus } from "../ui/focus.ts";
import { MoveButtons } from "../ui/move-buttons.tsx";
import { HeadingAndFoot, isSetApart, SponsorTexts } from "./sponsor-texts.tsx";
import { isBooked } from "./sponsoring.ts";

/** Who pays for the issue, and what they want said; an empty block where nobody does yet. */
export function SponsorBlocks({ desk }: { desk: Desk }) {
	const draft = desk.stored.draft.value;
	if (!draft) return null;
	const sponsors = desk.stored.sponsors.value;
	const shown = sponsors.length > 0 ? sponsors : [emptySponsor(draft.id)];

	return (
		<div class="block sponsors-here">
			{shown.map((sponsor, at) => (
				<SponsorBlock
					key={sponsor.id}
					desk={desk}
					sponsor={sponsor}
					nth={at + 1}
					of={sponsors.length}
				/>
			))}
		</div>
	);
}

interface SponsorBlockProps {
	desk: Desk;
	sponsor: SponsorRecord;
	/** Which of the sponsors, from 1, and how many are kept: 0 before a word is written. */
	nth: number;
	of: number;
}

function SponsorBlock({ desk, sponsor, nth, of }: SponsorBlockProps) {
	const { id } = sponsor;
	const setApart = isSetApart(sponsor);
	// Once unfolded it stays so: a heading that is emptied would take its field from under the caret.
	const unfolded = useSignal(setApart);
	useEffect(() => {
		if (setApart) unfolded.value = true;
	}, [setApart, unfolded]);

	function unfold(): void {
		unfolded.value = true;
		void focusById(fieldKey({ of: "sponsor", id, part: "heading" }));
	}

	async function takeOut(): Promise<void> {
		const focus = focusAfterwards();
		const next = await desk.sponsoring.takeOut(id);
		const after = next ?? emptySponsor(desk.stored.draft.value?.id ?? "").id;
		await focus(fieldKey({ of: "sponsor", id: after, part: "name" }));
	}

	return (
		<fieldset class="sponsoring" aria-label={sponsor.name.trim() || say("optionsSponsorNth", nth)}>
			<Origin sponsor={sponsor} />
			<SponsorTexts desk={desk} sponsor={sponsor} />
			{unfolded.value && <HeadingAndFoot desk={desk} sponsor={sponsor} />}
			<SponsorControls
				desk={desk}
				id={id}
				nth={nth}
				of={of}
				unfold={unfolded.value ? null : unfold}
				takeOut={() => void takeOut()}
			/>
		</fieldset>
	);
}

interface SponsorControlsProps extends Omit<SponsorBlockProps, "sponsor"> {
	id: string;
	/** Null when nothing is folded. */
	unfold: (() => void) | null;
	takeOut: () => void;
}

/**
 * The row of what can be done. It is there before a word is written, and what comes with the first
 * word comes before what was there, which stands at the end of the line: otherwise it and all below
 * would move away from under the pointer.
 */
function SponsorControls({ desk, id, nth, of, unfold, takeOut }: SponsorControlsProps) {
	if (!unfold && of === 0) return null;
	return (
		<div class="beneath">
			{of > 0 && nth === of && <AddButton desk={desk} />}
			{of > 1 && (
				<MoveButtons
					id={`sponsor-${id}`}
					move={(direction) => keepingFocus(() => desk.sponsoring.move(id, direction))}
				/>
			)}
			{of > 0 && (
				<button type="button" class="quiet" onClick={takeOut}>
					{say("optionsSponsorTakeOut")}
				</button>
			)}
			{unfold && (
				<button type="button" class="quiet" aria-expanded={false} onClick={unfold}>
					{say("optionsSponsorMore")}
				</button>
			)}
		</div>
	);
}

/** Stands under the last sponsor, beside what can be done with that one. */
function AddButton({ desk }: { desk: Desk }) {
	const add = () =>
		focusInNew(
			() => desk.sponsoring.add(),
			(id) => fieldKey({ of: "sponsor", id, part: "name" }),
			desk.keepWords,
		);

	return (
		<button type="button" class="quiet add" onClick={() => void add()}>
			{say("optionsSponsorAdd")}
		</button>
	);
}

/** Where a sponsor comes from that nobody has typed into this draft. */
function Origin({ sponsor }: { sponsor: SponsorRecord }) {
	if (sponsor.carriedFrom !== null) return <p class="hint">{say("optionsSponsorCarried")}</p>;
	if (!isBooked(sponsor)) return null;
	return (
		<p class="hint">
			{say("optionsSponsorBooked")}{" "}
			<a href={hashOf("sponsors", sponsor.id)}>{say("optionsSponsorSeeBooking")}</a>
		</p>
	);
}
