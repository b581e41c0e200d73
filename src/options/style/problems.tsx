import { say, sayCount } from "../../extension/strings.ts";
import type { Problem } from "../../issue/read.ts";

/** More than these say nothing new; how many there are is said. */
const SHOWN = 12;

/** What the reader could not place, with the lines where it stands. */
export function Problems({ problems }: { problems: readonly Problem[] }) {
	if (problems.length === 0) return null;
	const left = problems.length - SHOWN;
	return (
		<ul class="problems">
			{problems.slice(0, SHOWN).map((problem) => (
				<li key={`${problem.line}/${problem.kind}`}>
					<ProblemSentence problem={problem} />
				</li>
			))}
			{left > 0 && <li>{sayCount("optionsMoreProblems", left)}</li>}
		</ul>
	);
}

/** One thing out of the ordinary: the line, what it is, and the words that stand there. */
export function ProblemSentence({ problem: { line, kind, text } }: { problem: Problem }) {
	return (
		<>
			{say("optionsLine", line)} {say(`optionsProblem_${kind}`)}
			{text && <q>{text}</q>}
		</>
	);
}
