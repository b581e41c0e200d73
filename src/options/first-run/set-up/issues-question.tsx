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
import type { SetUpState } from "./set-up-state.ts";

interface IssuesQuestionProps {
	setUpState: SetUpState;
	importing: Importing;
}

/** Asks for past issues. They are imported, and the style is learned from them. */
export function IssuesQuestion({ setUpState, importing }: IssuesQuestionProps) {
	const status = importing.status.value;
	const underWay = isUnderWay(status);
	const hasEnded = status.kind === "finished" && setUpState.isImporting.value;

	// The import may have ended while another panel was open.
	useEffect(() => {
		if (hasEnded) void learn();
	}, [hasEnded]);

	async function learn(): Promise<void> {
		const focus = focusAfterwards();
		if (await setUpState.learn()) await focus("set-up-issues-again");
	}

	/** The style is learned after an import that was started here. */
	const here = useMemo(
		(): Importing => ({
			...importing,
			start(files) {
				setUpState.beginImport();
				return importing.start(files);
			},
		}),
		[importing, setUpState],
	);

	const pick = (files: readonly File[]) => void here.start(chosenFiles(files));

	return (
		<QuestionPanel setUpState={setUpState} question="issues" answer={translate("setUpIssuesTaken")}>
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
					<Alert sentence={status.kind === "failed" ? status.failure : setUpState.failure.value} />
					{status.kind === "finished" && (
						<ImportDetails importing={importing} report={status.report} />
					)}
				</>
			)}
		</QuestionPanel>
	);
}
