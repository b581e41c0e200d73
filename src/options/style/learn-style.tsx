import { useRef } from "preact/hooks";
import { say, sayCount } from "../../browser/strings.ts";
import { focusById } from "../focus.ts";
import type { Desk } from "../state/desk.ts";
import type { Learned, Learning } from "../state/learning.ts";
import { Problems } from "./problems.tsx";

/** "Write like an issue…": a past issue is read, and its style can be taken with one click. */
export function LearnStyle({ desk }: { desk: Desk }) {
	const { learning } = desk;
	const learned = learning.learned.value;
	const field = useRef<HTMLInputElement>(null);

	async function look(input: HTMLInputElement): Promise<void> {
		const [file] = input.files ?? [];
		if (file) await learning.look(file);
		// The same file can be chosen again, once it has been mended.
		input.value = "";
		await focusById("learned");
	}

	return (
		<div class="learn">
			<p>{say("optionsLearnLead")}</p>
			<button type="button" onClick={() => field.current?.click()}>
				{say("optionsLearn")}
			</button>
			<input
				ref={field}
				type="file"
				hidden
				accept=".md,.markdown,.txt,text/markdown,text/plain"
				onChange={({ currentTarget }) => void look(currentTarget)}
			/>
			{learning.failed.value && (
				<p class="problem" role="alert">
					{say("optionsLearnFailed")}
				</p>
			)}
			{learned && <LearnedView learning={learning} learned={learned} />}
		</div>
	);
}

function LearnedView({ learning, learned }: { learning: Learning; learned: Learned }) {
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
