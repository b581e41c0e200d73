/**
 * Issues to measure with, made by a rule, so that every run measures the same texts: the words are
 * as unequally common as words are, every link is another, and some hosts are linked to often.
 */

/** Items of one issue, each with one link; the sponsor's link comes on top. */
export const ITEMS_AN_ISSUE = 28;

const SYLLABLES =
	"ba ce di fo gu ha ke li mo nu pa re si to vu wa xe yi zo tra ple sti con ver".split(" ");
const VOCABULARY = 12_000;
const WORDS_A_NOTE = 24;

/** How many issues hold this many links. */
export function issuesFor(links: number): number {
	return Math.ceil(links / ITEMS_AN_ISSUE);
}

/** Name and text of the issue with this number, 1 or more. */
export function generatedIssue(
	number: number,
	items = ITEMS_AN_ISSUE,
): { name: string; text: string } {
	const day = new Date(Date.UTC(1990, 0, 7 * number));
	const first = (number - 1) * items;
	const texts = Array.from({ length: items }, (_, at) => itemText(first + at));
	const news = texts.slice(0, Math.ceil(items / 2));
	const tools = texts.slice(news.length);
	const text = [
		`---\ntitle: WEEKLY ISSUE \\#${number}\ndate: ${day.toISOString()}\n---\n`,
		section(`From our sponsor, Firm ${number % 90}`, [itemText(first + VOCABULARY * 40)]),
		section("News", news),
		section("Tools", tools),
	].join("\n");
	return { name: `${day.toISOString().slice(0, 10)}-${number}.md`, text };
}

/** The address of an item, counted through all issues. */
export function generatedAddress(item: number): string {
	return `https://host-${(item * item) % 701}.example/${1990 + (item % 60)}/${wordAt(item)}-${item}`;
}

/** A word that is in many notes. */
export const COMMON_WORD = wordAt(3);

function itemText(item: number): string {
	const url = generatedAddress(item);
	return `${note(item)}\n\n[${url}](${url})\n`;
}

function section(heading: string, items: readonly string[]): string {
	return `${heading}\n${"=".repeat(heading.length)}\n\n${items.join("\n\n")}\n`;
}

function note(item: number): string {
	const words = Array.from({ length: WORDS_A_NOTE }, (_, at) => wordAt(rank(item * 31 + at * 7)));
	return `A post, ${item}, on ${words.join(" ")}.`;
}

/** A place in the vocabulary: the first places come up far more often than the last. */
function rank(seed: number): number {
	const even = (Math.imul(seed + 1, 2_654_435_761) >>> 0) / 2 ** 32;
	return Math.floor(VOCABULARY ** even) - 1;
}

function wordAt(place: number): string {
	let rest = (place % VOCABULARY) + 24;
	let word = "";
	while (rest > 0) {
		word += SYLLABLES[rest % SYLLABLES.length];
		rest = Math.floor(rest / SYLLABLES.length);
	}
	return word;
}
