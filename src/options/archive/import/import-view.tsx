import { useEffect } from "preact/hooks";
import { translate } from "../../../extension/strings.ts";
import { Alert } from "../../ui/alert.tsx";
import { FilePicker } from "../../ui/file-picker.tsx";
import { focusById } from "../../ui/focus.ts";
import { chosenFiles } from "./chosen-files.ts";
import { DropZone } from "./drop-zone.tsx";
import { ImportDetails, ImportOutcome } from "./import-report.tsx";
import { type Importing, type ImportStatus, isUnderWay } from "./importing.ts";

/** Imports past issues, which can be dropped anywhere on the page or picked. */
export function ImportView({ importing }: { importing: Importing }) {
	const status = importing.status.value;
	const underWay = isUnderWay(status);

	function pick(files: readonly File[]): void {
		const chosen = chosenFiles(files);
		if (chosen.length > 0) void importing.start(chosen);
	}

	return (
		<section class="import" aria-labelledby="import-heading">
			<h3 id="import-heading">{translate("optionsImport")}</h3>
			<DropZone importing={importing} />
			{!underWay && (
				<>
					<p class="hint">{translate("optionsImportLead")}</p>
					<div class="ways">
						<FilePicker
							label={translate("optionsImportFiles")}
							id="import-files"
							multiple
							accept=".md,.markdown,.mdown,.mkd,.mdx,.txt,.zip"
							pick={pick}
						/>
						<FilePicker
							label={translate("optionsImportFolder")}
							id="import-folder"
							multiple
							folder
							pick={pick}
						/>
					</div>
				</>
			)}
			{underWay && <ImportRunning importing={importing} status={status} />}
			<div role="status" aria-live="polite" class="outcome">
				{underWay && <p class="visually-hidden">{translate("optionsImportRunning")}</p>}
				{status.kind === "finished" && <ImportOutcome {...status} />}
			</div>
			<Alert sentence={status.kind === "failed" ? status.failure : null} />
			{status.kind === "finished" && <ImportDetails importing={importing} report={status.report} />}
		</section>
	);
}

/** The progress of an import, and the button that cancels it. */
export function ImportRunning({
	importing,
	status,
}: {
	importing: Importing;
	status: ImportStatus;
}) {
	const running = status.kind === "running" ? status : null;
	// The button that started the import has disappeared, and the focus was lost with it.
	useEffect(() => {
		if (document.activeElement === document.body) void focusById("import-cancel");
		return () => {
			if (document.activeElement?.id === "import-cancel") void focusById("import-files");
		};
	}, []);
	return (
		<div class="running">
			<progress
				aria-label={translate("optionsImportRunning")}
				{...(running?.of ? { max: running.of, value: running.files } : {})}
			/>
			<p class="count">
				{running === null && translate("optionsImportListing")}
				{running &&
					(running.of === null
						? translate("optionsImportProgress", running.files)
						: translate("optionsImportProgressOf", running.files, running.of))}
			</p>
			<button
				type="button"
				id="import-cancel"
				aria-disabled={!running || running.cancelling}
				onClick={importing.cancel}
			>
				{translate("optionsImportCancel")}
			</button>
		</div>
	);
}
