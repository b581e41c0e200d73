import type { ImportReport } from "../../../data/import/report.ts";
import { say, sayCount } from "../../../extension/strings.ts";
import { ProblemSentence } from "../../style/problems.tsx";
import { CutList } from "./cut-list.tsx";

interface ImportReportProps {
	report: ImportReport;
	cancelled: boolean;
}

/** What an import did in one or two sentences, to be said aloud as well. */
export function ImportOutcome({ report, cancelled }: ImportReportProps) {
	const { added, same, skipped } = report;
	const nothingNew = added === 0 && same > 0;
	return (
		<>
			{cancelled && <p>{say("optionsImportCancelled")}</p>}
			{nothingNew && skipped.length === 0 && !cancelled && <p>{say("optionsImportNothingNew")}</p>}
			{added > 0 && (
				<p>
					<strong>{sayCount("optionsImportAdded", added)}</strong>
					{` · ${sayCount("optionsItems", report.items)} · ${sayCount("optionsImportLinks", report.links)}`}
				</p>
			)}
			{same > 0 && <p>{sayCount("optionsImportSame", same)}</p>}
			{added === 0 && same === 0 && !cancelled && <p>{say("optionsImportNone")}</p>}
			{skipped.length > 0 && <p>{sayCount("optionsImportSkipped", skipped.length)}</p>}
			{report.problems.length > 0 && (
				<p>{sayCount("optionsImportProblems", report.problems.length)}</p>
			)}
		</>
	);
}

/** The files that were left out and why, and where the reader was not sure. */
export function ImportDetails({ report: { skipped, problems } }: { report: ImportReport }) {
	return (
		<>
			{skipped.length > 0 && (
				<details open>
					<summary>{say("optionsImportSkippedFiles")}</summary>
					<CutList
						class="left-out"
						entries={skipped}
						show={({ path, reason, read }) => (
							<>
								{path && <span class="path">{path}</span>}{" "}
								{say(`optionsImportReason_${reason}`, read)}
							</>
						)}
					/>
				</details>
			)}
			{problems.length > 0 && (
				<details>
					<summary>{say("optionsImportOddities")}</summary>
					<CutList
						class="left-out"
						entries={problems}
						show={({ path, ...problem }) => (
							<>
								<span class="path">{path}</span> <ProblemSentence problem={problem} />
							</>
						)}
					/>
				</details>
			)}
		</>
	);
}
