import { issueLabel } from "../../core/archive/issue-label.ts";
import type { PastSponsor } from "../../data/sponsors/past-sponsors-in.ts";
import { formatDay, translate } from "../../extension/strings.ts";
import type { Desk } from "../app/desk.ts";
import { hashOf } from "../app/route.ts";
import { fieldKey } from "../fields/field-ref.ts";
import { focusInNew } from "../keys/typed-ahead.ts";
import { Alert } from "../ui/alert.tsx";
import { SponsorSummary } from "./booking-view.tsx";
import { wordsAgain } from "./sponsors-state.ts";

/** The sponsors of past issues, each with the text that it had last. */
export function PastSponsorsView({ desk }: { desk: Desk }) {
	const { pastSponsors } = desk;
	const found = pastSponsors.found.value;
	const looking = pastSponsors.looking.value;
	const failure = pastSponsors.failure.value;
	const nothing =
		pastSponsors.words.value === "" ? "optionsSponsorsNoneRan" : "optionsSponsorsNoneFound";
	return (
		<section class="ran" aria-labelledby="sponsors-ran">
			<h2 id="sponsors-ran">{translate("optionsSponsorsRan")}</h2>
			<Alert sentence={failure} />
			<p class="hint" role="status">
				{looking && translate("optionsSponsorsLooking")}
				{!looking && found?.length === 0 && translate(nothing)}
			</p>
			<ul>
				{found?.map((sponsor, at) => (
					<RanItem
						key={`${sponsor.issueId}/${sponsor.stoodUnder}/${sponsor.note}`}
						desk={desk}
						sponsor={sponsor}
						at={at}
					/>
				))}
			</ul>
			{pastSponsors.hasMore.value && !looking && (
				<button type="button" onClick={pastSponsors.more}>
					{translate("optionsSponsorsMore")}
				</button>
			)}
		</section>
	);
}

function RanItem({ desk, sponsor, at }: { desk: Desk; sponsor: PastSponsor; at: number }) {
	const summary = `ran-${at}`;
	const { issueId, issueDate, stoodUnder } = sponsor;

	const again = () =>
		focusInNew(
			() =>
				desk.sponsorsState.bookAgain(
					wordsAgain(sponsor, desk.stored.style.value.sponsor?.heading ?? "{name}"),
				),
			(id) => fieldKey({ of: "sponsor", id, part: "issue" }),
			desk.keepText,
		);

	return (
		<li>
			<p class="which-issue">
				<a href={hashOf("archive", issueId)}>{translate("optionsIssue", issueLabel(sponsor))}</a>{" "}
				{issueDate && <time dateTime={issueDate}>{formatDay(issueDate)}</time>}
			</p>
			<div class="booking">
				<SponsorSummary id={summary} sponsor={{ ...sponsor, heading: stoodUnder }} />
				<div class="booking-ways">
					<button
						type="button"
						class="quiet"
						aria-describedby={summary}
						onClick={() => void again()}
					>
						{translate("optionsSponsorsBookAgain")}
					</button>
				</div>
			</div>
		</li>
	);
}
