import { translate, translateCount } from "../../../extension/strings.ts";
import { Choice } from "../../style/choice.tsx";
import { Alert } from "../../ui/alert.tsx";
import type { ArchiveDesk } from "../archive-desk.ts";
import { moveAmongResults } from "./result-keys.ts";
import { ResultView } from "./result-view.tsx";
import type { SearchState } from "./search-state.ts";

/** The search over all past items. Results appear while the person types. */
export function SearchView({ archiveDesk }: { archiveDesk: ArchiveDesk }) {
	const { searchState } = archiveDesk;
	const failure = searchState.failure.value;
	return (
		<search class="search" onKeyDown={moveAmongResults}>
			<div class="search-fields">
				<div class="field">
					<label for="search-words">{translate("optionsSearch")}</label>
					<input
						id="search-words"
						type="search"
						autocomplete="off"
						spellcheck={false}
						value={searchState.words.value}
						aria-describedby="search-hint"
						onInput={({ currentTarget }) => searchState.type(currentTarget.value)}
					/>
				</div>
				<Filters searchState={searchState} />
			</div>
			<p class="hint" id="search-hint">
				<SearchStatus searchState={searchState} />
			</p>
			<Alert sentence={failure} />
			<Results archiveDesk={archiveDesk} />
		</search>
	);
}

function Filters({ searchState }: { searchState: SearchState }) {
	const { headings = [], years = [] } = searchState.overview.value ?? {};
	const { section, year } = searchState.filter.value;
	const named = (value: string) => ({ value, name: value });
	return (
		<>
			<Choice
				id="search-section"
				label={translate("optionsSearchSection")}
				value={section}
				options={[
					{ value: "", name: translate("optionsSearchAllSections") },
					...headings.map(named),
				]}
				choose={(chosen) => searchState.choose({ section: chosen })}
			/>
			<Choice
				id="search-year"
				label={translate("optionsSearchYear")}
				value={year}
				options={[{ value: "", name: translate("optionsSearchAllYears") }, ...years.map(named)]}
				choose={(chosen) => searchState.choose({ year: chosen })}
			/>
		</>
	);
}

function SearchStatus({ searchState }: { searchState: SearchState }) {
	const indexing = searchState.indexing.value;
	if (indexing) return <>{translate("optionsSearchIndexing", indexing.indexed, indexing.of)}</>;
	if (!searchState.overview.value) return <>{translate("optionsSearchLoading")}</>;
	return <>{translate("optionsSearchHint")}</>;
}

function Results({ archiveDesk }: { archiveDesk: ArchiveDesk }) {
	const { searchState, reuse } = archiveDesk;
	const answer = searchState.answer.value;
	const found = answer ? answer.total + answer.draft.length : 0;
	return (
		<>
			<p class="count" role="status">
				{answer &&
					(found === 0
						? translate("optionsSearchNothing")
						: translateCount("optionsSearchFound", found))}
			</p>
			{answer && found > 0 && (
				<section class="results" aria-label={translate("optionsSearchResults")}>
					<ul>
						{answer.draft.map((hit) => (
							<ResultView key={hit.document.id} hit={hit} reuse={reuse} />
						))}
						{answer.archive.map((hit) => (
							<ResultView key={hit.document.id} hit={hit} reuse={reuse} />
						))}
					</ul>
					{answer.total > answer.archive.length && (
						<button type="button" onClick={searchState.more}>
							{translate("optionsSearchMore")}
						</button>
					)}
				</section>
			)}
		</>
	);
}
