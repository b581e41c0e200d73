import { type ReadonlySignal, useComputed, useSignal, useSignalEffect } from "@preact/signals";
import type { ComponentChildren } from "preact";
import { translate } from "../../../extension/strings.ts";
import type { Desk } from "../../app/desk.ts";
import { MarkdownPane } from "./markdown-pane.tsx";
import type { MarkedPreview } from "./marked-preview.ts";
import { ReaderPane } from "./reader-pane.tsx";

const PANES = [
	{ pane: "rendered", name: "optionsReads" },
	{ pane: "markdown", name: "optionsMarkdown" },
] as const;

type Pane = (typeof PANES)[number]["pane"];

interface PreviewProps {
	desk: Desk;
	/** What is shown; by default the draft with the edited item marked. */
	marked?: ReadonlySignal<MarkedPreview | null>;
	/** A line above the preview that says what is shown. */
	caption?: ComponentChildren;
}

/** The issue as it would be exported: as a reader gets it, and as exact markdown. */
export function Preview({ desk, marked = desk.markedPreview, caption }: PreviewProps) {
	const { publishing } = desk;
	/** The pane that is shown if there is space for only one. */
	const shown = useSignal<Pane>("rendered");
	useSignalEffect(() => {
		// The editor then copies the text from this pane by hand.
		if (publishing.copiesFailed.value > 0) shown.value = "markdown";
	});
	const reading = useComputed(() => ({
		text: marked.value?.previewed.reading ?? "",
		from: marked.value?.previewed.readingFrom ?? 0,
		mark: marked.value?.reading ?? null,
	}));
	// Only once the draft has been read. Before that, a full draft would also look blank.
	const isBlank = useComputed(
		() => marked.value !== null && reading.value.text.slice(reading.value.from).trim() === "",
	);
	const markdown = useComputed(() => ({
		text: marked.value?.previewed.markdown ?? "",
		mark: marked.value?.markdown ?? null,
	}));
	return (
		<section class={`preview shows-${shown.value}`} aria-labelledby="preview-heading">
			<h2 id="preview-heading" class="visually-hidden">
				{translate("optionsPreview")}
			</h2>
			<fieldset class="pane-switch" aria-label={translate("optionsPreviewPanes")}>
				{PANES.map(({ pane, name }) => (
					<button
						key={pane}
						type="button"
						class="quiet"
						aria-pressed={shown.value === pane}
						onClick={() => {
							shown.value = pane;
						}}
					>
						{translate(name)}
					</button>
				))}
			</fieldset>
			<div class="pane rendered">
				<div class="pane-head">
					<h3 id="preview-reads">{translate("optionsReads")}</h3>
					{caption}
					{isBlank.value && <p class="hint">{translate("optionsReadsEmpty")}</p>}
				</div>
				<ReaderPane reading={reading} labelledBy="preview-reads" />
			</div>
			<div class="pane markdown">
				<h3 id="preview-markdown">{translate("optionsMarkdown")}</h3>
				<MarkdownPane
					markdown={markdown}
					labelledBy="preview-markdown"
					selectOn={publishing.copiesFailed}
				/>
			</div>
		</section>
	);
}
