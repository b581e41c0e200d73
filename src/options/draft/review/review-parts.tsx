import type { IssueChange, SectionReview } from "../../../core/review/review.ts";
import { say } from "../../../extension/strings.ts";

/** The number of items of each section, beside those of the last issue and of recent issues. */
export function SectionTable({ sections }: { sections: readonly SectionReview[] }) {
	const isCompared = sections.some(({ usual }) => usual !== null);
	return (
		<table>
			<thead>
				<tr>
					<th scope="col">{say("optionsReviewSection")}</th>
					<th scope="col">{say("optionsReviewItems")}</th>
					{isCompared && <th scope="col">{say("optionsReviewLast")}</th>}
					{isCompared && <th scope="col">{say("optionsReviewUsual")}</th>}
				</tr>
			</thead>
			<tbody>
				{sections.map(({ heading, now, last, usual }) => (
					<tr key={heading}>
						<th scope="row">{heading || say("optionsReviewNoHeading")}</th>
						<td>{now}</td>
						{isCompared && <td>{last}</td>}
						{isCompared && <td>{usual && say("optionsReviewRange", usual.fewest, usual.most)}</td>}
					</tr>
				))}
			</tbody>
		</table>
	);
}

/** The differences from the last issue. */
export function ChangeList({ changes }: { changes: readonly IssueChange[] }) {
	return (
		<section aria-labelledby="review-changes">
			<h3 id="review-changes">{say("optionsReviewChanges")}</h3>
			{changes.length === 0 && <p>{say("optionsReviewNoChanges")}</p>}
			<ul>
				{changes.map((change) => (
					<li key={JSON.stringify(change)}>{sentenceOfChange(change)}</li>
				))}
			</ul>
		</section>
	);
}

function sentenceOfChange(change: IssueChange): string {
	if (change.what === "field") {
		return say("optionsReviewField", change.name, change.now, change.last);
	}
	if (change.what === "standing") return say(`optionsReviewStanding_${change.how}`, change.text);
	return change.what === "intro"
		? say(`optionsReviewIntro_${change.how}`)
		: say(`optionsReviewFooter_${change.how}`);
}
