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
	return (
		<label class="row">
			<span>{label}</span>
			<textarea
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
