import { useSignal } from "@preact/signals";
import { Fragment } from "preact";
import { issueLabel } from "../../core/archive/issue-label.ts";
import { EXPORTS } from "../../export/exports.ts";
import { formatShortDay, translate } from "../../extension/strings.ts";
import type { Desk } from "../app/desk.ts";
import { FailureAlert } from "../app/failure.tsx";
import type { Field } from "../fields/field.ts";
import { focusAfterwards } from "../ui/focus.ts";
import { SavedMark } from "../ui/saved-mark.tsx";
import type { DraftFieldSet } from "./draft-fields.ts";
import { DraftSwitch, OtherDraft } from "./draft-switch.tsx";
import { goToField } from "./go-to-field.ts";
import { areIssueFieldsOpen, ISSUE_FIELDS, IssueFields } from "./issue-fields.tsx";
import { Preflight } from "./preflight/preflight.tsx";
import { ReviewSheet } from "./review/review-sheet.tsx";

const REVIEW = "review-and-publish";

/**
 * The header of the draft: its issue, its status, and the buttons to review, export, copy and publish.
 */
export function DraftBar({ desk, fields }: { desk: Desk; fields: DraftFieldSet }) {
	const busy = useSignal(false);
	const isReviewed = useSignal(false);
	const { publishing, stored, sample } = desk;

	/** Exports, copies or publishes. If a field prevents that, the field gets the focus. */
	async function run(way: () => Promise<Field | null>): Promise<void> {
		if (busy.value) return;
		busy.value = true;
		try {
			const focus = focusAfterwards();
			const wrong = await way();
			if (wrong) await goToField(desk, wrong.ref, focus);
		} finally {
			busy.value = false;
		}
	}

	return (
		<div class="bar">
			<FoldButton desk={desk} />
			<IssueFields desk={desk} fields={fields} />
			<div class="status">
				<DraftSwitch desk={desk} />
				<SavedMark desk={desk} />
			</div>
			<div class="ways">
				<Preflight desk={desk} />
				{EXPORTS.map((target) => (
					<Fragment key={target.id}>
						<ShortButton
							name={translate(target.labels.copy)}
							short={translate("optionsCopyShort")}
							go={() => void run(() => publishing.copy(target))}
						/>
						<ShortButton
							name={translate(target.labels.download)}
							short={translate("optionsExportShort")}
							go={() => void run(() => publishing.download(target))}
						/>
					</Fragment>
				))}
				<ShortButton
					id={REVIEW}
					name={translate("optionsReview")}
					short={translate("optionsReviewShort")}
					go={() => {
						isReviewed.value = true;
					}}
				/>
				<button
					type="button"
					class={stored.items.value.length > 0 && !sample.shown.value ? "primary" : undefined}
					aria-disabled={sample.shown.value}
					aria-describedby={sample.shown.value ? "sample-words" : undefined}
					onClick={() => void run(publishing.publish)}
				>
					{translate("optionsPublish")}
				</button>
			</div>
			{!sample.shown.value && <OtherDraft desk={desk} />}
			<FailureAlert desk={desk} />
			{isReviewed.value && (
				<ReviewSheet
					desk={desk}
					close={() => {
						isReviewed.value = false;
					}}
					publish={() => void run(publishing.publish)}
					download={(target) => void run(() => publishing.download(target))}
					copy={(target) => void run(() => publishing.copy(target))}
				/>
			)}
		</div>
	);
}

/** In a narrow window the number and dates are one button with their values. It opens the fields. */
function FoldButton({ desk }: { desk: Desk }) {
	const draft = desk.stored.draft.value;
	if (!draft) return null;
	const day = draft.issueDate === null ? "" : formatShortDay(draft.issueDate);
	const name = draft.sample
		? translate("optionsDraftSample")
		: translate("optionsIssue", issueLabel(draft));
	return (
		<button
			type="button"
			class="quiet fold"
			aria-expanded={areIssueFieldsOpen.value}
			aria-controls={ISSUE_FIELDS}
			onClick={() => {
				areIssueFieldsOpen.value = !areIssueFieldsOpen.value;
			}}
		>
			{name}
			{day !== "" && draft.number !== null && ` · ${day}`}
		</button>
	);
}

interface ShortButtonProps {
	id?: string;
	name: string;
	/** The label for a narrow row. `name` begins with the same word. */
	short: string;
	go(): void;
}

function ShortButton({ id, name, short, go }: ShortButtonProps) {
	const hasShort = name.startsWith(short);
	return (
		<button type="button" id={id} aria-label={name} onClick={go}>
			{hasShort ? (
				<>
					{short}
					<span class="long">{name.slice(short.length)}</span>
				</>
			) : (
				name
			)}
		</button>
	);
}
