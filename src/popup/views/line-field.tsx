import { useLayoutEffect, useRef } from "preact/hooks";

interface Props {
	label: string;
	value: string;
	fixed: boolean;
	/** Whether it is an address: it has no spaces, and nobody checks its spelling. */
	isAddress?: boolean;
	onType(value: string): void;
}

/** A field of one line, which is shown on two so that a long one can be read. Enter submits its form. */
export function LineField({ label, value, fixed, isAddress = false, onType }: Props) {
	const field = useRef<HTMLTextAreaElement>(null);
	const { current } = field;
	// What is read from the page can arrive while the field has the focus: what was selected as a
	// whole stays so, and typing replaces it.
	const isWholeSelected =
		current !== null &&
		current === document.activeElement &&
		current.value !== value &&
		current.selectionStart === 0 &&
		current.selectionEnd === current.value.length;

	useLayoutEffect(() => {
		if (isWholeSelected) field.current?.select();
	}, [value]);

	return (
		<label class="row">
			<span>{label}</span>
			<textarea
				ref={field}
				class="line"
				rows={2}
				value={value}
				readOnly={fixed}
				inputMode={isAddress ? "url" : undefined}
				spellcheck={!isAddress}
				autocomplete="off"
				onInput={({ currentTarget }) => {
					const line = currentTarget.value.replace(/\s*[\r\n]+\s*/g, isAddress ? "" : " ");
					// What is the same as before is not drawn again.
					if (line !== currentTarget.value) currentTarget.value = line;
					onType(line);
				}}
				onKeyDown={(event) => {
					if (event.key !== "Enter" || event.ctrlKey || event.metaKey) return;
					event.preventDefault();
					event.currentTarget.form?.requestSubmit();
				}}
			/>
		</label>
	);
}
