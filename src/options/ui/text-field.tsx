import { effect } from "@preact/signals";
import { useLayoutEffect, useRef } from "preact/hooks";
import { translate } from "../../extension/strings.ts";
import type { Field } from "../fields/field.ts";
import { typingBegins } from "../keys/native-undo.ts";

interface TextFieldProps {
	field: Field;
	label: string;
	/** A help text below the field. */
	hint?: string;
	/** Whether it has several lines. */
	multiline?: boolean;
	/** `prose` for the editor's words, `code` for addresses and patterns. */
	voice?: "prose" | "code";
	/** The id of an element that says what the field belongs to. */
	belongsTo?: string;
	inputMode?: "numeric";
	placeholder?: string;
}

type Editable = HTMLInputElement | HTMLTextAreaElement;

/** A field with a label. A message appears beside it if its text cannot be saved. */
export function TextField(props: TextFieldProps) {
	const { field, label, hint, multiline, voice, belongsTo, inputMode, placeholder } = props;
	const element = useRef<Editable>(null);
	const problem = field.problem.value;

	// The text is set in code and only if it differs. So a keystroke does not redraw, and a change from
	// elsewhere does not move the caret.
	useLayoutEffect(() => effect(() => show(element.current, field.text.value)), [field]);

	const problemId = `${field.id}-problem`;
	const hintId = `${field.id}-hint`;
	const described = [problem ? problemId : hint && hintId, belongsTo].filter(Boolean).join(" ");
	const shared = {
		id: field.id,
		class: voice,
		autocomplete: "off",
		"aria-invalid": problem ? true : undefined,
		"aria-describedby": described || undefined,
		placeholder,
		onInput: ({ currentTarget }: { currentTarget: Editable }) => field.type(currentTarget.value),
		onFocus: field.focus,
		onBlur: field.blur,
	} as const;

	return (
		<div class="field">
			<label for={field.id}>{label}</label>
			{multiline ? (
				<textarea {...shared} ref={element as never} rows={voice === "code" ? 1 : 2} />
			) : (
				<input {...shared} ref={element as never} type="text" inputMode={inputMode} />
			)}
			{problem && (
				<p class={hint ? "problem in-place" : "problem"} id={problemId}>
					{translate(problem.key, ...problem.values)}
				</p>
			)}
			{hint && !problem && (
				<p class="hint" id={hintId}>
					{hint}
				</p>
			)}
		</div>
	);
}

function show(element: Editable | null, text: string): void {
	if (!element || element.value === text) return;
	const { selectionStart, selectionEnd } = element;
	const focused = document.activeElement === element;
	element.value = text;
	// Writing into a field clears the browser's undo history.
	typingBegins(element);
	if (focused) element.setSelectionRange(selectionStart, selectionEnd);
}
