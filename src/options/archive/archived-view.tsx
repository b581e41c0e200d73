import { useComputed, useSignal, useSignalEffect } from "@preact/signals";
import { useEffect, useMemo, useRef } from "preact/hooks";
import { countItems } from "../../core/archive/contents.ts";
import { fileNameOf, issueLabel } from "../../core/archive/issue-label.ts";
import type { ArchivedIssue } from "../../data/db/records.ts";
import { translate, translateCount } from "../../extension/strings.ts";
import type { Desk } from "../app/desk.ts";
import { hashOf } from "../app/route.ts";
import { LearnedView } from "../style/learning/learned-view.tsx";
import { focusAfterwards, focusOnceThere } from "../ui/focus.ts";
import type { ArchiveDesk } from "./archive-desk.ts";
import { ArchivedItems } from "./archived-items.tsx";
import { hashOfItem } from "./archived-place.ts";
import { ArchivedText, locateIssue } from "./archived-text.tsx";
import { ModeSwitch } from "./mode-switch.tsx";
import { resultId } from "./search/result-view.tsx";
import { EVERYTHING } from "./search/search-state.ts";

interface ArchivedViewProps {
	desk: Desk;
	archiveDesk: ArchiveDesk;
	issue: ArchivedIssue;
	/** The index of the item in the address; null if there is none. */
	at: number | null;
}

/** A published issue: its exact text, to read, copy and download. */
export function ArchivedView({ desk, archiveDesk, issue, at }: ArchivedViewProps) {
	const { archive, styleLearning } = desk;
	const learned = styleLearning.learned.value;
	const located = useMemo(() => locateIssue(issue), [issue]);
	const marked = useSignal(at);
	const current = useComputed(() => marked.value);
	const text = useRef<HTMLDivElement>(null);
	const items = countItems(issue.issue);
	const fileName = fileNameOf(issue.path);

	useEffect(() => {
		marked.value = at;
	}, [at]);

	// In a narrow window the text is below other parts of the page, and above its list of items.
	useSignalEffect(() => {
		if (marked.value !== null) text.current?.scrollIntoView({ block: "nearest" });
	});

	// What was learned here belongs to this issue and is discarded with it.
	useEffect(() => styleLearning.discard, [styleLearning]);

	async function learn(): Promise<void> {
		const focus = focusAfterwards();
		await styleLearning.learnFromFiles([{ name: fileName, text: async () => issue.text }]);
		await focus("learned");
	}

	async function remove(): Promise<void> {
		if (await archive.remove(issue)) location.hash = hashOf("archive");
	}

	function show(item: number): void {
		marked.value = item;
		// A copied address points to the item, but Back still goes to the page before.
		history.replaceState(null, "", hashOfItem(issue.id, item));
	}

	async function copy(item: number): Promise<void> {
		const span = located.spanOf("markdown", item);
		if (!(await archive.copyItem(issue, item, span)) && span) show(item);
	}

	return (
		<section class="archived" aria-labelledby="archived-heading">
			<BackToResults archiveDesk={archiveDesk} issueId={issue.id} at={at} />
			<header>
				<h2 id="archived-heading">{translate("optionsIssue", issueLabel(issue))}</h2>
				<p class="count">
					<span id="archived-file">{fileName}</span> · {translateCount("optionsItems", items)}
				</p>
				<div class="ways">
					<button type="button" class="quiet" onClick={() => void remove()}>
						{translate("optionsRemoveFromArchive")}
					</button>
					<button type="button" onClick={() => void learn()}>
						{translate("optionsLearnThis")}
					</button>
					<button type="button" onClick={() => void archive.copy(issue)}>
						{translate("optionsCopy")}
					</button>
					<button type="button" class="primary" onClick={() => archive.exportAgain(issue)}>
						{translate("optionsExport")}
					</button>
				</div>
			</header>
			{learned && <LearnedView styleLearning={styleLearning} learned={learned} />}
			<ModeSwitch look={archive.look} />
			<div class="archived-parts">
				<div class="archived-text" ref={text}>
					<ArchivedText
						located={located}
						look={archive.look.value}
						at={current}
						labelledBy="archived-file"
						selectOn={archive.copiesFailed}
					/>
				</div>
				<ArchivedItems
					issue={issue}
					current={marked.value}
					reuse={archiveDesk.reuse}
					show={show}
					copy={(item) => void copy(item)}
				/>
			</div>
		</section>
	);
}

interface BackToResultsProps {
	archiveDesk: ArchiveDesk;
	issueId: string;
	at: number | null;
}

/** The link back to the search results, while there is a search. */
function BackToResults({ archiveDesk, issueId, at }: BackToResultsProps) {
	const { words, filter } = archiveDesk.searchState;
	if (words.value.trim() === "" && filter.value === EVERYTHING) return null;
	return (
		<a
			class="back"
			href={hashOf("archive")}
			onClick={() => {
				if (at !== null) focusOnceThere(resultId(issueId, at));
			}}
		>
			{translate("archivedBack")}
		</a>
	);
}
