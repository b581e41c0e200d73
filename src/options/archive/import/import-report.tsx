import type { ImportReport } from "../../../data/import/report.ts";
import { say, sayCount } from "../../../extension/strings.ts";
import type { Importing } from "./importing.ts";
import { LimitedList } from "./limited-list.tsx";

interface ImportReportProps {
	report: ImportReport;
	cancelled: boolean;
}

/** The result of an import in one or two sentences, which are also announced to screen readers. */
export function ImportOutcome({ report, cancelled }: ImportReportProps) {
	const { added, same, skipped, changed, replaced, sameNumber } = report;
	const nothingNew = added + replaced + changed.length === 0 && same > 0;
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
			{replaced > 0 && <p>{sayCount("optionsImportReplaced", replaced)}</p>}
			{changed.length > 0 && <p>{sayCount("optionsImportChanged", changed.length)}</p>}
			{sameNumber.length > 0 && <p>{sayCount("optionsImportSameNumber", sameNumber.length)}</p>}
			{same > 0 && <p>{sayCount("optionsImportSame", same)}</p>}
			{added + same + replaced + changed.length === 0 && !cancelled && (
				<p>{say("optionsImportNone")}</p>
			)}
			{skipped.length > 0 && <p>{sayCount("optionsImportSkipped", skipped.length)}</p>}
		</>
	);
}

/** The files that were skipped, with the reasons, and the places where the reading is uncertain. */
export function ImportDetails({
	importing,
	report,
}: {
	importing: Importing;
	report: ImportReport;
}) {
	const { skipped, changed, sameNumber } = report;
	return (
		<>
			{changed.length > 0 && (
				<details open>
					<summary>{say("optionsImportChangedFiles")}</summary>
					<LimitedList
						class="left-out"
						entries={changed}
						show={(path) => (
							<>
								<span class="path">{path}</span>{" "}
								<button type="button" class="quiet" onClick={() => void importing.replace([path])}>
									{say("optionsImportReplace")}
								</button>
							</>
						)}
					/>
					{changed.length > 1 && (
						<button type="button" onClick={() => void importing.replace(changed)}>
							{say("optionsImportReplaceAll")}
						</button>
					)}
				</details>
			)}
			{sameNumber.length > 0 && (
				<details open>
					<summary>{say("optionsImportSameNumberFiles")}</summary>
					<LimitedList
						class="left-out"
						entries={sameNumber}
						show={({ path, number, holder }) => (
							<>
								<span class="path">{path}</span> {say("optionsImportHasNumber", number, holder)}
							</>
						)}
					/>
				</details>
			)}
			{skipped.length > 0 && (
				<details open>
					<summary>{say("optionsImportSkippedFiles")}</summary>
					<LimitedList
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
		</>
	);
}
