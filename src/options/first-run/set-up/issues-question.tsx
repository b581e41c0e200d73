import { useEffect, useMemo } from "preact/hooks";
import { translate } from "../../../extension/strings.ts";
import { chosenFiles } from "../../archive/import/chosen-files.ts";
import { DropZone } from "../../archive/import/drop-zone.tsx";
import { ImportDetails, ImportOutcome } from "../../archive/import/import-report.tsx";
import { ImportRunning } from "../../archive/import/import-view.tsx";
import { type Importing, isUnderWay } from "../../archive/import/importing.ts";
import { Alert } from "../../ui/alert.tsx";
import { FilePicker } from "../../ui/file-picker.tsx";
import { focusAfterwards } from "../../ui/focus.ts";
import { QuestionPanel } from "./question.tsx";
import type { SettingUp } from "./setting-up.ts";

interface IssuesQuestionProps {
	settingUp: SettingUp;
	importing: Importing;
}

/** Asks for past issues. They are imported, and the style is learned from them. */
export function IssuesQuestion({ settingUp, importing }: IssuesQuestionProps) {
	const status = importing.status.value;
	const underWay = isUnderWay(status);
	const hasEnded = status.kind === "finished" && settingUp.isImporting.value;

	// The import may have ended while another panel was open.
	useEffect(() => {
		if (hasEnded) void learn();
	}, [hasEnded]);

	async function learn(): Promise<void> {
		const focus = focusAfterwards();
		if (await settingUp.learn()) await focus("set-up-issues-again");
	}

	/** The style is learned after an import that was started here. */
	const here = useMemo(
		(): Importing => ({
			...importing,
			start(files) {
				settingUp.beginImport();
				return importing.start(files);
			},
		}),
		[importing, settingUp],
	);

	const pick = (files: readonly File[]) => void here.start(chosenFiles(files));

	return (
		<QuestionPanel settingUp={settingUp} question="issues" answer={translate("setUpIssuesTaken")}>
			{(skip) => (
				<>
					<DropZone importing={here} />
					<p class="hint">{translate("setUpIssuesLead")}</p>
					{underWay ? (
						<ImportRunning importing={importing} status={status} />
					) : (
						<div class="ways">
							<FilePicker
								label={translate("optionsImportFolder")}
								id="set-up-issues-first"
								multiple
								folder
								pick={pick}
							/>
							<FilePicker
								label={translate("optionsImportFiles")}
								id="import-files"
								multiple
								accept=".md,.markdown,.mdown,.mkd,.mdx,.txt,.zip"
								pick={pick}
							/>
							{skip}
						</div>
					)}
					<div role="status" aria-live="polite" class="outcome">
						{status.kind === "finished" && <ImportOutcome {...status} />}
					</div>
					<Alert sentence={status.kind === "failed" ? status.failure : settingUp.failure.value} />
					{status.kind === "finished" && (
						<ImportDetails importing={importing} report={status.report} />
					)}
				</>
			)}
		</QuestionPanel>
	);
}
