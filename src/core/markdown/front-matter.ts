/** The front matter of an issue: none, YAML between `---`, TOML between `+++`, or `Key: value` lines. */
export interface FrontMatter {
	kind: "none" | "yaml" | "toml" | "lines";
	entries: FrontMatterLines[];
	/** The offset at which the text below begins: after the closing fence, or at the empty line. */
	end: number;
}

/** An entry with all its lines. Indented lines and list lines belong to the key above them. */
export interface FrontMatterLines {
	/** Empty for lines above the first key, such as comments. */
	key: string;
	text: string;
}

const KEY = {
	yaml: /^([A-Za-z0-9_"'@$][^:#\n]*?)[ \t]*:(?=[ \t]|$)/,
	toml: /^(\[{0,2}[A-Za-z0-9_"'][^=\n]*?)[ \t]*(?:=|$)/,
	lines: /^([A-Za-z][A-Za-z0-9 _-]{0,40}):(?=[ \t]|$)/,
};

/** Front matter may have at most this many lines. A fence further down is not its closing fence. */
const MAX_LINES = 500;

/** Finds the front matter of a text with LF line ends and without byte order mark. */
export function splitFrontMatter(text: string): FrontMatter {
	const fence = /^(---|\+\+\+)[ \t]*\n/.exec(text);
	if (fence) {
		const mark = fence[1] as string;
		const rows = text.slice(fence[0].length).split("\n", MAX_LINES);
		const close = rows.findIndex(
			(row) => row.trimEnd() === mark || (mark === "---" && row.trimEnd() === "..."),
		);
		const kind = mark === "---" ? "yaml" : "toml";
		if (close !== -1 && (close === 0 || rows.slice(0, close).some((row) => KEY[kind].test(row)))) {
			const length = rows.slice(0, close + 1).reduce((sum, row) => sum + row.length + 1, 0);
			const end = Math.min(text.length, fence[0].length + length);
			return { kind, entries: entriesOf(rows.slice(0, close), kind), end };
		}
	}
	return keyLines(text) ?? { kind: "none", entries: [], end: 0 };
}

/** Finds two or more `Key: value` lines at the very top, followed by an empty line. */
function keyLines(text: string): FrontMatter | null {
	const rows = text.split("\n", MAX_LINES);
	const count = rows.findIndex((row) => !KEY.lines.test(row));
	if (count < 2 || (rows[count] ?? "").trim() !== "") return null;
	const end = rows.slice(0, count).reduce((sum, row) => sum + row.length + 1, 0);
	return { kind: "lines", entries: entriesOf(rows.slice(0, count), "lines"), end };
}

function entriesOf(rows: readonly string[], kind: keyof typeof KEY): FrontMatterLines[] {
	const entries: FrontMatterLines[] = [];
	for (const row of rows) {
		const key = KEY[kind].exec(row)?.[1];
		const last = entries.at(-1);
		if (key !== undefined || !last) entries.push({ key: key ?? "", text: row });
		else last.text += `\n${row}`;
	}
	return entries;
}

/** The value of an entry as written, with all its lines. */
export function entryValue({ key, text }: FrontMatterLines): string {
	return text.slice(key.length).replace(/^[ \t]*[:=][ \t]?/, "");
}
