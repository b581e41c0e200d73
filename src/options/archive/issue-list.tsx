import { issueLabel } from "../../core/archive/issue-label.ts";
import { translate } from "../../extension/strings.ts";
import { hashOf } from "../app/route.ts";
import type { Archive } from "./archive.ts";

/** The published issues as links to their text, the newest first. */
export function IssueList({ archive, current }: { archive: Archive; current: string }) {
	const issues = archive.issues.value;
	return (
		<div class="shelf">
			{issues?.length === 0 && <p class="lead">{translate("optionsArchiveEmpty")}</p>}
			<ul>
				{issues?.map((issue) => (
					<li key={issue.id}>
						<a
							href={hashOf("archive", issue.id)}
							aria-current={issue.id === current ? "true" : undefined}
						>
							<span class="number">{translate("optionsIssue", issueLabel(issue))}</span>{" "}
							{issue.number !== null && issue.issueDate && (
								<time dateTime={issue.issueDate}>{issue.issueDate}</time>
							)}
						</a>
					</li>
				))}
			</ul>
			{archive.hasMore.value && (
				<button type="button" onClick={() => archive.more()}>
					{translate("optionsArchiveMore")}
				</button>
			)}
		</div>
	);
}
