import { say, sayCount } from "../../../extension/strings.ts";
import { Problems } from "../problems.tsx";
import type { StyleChange } from "../style-changes.ts";
import type { Learned, Learning } from "./learning.ts";
import { type ComparedLine, sideBySide } from "./side-by-side.ts";

/** What a past issue showed of its style, and what taking it would do, before it is taken. */
export function LearnedView({ learning, learned }: { learning: Learning; learned: Learned }) {
	const { changes, problems, sections, items, fileName } = learned;
	return (
		<section class="learned" id="learned" tabIndex={-1} aria-labelledby="learned-heading">
			<h3 id="learned-heading">{fileName}</h3>
			<p>
				{say("optionsLearned", learned.number || "?", learned.issueDate || "?")}{" "}
				{sayCount("optionsItems", items)}
				{sections.length > 0 && ` · ${sections.join(", ")}`}
			</p>
			<Problems problems={problems} />
			{changes.length === 0 ? (
				<p>{say("optionsLearnedSame")}</p>
			) : (
				<>
					<Changes changes={changes} />
					<Compared learned={learned} />
				</>
			)}
			<div class="ways">
				{changes.length > 0 && (
					<button type="button" class="primary" onClick={() => void learning.take()}>
						{say("optionsTakeStyle")}
					</button>
				)}
				<button type="button" onClick={learning.leave}>
					{say("optionsLeaveStyle")}
				</button>
			</div>
		</section>
	);
}

function Changes({ changes }: { changes: readonly StyleChange[] }) {
	return (
		<table>
			<caption>{say("optionsLearnedChanges")}</caption>
			<thead>
				<tr>
					<th scope="col">{say("optionsPart")}</th>
					<th scope="col">{say("optionsNow")}</th>
					<th scope="col">{say("optionsThen")}</th>
				</tr>
			</thead>
			<tbody>
				{changes.map(({ name, before, after }) => (
					<tr key={name}>
						<th scope="row">{say(name)}</th>
						<td class="code">{before || "–"}</td>
						<td class="code">{after || "–"}</td>
					</tr>
				))}
			</tbody>
		</table>
	);
}

/** The draft as it is written now, beside itself in the hand that was learned. */
function Compared({ learned }: { learned: Learned }) {
	const { before, after } = sideBySide(learned.before.text, learned.after.text);
	return (
		<div class="compared">
			<Hand
				id="draft-now"
				heading={say("optionsLearnDraftNow")}
				fileName={learned.before.fileName}
				lines={before}
			/>
			<Hand
				id="draft-then"
				heading={say("optionsLearnDraftThen")}
				fileName={learned.after.fileName}
				lines={after}
			/>
		</div>
	);
}

interface HandProps {
	id: string;
	heading: string;
	fileName: string;
	lines: readonly ComparedLine[];
}

function Hand({ id, heading, fileName, lines }: HandProps) {
	return (
		<div>
			<h4 id={id}>{heading}</h4>
			<p class="count">{fileName}</p>
			{/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard. */}
			<section class="bytes" tabIndex={0} aria-labelledby={id}>
				<pre>
					{lines.map(({ text, changed }, at) => {
						const line = at < lines.length - 1 ? `${text}\n` : text;
						if (!changed) return line;
						return (
							<mark key={`${at}/${text}`} data-empty={text === "" || undefined}>
								{line}
							</mark>
						);
					})}
				</pre>
			</section>
		</div>
	);
}
