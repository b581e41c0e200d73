import { useComputed } from "@preact/signals";
import { say } from "../browser/strings.ts";
import { MarkdownPane } from "./markdown-pane.tsx";
import { ReadsPane } from "./reads-pane.tsx";
import type { Desk } from "./state/desk.ts";
import { spanOf } from "./state/preview.ts";

/** The issue as it would go out: how it reads, and every byte of it. */
export function Preview({ desk }: { desk: Desk }) {
	const { preview, items, publishing } = desk;
	const reading = useComputed(() => {
		const now = preview.value;
		return {
			text: now?.reading ?? "",
			from: now?.readingFrom ?? 0,
			mark: now && spanOf(now, "reading", items.current.value),
		};
	});
	const markdown = useComputed(() => {
		const now = preview.value;
		return {
			text: now?.markdown ?? "",
			mark: now && spanOf(now, "markdown", items.current.value),
		};
	});
	return (
		<section class="preview" aria-labelledby="preview-heading">
			<h2 id="preview-heading" class="visually-hidden">
				{say("optionsPreview")}
			</h2>
			<div class="pane">
				<h3 id="preview-reads">{say("optionsReads")}</h3>
				<ReadsPane reading={reading} labelledBy="preview-reads" />
			</div>
			<div class="pane">
				<h3 id="preview-markdown">{say("optionsMarkdown")}</h3>
				<MarkdownPane
					markdown={markdown}
					labelledBy="preview-markdown"
					selectOn={publishing.copiesFailed}
				/>
			</div>
		</section>
	);
}
