import type { SponsorRecord } from "../../data/db/records.ts";
import { formatDay, translate } from "../../extension/strings.ts";
import type { Desk } from "../app/desk.ts";
import { hashOf } from "../app/route.ts";
import { fieldKey } from "../fields/field-ref.ts";
import { focusInNew } from "../keys/typed-ahead.ts";
import { BookingView } from "./booking-view.tsx";
import { type ComingIssue, type ComingIssues, hasBooking } from "./coming-issues.ts";
import { sponsorLabel } from "./sponsor-texts.tsx";

/** The future issues, each with its bookings or a note that it is free. */
export function ComingIssuesView({ desk, ahead }: { desk: Desk; ahead: ComingIssues }) {
	return (
		<>
			{ahead.missed.length > 0 && <Missed desk={desk} missed={ahead.missed} />}
			<section class="ahead" aria-labelledby="sponsors-ahead">
				<h2 id="sponsors-ahead">{translate("optionsSponsorsAhead")}</h2>
				<ol>
					{ahead.issues.map((issue) => (
						<IssueView key={issue.key} desk={desk} issue={issue} />
					))}
				</ol>
			</section>
		</>
	);
}

/** Sponsors that were booked but did not run in any issue. */
function Missed({ desk, missed }: { desk: Desk; missed: readonly SponsorRecord[] }) {
	return (
		<section class="missed" aria-labelledby="sponsors-missed">
			<h2 id="sponsors-missed">{translate("optionsSponsorsMissed")}</h2>
			<p class="hint">{translate("optionsSponsorsMissedLead")}</p>
			<ul>
				{missed.map((sponsor) => (
					<li key={sponsor.id}>
						<p class="which-issue">
							{sponsor.number === null
								? formatDay(sponsor.issueDate ?? "")
								: translate("optionsIssue", sponsor.number)}
						</p>
						<BookingView desk={desk} sponsor={sponsor} after="sponsors-keep" />
					</li>
				))}
			</ul>
		</section>
	);
}

function IssueView({ desk, issue }: { desk: Desk; issue: ComingIssue }) {
	const { number, issueDate, draftId, sponsors } = issue;
	const bookId = `book-${issue.key}`;
	const comes = comingHere(desk, issue);

	const book = () =>
		focusInNew(
			() => desk.sponsorsState.book(number === null ? { number, issueDate } : forNumber(number)),
			(id) => fieldKey({ of: "sponsor", id, part: "name" }),
			desk.keepText,
		);

	return (
		<li class={sponsors.length > 0 ? "booked" : undefined}>
			<p class="which-issue" id={`${bookId}-which`}>
				{number !== null && <span class="number">{translate("optionsIssue", number)}</span>}{" "}
				{issueDate !== "" && <time dateTime={issueDate}>{formatDay(issueDate)}</time>}{" "}
				{draftId !== null && (
					<a href={hashOf("draft", desk.stored.currentDraft.value === draftId ? "" : draftId)}>
						{translate("optionsSponsorsDraft")}
					</a>
				)}
			</p>
			<div class="who">
				{number === null && <p class="hint">{translate("optionsSponsorsNoIssue")}</p>}
				{sponsors.map((sponsor) => (
					<BookingView key={sponsor.id} desk={desk} sponsor={sponsor} after={bookId} />
				))}
				{comes && (
					<p class="missing">
						{translate(
							"optionsSponsorsComesHere",
							sponsorLabel(comes) || translate("optionsSponsorsUnnamed"),
						)}
					</p>
				)}
				{sponsors.length === 0 && !comes && <NoSponsors issue={issue} />}
			</div>
			<button
				type="button"
				class={sponsors.length > 0 ? "quiet" : undefined}
				id={bookId}
				aria-describedby={`${bookId}-which`}
				onClick={() => void book()}
			>
				{translate(sponsors.length > 0 ? "optionsSponsorsBookAnother" : "optionsSponsorsBook")}
			</button>
		</li>
	);
}

function NoSponsors({ issue: { carried } }: { issue: ComingIssue }) {
	const names = carried.map((sponsor) => sponsorLabel(sponsor)).filter((name) => name !== "");
	return (
		<p class="missing">
			{names.length > 0
				? translate("optionsSponsorsCarried", names.join(", "))
				: translate("optionsSponsorsNobody")}
		</p>
	);
}

/** The open booking, if it now belongs to this issue but is still shown under its previous one. */
function comingHere(desk: Desk, issue: ComingIssue): SponsorRecord | null {
	const id = desk.sponsorsState.opened.value;
	const open = desk.bookings.sponsors.value.find((sponsor) => sponsor.id === id);
	const isElsewhere = open && !issue.sponsors.some((sponsor) => sponsor.id === id);
	return isElsewhere && hasBooking(issue, open) ? open : null;
}

function forNumber(number: number) {
	return { number, issueDate: null };
}
