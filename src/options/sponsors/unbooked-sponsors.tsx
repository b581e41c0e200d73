import type { SponsorRecord } from "../../data/db/records.ts";
import { translate } from "../../extension/strings.ts";
import type { Desk } from "../app/desk.ts";
import { fieldKey } from "../fields/field-ref.ts";
import { focusInNew } from "../keys/typed-ahead.ts";
import { BookingView } from "./booking-view.tsx";
import { hasWords } from "./past-sponsors.ts";

/** Sponsors that have no issue yet. */
export function UnbookedSponsors({ desk, kept }: { desk: Desk; kept: readonly SponsorRecord[] }) {
	const { sponsorsState, pastSponsors } = desk;
	// The open sponsor stays in the list even if its text no longer matches the search.
	const found = kept.filter(
		(sponsor) =>
			sponsor.id === sponsorsState.opened.value || hasWords(sponsor, pastSponsors.words.value),
	);

	const add = () =>
		focusInNew(
			() => sponsorsState.book({ number: null, issueDate: null }),
			(id) => fieldKey({ of: "sponsor", id, part: "name" }),
			desk.keepText,
		);

	return (
		<section class="kept" aria-labelledby="sponsors-kept">
			<header>
				<h2 id="sponsors-kept">{translate("optionsSponsorsKept")}</h2>
				<button type="button" class="quiet" id="sponsors-keep" onClick={() => void add()}>
					{translate("optionsSponsorsKeep")}
				</button>
			</header>
			<p class="hint">
				{translate(kept.length === 0 ? "optionsSponsorsNoneKept" : "optionsSponsorsKeptLead")}
			</p>
			{kept.length > 0 && found.length === 0 && (
				<p class="hint">{translate("optionsSponsorsNoneFound")}</p>
			)}
			<ul>
				{found.map((sponsor) => (
					<li key={sponsor.id}>
						<BookingView desk={desk} sponsor={sponsor} after="sponsors-keep" />
					</li>
				))}
			</ul>
		</section>
	);
}
