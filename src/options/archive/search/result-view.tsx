import { isLinkable } from "../../../core/links/linkable.ts";
import { excerpt } from "../../../core/search/excerpt.ts";
import type { Hit } from "../../../data/search/search-index.ts";
import { translate } from "../../../extension/strings.ts";
import { Address } from "../../../ui/address.tsx";
import { hashOf } from "../../app/route.ts";
import { hashOfItem } from "../archived-place.ts";
import type { Reuse } from "./reuse.ts";

/** The id of the link from a result to its issue, so that the focus can return to it. */
export function resultId(issueId: string, at: number): string {
	return `result-${issueId}-${at}`;
}

/** A search result: where the item is, its text, and a button that adds it to the draft. */
export function ResultView({ hit: { document, terms }, reuse }: { hit: Hit; reuse: Reuse }) {
	const { id, issueId, at, issue, issueDate, section, note, titles, urls } = document;
	const found = new Set(terms);
	const inDraft = issueId === "";
	const already = inDraft ? null : reuse.alreadyIn(document);
	return (
		<li class="result">
			<p class="where">
				<a id={resultId(issueId, at)} href={inDraft ? hashOf("draft") : hashOfItem(issueId, at)}>
					{inDraft ? translate("optionsSearchInDraft") : translate("optionsIssue", issue)}
				</a>
				{!inDraft && <time dateTime={issueDate}>{issueDate}</time>}
				<span>{section}</span>
			</p>
			<p class="prose" id={`found-${id}`}>
				{note === "" && titles === "" && <span class="missing">{translate("optionsNoNote")}</span>}
				{excerpt(note || titles, found).map(({ text, marked }, at) =>
					marked ? <mark key={`${at}/${text}`}>{text}</mark> : text,
				)}
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
			{!inDraft && (
				<div class="ways">
					<button
						type="button"
						aria-describedby={`found-${id}`}
						onClick={() => void reuse.put(document)}
					>
						{translate("optionsSearchPut")}
					</button>
					{already !== null && (
						<span class="count">{translate("optionsSearchAlreadyIn", already)}</span>
					)}
				</div>
			)}
		</li>
	);
}
