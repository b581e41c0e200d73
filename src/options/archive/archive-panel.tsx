import { useEffect } from "preact/hooks";
import { say } from "../../browser/strings.ts";
import type { Desk } from "../state/desk.ts";
import { hashOf } from "../state/route.ts";
import { ArchivedView } from "./archived-view.tsx";

/** The issues already published, and the one whose text is open. */
export function ArchivePanel({ desk, id }: { desk: Desk; id: string }) {
	const { archive } = desk;
	useEffect(() => archive.follow(), [archive]);
	useEffect(() => void archive.open(id), [archive, id]);

	const issues = archive.issues.value;
	const opened = archive.opened.value;
	const failure = archive.failure.value;
	return (
		<div class="archive">
			<div class="shelf">
				<h2>{say("optionsPanelArchive")}</h2>
				{failure && (
					<p class="failure" role="alert">
						{say(failure.key, ...failure.values)}
					</p>
				)}
				{issues?.length === 0 && <p class="lead">{say("optionsArchiveEmpty")}</p>}
				<ul>
					{issues?.map((issue) => (
						<li key={issue.id}>
							<a
								href={hashOf("archive", issue.id)}
								aria-current={issue.id === id ? "true" : undefined}
							>
								<span class="number">{say("optionsIssue", issue.number)}</span>{" "}
								<time dateTime={issue.issue.issueDate}>{issue.issue.issueDate}</time>
							</a>
						</li>
					))}
				</ul>
				{archive.hasMore.value && (
					<button type="button" onClick={() => void archive.more()}>
						{say("optionsArchiveMore")}
					</button>
				)}
			</div>
			{opened && opened.id === id && <ArchivedView key={id} archive={archive} issue={opened} />}
		</div>
	);
}
