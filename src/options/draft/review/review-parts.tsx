import type { IssueChange, SectionReview } from "../../../core/review/review.ts";
import { translate } from "../../../extension/strings.ts";

/** The number of items of each section, beside those of the last issue and of recent issues. */
export function SectionTable({ sections }: { sections: readonly SectionReview[] }) {
	const isCompared = sections.some(({ usual }) => usual !== null);
	return (
		<table>
			<thead>
				<tr>
					<th scope="col">{translate("optionsReviewSection")}</th>
					<th scope="col">{translate("optionsReviewItems")}</th>
					{isCompared && <th scope="col">{translate("optionsReviewLast")}</th>}
					{isCompared && <th scope="col">{translate("optionsReviewUsual")}</th>}
				</tr>
			</thead>
			<tbody>
				{sections.map(({ heading, now, last, usual }) => (
					<tr key={heading}>
						<th scope="row">{heading || translate("optionsReviewNoHeading")}</th>
						<td>{now}</td>
						{isCompared && <td>{last}</td>}
						{isCompared && (
							<td>{usual && translate("optionsReviewRange", usual.fewest, usual.most)}</td>
						)}
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
			<h3 id="review-changes">{translate("optionsReviewChanges")}</h3>
			{changes.length === 0 && <p>{translate("optionsReviewNoChanges")}</p>}
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
		const { name, now, last } = change;
		if (now === "") return translate("optionsReviewField_gone", name, last);
		if (last === "") return translate("optionsReviewField_new", name, now);
		return translate("optionsReviewField_changed", name, now, last);
	}
	if (change.what === "standing")
		return translate(`optionsReviewStanding_${change.how}`, change.text);
	return change.what === "intro"
		? translate(`optionsReviewIntro_${change.how}`)
		: translate(`optionsReviewFooter_${change.how}`);
}
