interface Props {
	label: string;
	value: string;
	fixed: boolean;
	/** Whether it is an address: it has no spaces, and its spelling is not checked. */
	isAddress?: boolean;
	onType(value: string): void;
}

/** A field for one line of text, shown on two lines so that a long text can be read. Enter submits the form. */
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
					// An unchanged value is not rendered again, so it is set here.
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
