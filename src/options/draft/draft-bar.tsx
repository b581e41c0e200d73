import { useSignal } from "@preact/signals";
import { Fragment } from "preact";
import { EXPORTS } from "../../export/exports.ts";
import { say, sayCount } from "../../extension/strings.ts";
import type { Desk } from "../app/desk.ts";
import { Failure } from "../app/failure.tsx";
import type { Field } from "../fields/field.ts";
import { focusAfterwards } from "../ui/focus.ts";
import { SavedMark } from "../ui/saved-mark.tsx";
import { TextField } from "../ui/text-field.tsx";
import type { DraftFieldSet } from "./draft-fields.ts";
import { DraftSwitch, OtherDraft } from "./draft-switch.tsx";
import { goToField } from "./go-to-field.ts";
import { Preflight } from "./preflight/preflight.tsx";
import { StyleFields } from "./style-fields.tsx";

/** The head of the draft: which issue it is, how it stands, and the ways out. */
export function DraftBar({ desk, fields }: { desk: Desk; fields: DraftFieldSet }) {
	const busy = useSignal(false);
	const { publishing, items, stored, sample } = desk;

	/** Runs a way out; what stands in its way gets the focus. */
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
			<div class="which">
				{stored.style.value.numbered && (
					<TextField
						field={fields.number}
						label={say("optionsIssueNumber")}
						inputMode="numeric"
						voice="code"
					/>
				)}
				{stored.style.value.dated && (
					<TextField field={fields.issueDate} label={say("optionsIssueDate")} voice="code" />
				)}
				<TextField field={fields.publishedAt} label={say("optionsPublicationTime")} voice="code" />
			</div>
			<StyleFields desk={desk} />
			<div class="standing">
				<DraftSwitch desk={desk} />
				<p class="count">{sayCount("optionsItems", stored.items.value.length)}</p>
				<button type="button" class="quiet" onClick={() => items.openAll(!items.allOpen.value)}>
					{say(items.allOpen.value ? "optionsFoldAll" : "optionsOpenAll")}
				</button>
				<SavedMark desk={desk} />
			</div>
			<div class="ways">
				<Preflight desk={desk} />
				{EXPORTS.map((target) => (
					<Fragment key={target.id}>
						<button type="button" onClick={() => void run(() => publishing.copy(target))}>
							{say(target.labels.copy)}
						</button>
						<button type="button" onClick={() => void run(() => publishing.download(target))}>
							{say(target.labels.download)}
						</button>
					</Fragment>
				))}
				<button
					type="button"
					class={stored.items.value.length > 0 && !sample.shown.value ? "primary" : undefined}
					aria-disabled={sample.shown.value}
					aria-describedby={sample.shown.value ? "sample-words" : undefined}
					onClick={() => void run(publishing.publish)}
				>
					{say("optionsPublish")}
				</button>
			</div>
			{!sample.shown.value && <OtherDraft desk={desk} />}
			<Failure desk={desk} />
		</div>
	);
}
