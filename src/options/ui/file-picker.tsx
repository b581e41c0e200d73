import { useLayoutEffect, useRef } from "preact/hooks";

interface FilePickerProps {
	label: string;
	id?: string;
	/** The file types that are offered, as in the `accept` attribute of a file input. */
	accept?: string;
	/** Whether several files can be chosen. */
	multiple?: boolean;
	/** Whether a whole folder is chosen. */
	folder?: boolean;
	busy?: boolean;
	/** Called with the chosen files, unless there are none. */
	pick(files: readonly File[]): unknown;
}

/** A button that opens the browser's dialog for files. */
export function FilePicker(props: FilePickerProps) {
	const { label, id, accept, multiple, folder = false, busy, pick } = props;
	const field = useRef<HTMLInputElement>(null);
	useLayoutEffect(() => {
		if (field.current) field.current.webkitdirectory = folder;
	}, [folder]);
	return (
		<>
			<button
				type="button"
				id={id}
				aria-disabled={busy}
				onClick={() => !busy && field.current?.click()}
			>
				{label}
			</button>
			<input
				ref={field}
				type="file"
				hidden
				multiple={multiple}
				accept={accept}
				onChange={({ currentTarget }) => {
					const files = [...(currentTarget.files ?? [])];
					// The same file can be picked again after it has been corrected.
					currentTarget.value = "";
					if (files.length > 0) void pick(files);
				}}
			/>
		</>
	);
}
