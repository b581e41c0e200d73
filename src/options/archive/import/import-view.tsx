import { useEffect, useLayoutEffect, useRef } from "preact/hooks";
import { say } from "../../../extension/strings.ts";
import { focusById } from "../../ui/focus.ts";
import { filesOfField } from "./chosen-files.ts";
import { DropZone } from "./drop-zone.tsx";
import { ImportDetails, ImportOutcome } from "./import-report.tsx";
import { type Importing, type ImportStanding, isUnderWay } from "./importing.ts";

/** Past issues brought in: by dropping them anywhere on the page, or by picking them. */
export function ImportView({ importing }: { importing: Importing }) {
	const standing = importing.standing.value;
	const underWay = isUnderWay(standing);
	return (
		<section class="import" aria-labelledby="import-heading">
			<h3 id="import-heading">{say("optionsImport")}</h3>
			<DropZone importing={importing} />
			{!underWay && (
				<>
					<p class="hint">{say("optionsImportLead")}</p>
					<div class="ways">
						<Picker importing={importing} label={say("optionsImportFiles")} id="import-files" />
						<Picker
							importing={importing}
							label={say("optionsImportFolder")}
							id="import-folder"
							folder
						/>
					</div>
				</>
			)}
			{underWay && <Running importing={importing} standing={standing} />}
			<div role="status" aria-live="polite" class="outcome">
				{underWay && <p class="visually-hidden">{say("optionsImportRunning")}</p>}
				{standing.kind === "finished" && <ImportOutcome {...standing} />}
			</div>
			{standing.kind === "failed" && (
				<p class="failure" role="alert">
					{say(standing.failure.key, ...standing.failure.values)}
				</p>
			)}
			{standing.kind === "finished" && (
				<ImportDetails importing={importing} report={standing.report} />
			)}
		</section>
	);
}

function Running({ importing, standing }: { importing: Importing; standing: ImportStanding }) {
	const running = standing.kind === "running" ? standing : null;
	// The button that began it has gone, and the focus with it.
	useEffect(() => {
		if (document.activeElement === document.body) void focusById("import-cancel");
		return () => {
			if (document.activeElement?.id === "import-cancel") void focusById("import-files");
		};
	}, []);
	return (
		<div class="running">
			<progress
				aria-label={say("optionsImportRunning")}
				{...(running?.of ? { max: running.of, value: running.files } : {})}
			/>
			<p class="count">
				{running === null && say("optionsImportListing")}
				{running &&
					(running.of === null
						? say("optionsImportProgress", running.files)
						: say("optionsImportProgressOf", running.files, running.of))}
			</p>
			<button
				type="button"
				id="import-cancel"
				aria-disabled={!running || running.cancelling}
				onClick={importing.cancel}
			>
				{say("optionsImportCancel")}
			</button>
		</div>
	);
}

interface PickerProps {
	importing: Importing;
	label: string;
	id: string;
	/** Picks a whole folder instead of files. */
	folder?: boolean;
}

/** A button that opens the browser's dialog for files. */
function Picker({ importing, label, id, folder = false }: PickerProps) {
	const field = useRef<HTMLInputElement>(null);
	useLayoutEffect(() => {
		if (field.current) field.current.webkitdirectory = folder;
	}, [folder]);
	return (
		<>
			<button type="button" id={id} onClick={() => field.current?.click()}>
				{label}
			</button>
			<input
				ref={field}
				type="file"
				hidden
				multiple
				accept={folder ? undefined : ".md,.markdown,.mdown,.mkd,.mdx,.txt,.zip"}
				onChange={({ currentTarget }) => {
					const files = filesOfField(currentTarget);
					// The same files can be picked again, once they have been mended.
					currentTarget.value = "";
					if (files.length > 0) void importing.start(files);
				}}
			/>
		</>
	);
}
