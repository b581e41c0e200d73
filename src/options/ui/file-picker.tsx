import { useLayoutEffect, useRef } from "preact/hooks";

interface FilePickerProps {
	label: string;
	id?: string;
	/** The kinds of files that are offered, as the `accept` of a file input. */
	accept?: string;
	/** Several files instead of one. */
	multiple?: boolean;
	/** A whole folder instead of files. */
	folder?: boolean;
	busy?: boolean;
	/** Called with the files that were chosen, unless none were. */
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
					// The same file can be picked again, once it has been mended.
					currentTarget.value = "";
					if (files.length > 0) void pick(files);
				}}
			/>
		</>
	);
}
