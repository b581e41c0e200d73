import type { ImportReport } from "../../../data/import/report.ts";
import { translate, translateCount } from "../../../extension/strings.ts";
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
			{cancelled && <p>{translate("optionsImportCancelled")}</p>}
			{nothingNew && skipped.length === 0 && !cancelled && (
				<p>{translate("optionsImportNothingNew")}</p>
			)}
			{added > 0 && (
				<p>
					<strong>{translateCount("optionsImportAdded", added)}</strong>
					{` · ${translateCount("optionsItems", report.items)} · ${translateCount("optionsImportLinks", report.links)}`}
				</p>
			)}
			{replaced > 0 && <p>{translateCount("optionsImportReplaced", replaced)}</p>}
			{changed.length > 0 && <p>{translateCount("optionsImportChanged", changed.length)}</p>}
			{sameNumber.length > 0 && (
				<p>{translateCount("optionsImportSameNumber", sameNumber.length)}</p>
			)}
			{same > 0 && <p>{translateCount("optionsImportSame", same)}</p>}
			{added + same + replaced + changed.length === 0 && !cancelled && (
				<p>{translate("optionsImportNone")}</p>
			)}
			{skipped.length > 0 && <p>{translateCount("optionsImportSkipped", skipped.length)}</p>}
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
					<summary>{translate("optionsImportChangedFiles")}</summary>
					<LimitedList
						class="left-out"
						entries={changed}
						show={(path) => (
							<>
								<span class="path">{path}</span>{" "}
								<button type="button" class="quiet" onClick={() => void importing.replace([path])}>
									{translate("optionsImportReplace")}
								</button>
							</>
						)}
					/>
					{changed.length > 1 && (
						<button type="button" onClick={() => void importing.replace(changed)}>
							{translate("optionsImportReplaceAll")}
						</button>
					)}
				</details>
			)}
			{sameNumber.length > 0 && (
				<details open>
					<summary>{translate("optionsImportSameNumberFiles")}</summary>
					<LimitedList
						class="left-out"
						entries={sameNumber}
						show={({ path, number, holder }) => (
							<>
								<span class="path">{path}</span>{" "}
								{translate("optionsImportHasNumber", number, holder)}
							</>
						)}
					/>
				</details>
			)}
			{skipped.length > 0 && (
				<details open>
					<summary>{translate("optionsImportSkippedFiles")}</summary>
					<LimitedList
						class="left-out"
						entries={skipped}
						show={({ path, reason, read }) => (
							<>
								{path && <span class="path">{path}</span>}{" "}
								{translate(`optionsImportReason_${reason}`, read)}
							</>
						)}
					/>
				</details>
			)}
		</>
	);
}
