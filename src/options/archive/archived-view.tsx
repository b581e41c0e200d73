import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { countItems } from "../../core/archive/contents.ts";
import { fileNameOf, issueLabel } from "../../core/archive/issue-label.ts";
import type { ArchivedIssue } from "../../data/db/records.ts";
import { say, sayCount } from "../../extension/strings.ts";
import type { Desk } from "../app/desk.ts";
import { hashOf } from "../app/route.ts";
import { MarkdownPane } from "../draft/preview/markdown-pane.tsx";
import { LearnedView } from "../style/learning/learned-view.tsx";
import { focusById } from "../ui/focus.ts";

/** A published issue: the exact text it went out as, to look at and to have again. */
export function ArchivedView({ desk, issue }: { desk: Desk; issue: ArchivedIssue }) {
	const { archive, learning } = desk;
	const learned = learning.learned.value;
	const text = useSignal({ text: issue.text, mark: null });
	const items = countItems(issue.issue);
	const fileName = fileNameOf(issue.path);

	// What was learned here belongs to this issue: it is put away with it.
	useEffect(() => learning.leave, [learning]);

	async function learn(): Promise<void> {
		await learning.look([{ name: fileName, text: async () => issue.text }]);
		await focusById("learned");
	}

	async function remove(): Promise<void> {
		if (await archive.remove(issue)) location.hash = hashOf("archive");
	}

	return (
		<section class="archived" aria-labelledby="archived-heading">
			<header>
				<h2 id="archived-heading">{say("optionsIssue", issueLabel(issue))}</h2>
				<p class="count">
					<span id="archived-file">{fileName}</span> · {sayCount("optionsItems", items)}
				</p>
				<div class="ways">
					<button type="button" class="quiet" onClick={() => void remove()}>
						{say("optionsRemoveFromArchive")}
					</button>
					<button type="button" onClick={() => void learn()}>
						{say("optionsLearnThis")}
					</button>
					<button type="button" onClick={() => void archive.copy(issue)}>
						{say("optionsCopy")}
					</button>
					<button type="button" class="primary" onClick={() => archive.exportAgain(issue)}>
						{say("optionsExport")}
					</button>
				</div>
			</header>
			{learned && <LearnedView learning={learning} learned={learned} />}
			<MarkdownPane markdown={text} labelledBy="archived-file" selectOn={archive.copiesFailed} />
		</section>
	);
}
