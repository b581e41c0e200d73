/**
 * Issues that are built to make a parser slow: very long, nested very deep, or full of marks that begin
 * something and do not end it. Each is about a megabyte or the most that a person could paste.
 */

/** Makes the text at a part of its full length, from 0 to 1. */
type Make = (part: number) => string;

const times = (count: number, part: number) => Math.floor(count * part);

function lines(count: number, line: (at: number) => string, between: string): string {
	return Array.from({ length: count }, (_, at) => line(at)).join(between);
}

export const HOSTILE_ISSUES: Readonly<Record<string, Make>> = {
	"a paragraph of 42,000 links": (part) =>
		lines(times(42_000, part), (at) => `[a${at}](http://x.example/${at})`, " "),
	"2,000 lists within each other": (part) =>
		lines(times(2_000, part), (at) => `${"  ".repeat(at)}- [a](http://x.example/${at})`, "\n"),
	"2,000 list marks on a line": (part) => `${"- ".repeat(times(2_000, part))}[a](http://x.example)`,
	"10,000 headings": (part) => "# a\n\n".repeat(times(10_000, part)),
	"10,000 headings that link": (part) => "# [a](http://x.example)\n\n".repeat(times(10_000, part)),
	"28,000 list items": (part) => "- [a b c](http://x.example/a/b/c)\n".repeat(times(28_000, part)),
	"a megabyte of quote marks": (part) => "> ".repeat(times(500_000, part)),
	"a megabyte of brackets": (part) => "[".repeat(times(1_000_000, part)),
	"a hundred thousand links without end": (part) => "[a](".repeat(times(100_000, part)),
	// The length grows with the square of the number of marks.
	"code marks of every length": (part) =>
		lines(times(1_400, Math.sqrt(part)), (at) => "`".repeat(at + 1), " "),
	"tags without end": (part) => '<a href="http://'.repeat(times(60_000, part)),
	"a megabyte of blanks": (part) => `a${" ".repeat(times(1_000_000, part))}b`,
	"front matter without end": (part) => `---\n${"a: b\n".repeat(times(100_000, part))}`,
};
