import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import type { SponsorRecord } from "../../data/db/records.ts";
import { emptySponsor } from "../../data/sponsors/sponsors.ts";
import { translate } from "../../extension/strings.ts";
import type { Desk } from "../app/desk.ts";
import { hashOf } from "../app/route.ts";
import { fieldKey } from "../fields/field-ref.ts";
import { focusInNew } from "../keys/typed-ahead.ts";
import { focusAfterwards, focusById, keepingFocus } from "../ui/focus.ts";
import { MoveButtons } from "../ui/move-buttons.tsx";
import { hasOwnPlacement, SponsorPlacement, SponsorTexts } from "./sponsor-texts.tsx";
import { isBooked } from "./sponsors-state.ts";

/** The sponsors of the issue and their text. If there is none yet, an empty block is shown. */
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
	/**
	 * The number of this sponsor in the issue, from 1, and how many are stored: 0 before anything is typed.
	 */
	nth: number;
	of: number;
}

function SponsorBlock({ desk, sponsor, nth, of }: SponsorBlockProps) {
	const { id } = sponsor;
	const setApart = hasOwnPlacement(sponsor);
	// It never folds by itself: otherwise clearing the heading would remove the field with the caret.
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
		const next = await desk.sponsorsState.takeOut(id);
		const after = next ?? emptySponsor(desk.stored.draft.value?.id ?? "").id;
		await focus(fieldKey({ of: "sponsor", id: after, part: "name" }));
	}

	return (
		<fieldset
			class="sponsor-block"
			aria-label={sponsor.name.trim() || translate("optionsSponsorNth", nth)}
		>
			<Origin sponsor={sponsor} />
			<SponsorTexts desk={desk} sponsor={sponsor} />
			{unfolded.value && <SponsorPlacement desk={desk} sponsor={sponsor} />}
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
	/** Null if nothing is folded. */
	unfold: (() => void) | null;
	takeOut: () => void;
}

/**
 * The row of buttons. It exists before anything is typed, and it is aligned to the end of the line.
 * Buttons that appear with the first character are added before the others, so that neither those nor
 * anything below moves under the pointer.
 */
function SponsorControls({ desk, id, nth, of, unfold, takeOut }: SponsorControlsProps) {
	if (!unfold && of === 0) return null;
	return (
		<div class="beneath">
			{of > 0 && nth === of && <AddButton desk={desk} />}
			{of > 1 && (
				<MoveButtons
					id={`sponsor-${id}`}
					move={(direction) => keepingFocus(() => desk.sponsorsState.move(id, direction))}
				/>
			)}
			{of > 0 && (
				<button type="button" class="quiet" onClick={takeOut}>
					{translate("optionsSponsorTakeOut")}
				</button>
			)}
			{unfold && (
				<button type="button" class="quiet" aria-expanded={false} onClick={unfold}>
					{translate("optionsSponsorMore")}
				</button>
			)}
		</div>
	);
}

/** Shown below the last sponsor, beside the other buttons of that sponsor. */
function AddButton({ desk }: { desk: Desk }) {
	const add = () =>
		focusInNew(
			() => desk.sponsorsState.add(),
			(id) => fieldKey({ of: "sponsor", id, part: "name" }),
			desk.keepText,
		);

	return (
		<button type="button" class="quiet add" onClick={() => void add()}>
			{translate("optionsSponsorAdd")}
		</button>
	);
}

/** Where a sponsor comes from that was not typed into this draft. */
function Origin({ sponsor }: { sponsor: SponsorRecord }) {
	if (sponsor.carriedFrom !== null) return <p class="hint">{translate("optionsSponsorCarried")}</p>;
	if (!isBooked(sponsor)) return null;
	return (
		<p class="hint">
			{translate("optionsSponsorBooked")}{" "}
			<a href={hashOf("sponsors", sponsor.id)}>{translate("optionsSponsorSeeBooking")}</a>
		</p>
	);
}
