import { signal } from "@preact/signals";
import { useRef } from "preact/hooks";
import { isIssueDate, isPublicationTime } from "../../core/calendar/numbering.ts";
import { formatWeekday, translate } from "../../extension/strings.ts";
import type { Desk } from "../app/desk.ts";
import type { Field } from "../fields/field.ts";
import { IconButton } from "../ui/icon-button.tsx";
import { TextField } from "../ui/text-field.tsx";
import type { DraftFieldSet } from "./draft-fields.ts";

/** Whether the fields of number and dates are open in a narrow window. */
export const areIssueFieldsOpen = signal(false);

/** The id of the element that the button in the row opens. */
export const ISSUE_FIELDS = "issue-fields";

/** The fields that say which issue it is: number, date and time. */
export function IssueFields({ desk, fields }: { desk: Desk; fields: DraftFieldSet }) {
	const { numbered, dated } = desk.stored.style.value;
	const isOpen = areIssueFieldsOpen.value;
	return (
		<div class={`issue-fields${isOpen ? " open" : ""}`} id={ISSUE_FIELDS}>
			{numbered && (
				<div class="number">
					<TextField
						field={fields.number}
						label={translate("optionsIssueNumber")}
						inputMode="numeric"
						voice="code"
					/>
				</div>
			)}
			{dated && <DateField field={fields.issueDate} />}
			<TimeField field={fields.publishedAt} />
		</div>
	);
}

/** The issue date, with its weekday and a button that opens the browser's calendar. */
function DateField({ field }: { field: Field }) {
	const text = field.text.value.trim();
	const day = isIssueDate(text) ? text : "";
	return (
		<div class="picked date">
			<TextField field={field} label={translate("optionsIssueDate")} voice="code" />
			<span class="beside">{formatWeekday(day)}</span>
			<Picker
				type="date"
				label={translate("optionsPickIssueDate")}
				value={day}
				pick={(chosen) => field.type(chosen)}
			/>
		</div>
	);
}

/** The publication time, with weekday and time zone. A time that is picked keeps the offset. */
function TimeField({ field }: { field: Field }) {
	const text = field.text.value.trim();
	const isTime = isPublicationTime(text);
	const offset = isTime ? (/(?:Z|[+-]\d{2}:\d{2})$/.exec(text)?.[0] ?? "Z") : "Z";
	const zone = /^(?:Z|[+-]00:00)$/.test(offset) ? "UTC" : `UTC${offset}`;
	return (
		<div class="picked time">
			<TextField field={field} label={translate("optionsPublicationTime")} voice="code" />
			<span class="beside">{isTime && `${formatWeekday(text.slice(0, 10))}, ${zone}`}</span>
			<Picker
				type="datetime-local"
				label={translate("optionsPickPublicationTime")}
				value={isTime ? text.slice(0, 16) : ""}
				pick={(chosen) => field.type(`${chosen.slice(0, 16)}:00${offset}`)}
			/>
		</div>
	);
}

interface PickerProps {
	type: "date" | "datetime-local";
	label: string;
	value: string;
	pick(chosen: string): void;
}

/** A button that opens the browser's picker. The input itself is invisible and not in the Tab order. */
function Picker({ type, label, value, pick }: PickerProps) {
	const input = useRef<HTMLInputElement>(null);
	return (
		<>
			<input
				ref={input}
				type={type}
				class="picker"
				tabIndex={-1}
				aria-hidden="true"
				value={value}
				onChange={({ currentTarget }) => {
					if (currentTarget.value !== "") pick(currentTarget.value);
				}}
			/>
			<IconButton icon="calendar" label={label} act={() => input.current?.showPicker?.()} />
		</>
	);
}
