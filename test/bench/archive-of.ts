/** An archive to measure with: as many issues as many years make, each with links of its own. */

export const ISSUES = 360;
/** In each issue. */
export const ITEMS_AN_ISSUE = 28;

const WORDS =
	"queue cache alert outage build deploy cluster kernel metric trace token backup schema packet".split(
		" ",
	);

/** The words of the item at `at` among all: a sentence that few others share. */
function note(at: number): string {
	const word = (step: number) => WORDS[Math.floor(at / step) % WORDS.length];
	return `A post on the ${word(1)} and the ${word(14)} of a ${word(196)}, with a number, ${at}, to tell it by.`;
}

function item(at: number): string {
	const url = `https://host-${at % 400}.example/${at}/what-it-is-about`;
	return `${note(at)}\n\n[${url}](${url})\n`;
}

/** Names and texts of the files of the archive, oldest first. */
export function archiveFiles(): { name: string; text: string }[] {
	return Array.from({ length: ISSUES }, (_, index) => {
		const number = index + 1;
		const date = new Date(Date.UTC(2015, 0, 4 + 7 * index)).toISOString();
		const items = Array.from({ length: ITEMS_AN_ISSUE }, (_, at) =>
			item(index * ITEMS_AN_ISSUE + at),
		);
		const half = ITEMS_AN_ISSUE / 2;
		const part = (heading: string, notes: readonly string[]) =>
			`${heading}\n${"=".repeat(heading.length)}\n\n${notes.join("\n\n")}`;
		const text = `---\ntitle: WEEKLY ISSUE \\#${number}\ndate: ${date}\n---\n\n${part("News", items.slice(0, half))}\n\n${part("Tools", items.slice(half))}`;
		return { name: `${number}.md`, text };
	});
}
