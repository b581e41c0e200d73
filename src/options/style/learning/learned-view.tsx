import { translate, translateCount } from "../../../extension/strings.ts";
import { ComparedText } from "../../ui/compared-text.tsx";
import type { StyleChange } from "../style-changes.ts";
import type { ComparedIssue } from "./compare-issues.ts";
import { sideBySide } from "./side-by-side.ts";
import type { Learned, StyleLearning } from "./style-learning.ts";

/** The style that was learned from past issues, and what using it would change. */
export function LearnedView({
	styleLearning,
	learned,
}: {
	styleLearning: StyleLearning;
	learned: Learned;
}) {
	const { changes, compared, sections, items, fileName, issues } = learned;
	return (
		<section class="learned" id="learned" tabIndex={-1} aria-labelledby="learned-heading">
			<h3 id="learned-heading">{fileName}</h3>
			<p>
				{issues > 0 &&
					`${translateCount("optionsLearnedFrom", issues)} ${translateCount("optionsItems", items)}`}
				{sections.length > 0 && ` · ${sections.join(", ")}`}
			</p>
			{changes.length === 0 ? (
				<p>{translate("optionsLearnedSame")}</p>
			) : (
				<>
					<Changes changes={changes} />
					<Compared learned={learned} />
					{compared.map((issue) => (
						<ComparedPast key={issue.name} issue={issue} />
					))}
				</>
			)}
			<div class="ways">
				{changes.length > 0 && (
					<button type="button" class="primary" onClick={() => void styleLearning.adopt()}>
						{translate("optionsTakeStyle")}
					</button>
				)}
				<button type="button" onClick={styleLearning.discard}>
					{translate("optionsLeaveStyle")}
				</button>
			</div>
		</section>
	);
}

function Changes({ changes }: { changes: readonly StyleChange[] }) {
	return (
		<table>
			<caption>{translate("optionsLearnedChanges")}</caption>
			<thead>
				<tr>
					<th scope="col">{translate("optionsPart")}</th>
					<th scope="col">{translate("optionsNow")}</th>
					<th scope="col">{translate("optionsThen")}</th>
				</tr>
			</thead>
			<tbody>
				{changes.map(({ name, before, after }) => (
					<tr key={name}>
						<th scope="row">{translate(name)}</th>
						<td class="code">{before || "–"}</td>
						<td class="code">{after || "–"}</td>
					</tr>
				))}
			</tbody>
		</table>
	);
}

/** The draft as it is written now, and beside it as it is written in the learned style. */
function Compared({ learned }: { learned: Learned }) {
	const { before, after } = sideBySide(learned.before.text, learned.after.text);
	return (
		<div class="compared">
			<ComparedText
				id="draft-now"
				heading={translate("optionsLearnDraftNow")}
				fileName={learned.before.fileName}
				lines={before}
			/>
			<ComparedText
				id="draft-then"
				heading={translate("optionsLearnDraftThen")}
				fileName={learned.after.fileName}
				lines={after}
			/>
		</div>
	);
}

/** A past issue, and beside it the text in the learned style, with what that style cannot write. */
export function ComparedPast({ issue, open }: { issue: ComparedIssue; open?: true }) {
	const { name, original, rewritten, differences } = issue;
	const { before, after } = sideBySide(original, rewritten);
	return (
		<details open={open}>
			<summary>{name}</summary>
			{differences.length === 0 ? (
				<p>{translate("optionsStyleWritesAll")}</p>
			) : (
				<ul>
					{differences.map(({ key, values }) => (
						<li key={key}>{translate(key, ...values)}</li>
					))}
				</ul>
			)}
			<div class="compared">
				<ComparedText
					id={`original-${name}`}
					heading={translate("optionsStyleOriginal")}
					fileName={name}
					lines={before}
				/>
				<ComparedText
					id={`rewritten-${name}`}
					heading={translate("optionsStyleRewritten")}
					fileName={name}
					lines={after}
				/>
			</div>
		</details>
	);
}
