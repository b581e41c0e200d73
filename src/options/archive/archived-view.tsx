import { useSignal } from "@preact/signals";
import { say, sayCount } from "../../browser/strings.ts";
import type { ArchivedIssue } from "../../storage/records.ts";
import { MarkdownPane } from "../markdown-pane.tsx";
import type { Archive } from "../state/archive.ts";

/** A published issue: the exact text it went out as, to look at and to have again. */
export function ArchivedView({ archive, issue }: { archive: Archive; issue: ArchivedIssue }) {
	const text = useSignal({ text: issue.text, mark: null });
	const items = issue.issue.sections.reduce((count, section) => count + section.items.length, 0);
	return (
		<section class="archived" aria-labelledby="archived-heading">
			<header>
				<h2 id="archived-heading">{say("optionsIssue", issue.number)}</h2>
				<p class="count">
					<span id="archived-file">{issue.fileName}</span> · {sayCount("optionsItems", items)}
				</p>
				<div class="ways">
					<button type="button" onClick={() => void archive.copy(issue)}>
						{say("optionsCopy")}
					</button>
					<button type="button" class="primary" onClick={() => archive.exportAgain(issue)}>
						{say("optionsExport")}
					</button>
				</div>
			</header>
			<MarkdownPane markdown={text} labelledBy="archived-file" selectOn={archive.copiesFailed} />
		</section>
	);
}
