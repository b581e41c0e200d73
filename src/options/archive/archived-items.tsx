import { isLinkable } from "../../core/links/linkable.ts";
import type { ArchivedIssue } from "../../data/db/records.ts";
import { documentsOf, type SearchDocument } from "../../data/search/documents.ts";
import { translate } from "../../extension/strings.ts";
import { Address } from "../../ui/address.tsx";
import type { Reuse } from "./search/reuse.ts";

interface ArchivedItemsProps {
	issue: ArchivedIssue;
	/** The index of the item that is marked in the text. */
	current: number | null;
	reuse: Reuse;
	show(at: number): void;
	copy(at: number): void;
}

/** The items of an archived issue. Each can be shown in the text, opened, copied and used again. */
export function ArchivedItems({ issue, current, reuse, show, copy }: ArchivedItemsProps) {
	const documents = documentsOf(issue);
	if (documents.length === 0) return null;
	return (
		<section class="archived-items" aria-labelledby="archived-items">
			<h3 id="archived-items">{translate("archivedItems")}</h3>
			<ol>
				{documents.map((document) => (
					<ArchivedItem
						key={document.id}
						document={document}
						isCurrent={document.at === current}
						reuse={reuse}
						show={() => show(document.at)}
						copy={() => copy(document.at)}
					/>
				))}
			</ol>
		</section>
	);
}

interface ArchivedItemProps {
	document: SearchDocument;
	isCurrent: boolean;
	reuse: Reuse;
	show(): void;
	copy(): void;
}

function ArchivedItem({ document, isCurrent, reuse, show, copy }: ArchivedItemProps) {
	const { id, section, titles, note, urls } = document;
	const already = reuse.alreadyIn(document);
	const wordsId = `archived-${id}`;
	return (
		<li class={isCurrent ? "current" : undefined}>
			<p class="where">{section}</p>
			<p class="prose" id={wordsId}>
				{titles || note || <span class="missing">{translate("optionsNoNote")}</span>}
			</p>
			<ul class="links">
				{urls.map((url) => (
					<li key={url}>
						{isLinkable(url) ? (
							<a href={url} target="_blank" rel="noopener noreferrer">
								<Address url={url} />
							</a>
						) : (
							<Address url={url} />
						)}
					</li>
				))}
			</ul>
			<div class="ways">
				<button type="button" class="quiet" aria-describedby={wordsId} onClick={show}>
					{translate("archivedShow")}
				</button>
				<button type="button" class="quiet" aria-describedby={wordsId} onClick={copy}>
					{translate("archivedCopyItem")}
				</button>
				<button type="button" aria-describedby={wordsId} onClick={() => void reuse.put(document)}>
					{translate("optionsSearchPut")}
				</button>
				{already !== null && (
					<span class="count">{translate("optionsSearchAlreadyIn", already)}</span>
				)}
			</div>
		</li>
	);
}
