import type { Issue } from "../issue/issue.ts";
import { guessValues } from "../issue/reading/guess-values.ts";
import { splitFrontMatter } from "../markdown/front-matter.ts";

/** What the order of an archive is computed from. */
interface Ordered {
	/** Path of the file. */
	name: string;
	number: Issue["number"];
	date: Issue["date"];
}

/** An archive is ordered by date or number only if at least this share of its files has one. */
const NEARLY_ALL = 0.9;

/**
 * The issues from the oldest to the latest: by date, else by number, else by name. The first of these
 * that at least 90% of the issues have is used. The issues that lack it are placed by name.
 */
export function archiveOrder<T extends Ordered>(issues: readonly T[]): T[] {
	const byName = [...issues].sort((one, other) => compareNames(one.name, other.name));
	const keys: ((issue: T) => string | number | null)[] = [
		({ date }) => date,
		({ number }) => number,
	];
	const key = keys.find(
		(keyOf) => issues.filter((issue) => keyOf(issue) !== null).length >= issues.length * NEARLY_ALL,
	);
	if (!key) return byName;
	const placed = byName.filter((issue) => key(issue) !== null);
	placed.sort((one, other) => compareKeys(key(one), key(other)));
	for (const issue of byName.filter((each) => key(each) === null)) {
		const after = placed.findLastIndex((other) => compareNames(other.name, issue.name) <= 0);
		placed.splice(after + 1, 0, issue);
	}
	return placed;
}

function compareKeys(one: string | number | null, other: string | number | null): number {
	if (one === other || one === null || other === null) return 0;
	return one < other ? -1 : 1;
}

const collator = new Intl.Collator("en", { numeric: true });

/** Compares names; numbers in them are compared as numbers. */
function compareNames(one: string, other: string): number {
	return collator.compare(one, other) || (one < other ? -1 : one > other ? 1 : 0);
}

/** The values that order a file in the archive, read before any style is known. */
export function orderedFile(name: string, text: string): Ordered {
	const head = text
		.slice(0, 20_000)
		.replace(/^\ufeff/, "")
		.replace(/\r\n?/g, "\n");
	const front = splitFrontMatter(head);
	const heading = /^\s*#{1,2}[ \t]+(.+)$/m.exec(head.slice(front.end, front.end + 500))?.[1] ?? "";
	const { number, date } = guessValues(front.entries, heading, name);
	return { name, number, date };
}
