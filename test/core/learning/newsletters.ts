import type { IssueFile } from "../../../src/core/learning/past-issue.ts";

/** An invented kind of newsletter: how its issues are written, and how a clip is written in it. */
export interface Invented {
	kind: string;
	file: (n: number) => IssueFile;
	/** What a clip with this title and address begins with. */
	clip: string;
}

const NOUNS = [
	"tide",
	"harbor",
	"lamp",
	"kelp",
	"crane",
	"rope",
	"buoy",
	"mast",
	"pier",
	"gull",
	"sail",
];
const NAMES = ["Ada Quay", "Bo Strand", "Cleo Reef", "Dan Haven", "Eve Shore"];

function words(seed: number, count: number): string {
	return Array.from(
		{ length: count },
		(_, at) => NOUNS[(seed * 7 + at * 3 + seed * at) % NOUNS.length],
	).join(" ");
}

function title(n: number, at: number): string {
	return `The ${words(n * 11 + at, 3)} ${n}-${at}`;
}

function url(n: number, at: number): string {
	return `https://${NOUNS[(n + at) % NOUNS.length]}.example/${n}/${at}`;
}

function date(n: number): Date {
	return new Date(Date.UTC(2026, 0, 4 + 7 * n));
}

function iso(n: number): string {
	return date(n).toISOString().slice(0, 10);
}

function spelled(n: number, language: string): string {
	return new Intl.DateTimeFormat(language, {
		day: "numeric",
		month: "long",
		year: "numeric",
		timeZone: "UTC",
	}).format(date(n));
}

function list(count: number, item: (at: number) => string, between = "\n"): string {
	return Array.from({ length: count }, (_, at) => item(at + 1)).join(between);
}

const CLIP_TITLE = "A new page";
const CLIP_URL = "https://new.example/page";

export const INVENTED: readonly Invented[] = [
	{
		kind: "a weekly list of links under headings",
		file: (n) => ({
			name: `issue-${n}.md`,
			text: `# Kite Weekly #${n}\n\nHello, this is ${words(n, 6)}.\n\n## Articles\n\n${list(4, (at) => `- [${title(n, at)}](${url(n, at)}) by ${NAMES[(n + at) % 5]}`)}\n\n## Code\n\n${list(3, (at) => `- [${title(n, at + 9)}](${url(n, at + 9)})`)}\n\n---\n\nRead by friends. [Subscribe](https://kite.example/join).\n`,
		}),
		clip: `- [${CLIP_TITLE}](${CLIP_URL})`,
	},
	{
		kind: "headings that link, with notes",
		file: (n) => ({
			name: `2026/${n}.md`,
			text: `---\ntitle: "Reef Report ${n}: ${words(n, 2)}"\ndate: ${iso(n)}\nslug: ${words(n, 2).replace(" ", "-")}\n---\n\n${words(n + 1, 9)}.\n\n## News\n\n${list(3, (at) => `### [${title(n, at)}](${url(n, at)})\n\n${words(n + at, 12)}, [more](${url(n, at + 20)}).`, "\n\n")}\n\n## Tools\n\n${list(2, (at) => `### [${title(n, at + 4)}](${url(n, at + 4)})\n\n${words(at, 8)}.\n\nAnd ${words(n, 5)}.`, "\n\n")}\n`,
		}),
		clip: `### [${CLIP_TITLE}](${CLIP_URL})`,
	},
	{
		kind: "bold titles with the note below, as newsletter services export them",
		file: (n) => ({
			name: `${iso(n)}-pier-${n}.md`,
			text: `Ahoy!\n\n## Reading\n\n${list(4, (at) => `**[${title(n, at)}](${url(n, at)})**\n${words(n + at, 14)}.`, "\n\n")}\n\n## Watching\n\n${list(2, (at) => `**[${title(n, at + 5)}](${url(n, at + 5)})**\n${words(at, 10)}.`, "\n\n")}\n`,
		}),
		clip: `**[${CLIP_TITLE}](${CLIP_URL})**`,
	},
	{
		kind: "numbered items in German, with TOML front matter",
		file: (n) => ({
			name: `ausgabe-${String(n).padStart(3, "0")}/index.md`,
			text: `+++\ntitle = "Ausgabe ${n}"\ndate = ${iso(n)}\ndraft = false\n+++\n\nGuten Tag, heute ist der ${spelled(n, "de")}.\n\n## Neues\n\n${list(3, (at) => `${at}. [${title(n, at)}](${url(n, at)}) – ${words(n + at, 7)}`)}\n\n## Werkzeuge\n\n${list(2, (at) => `${at}. [${title(n, at + 6)}](${url(n, at + 6)}) – ${words(at, 6)}`)}\n`,
		}),
		clip: `1. [${CLIP_TITLE}](${CLIP_URL})`,
	},
	{
		kind: "a mark before each title, and a tag now and then",
		file: (n) => ({
			name: `week-${n}.markdown`,
			text: `# Week of ${spelled(n, "en-US")}\n\n## Links\n\n${list(5, (at) => `* ${at % 4 === 0 ? "[video] " : ""}[${title(n, at)}](${url(n, at)}): ${words(n + at, 6)}`)}\n\n## Jobs\n\n${list(2, (at) => `* [${title(n, at + 7)}](${url(n, at + 7)}): ${words(at, 5)}`)}\n`,
		}),
		clip: `* [${CLIP_TITLE}](${CLIP_URL})`,
	},
	{
		kind: "notes over bare addresses, underlined headings",
		file: (n) => ({
			name: `${n}.txt`,
			text: `Title: Lamp Letter ${n}\nDate: ${iso(n)}\n\nShort and ${words(n, 3)}.\n\nNews\n====\n\n${list(3, (at) => `${words(n + at, 11)}.\n\n${url(n, at)}`, "\n\n\n")}\n\n\nTools\n=====\n\n${list(2, (at) => `${words(at, 9)}.\n\n${url(n, at + 8)}\n${url(n, at + 18)}`, "\n\n\n")}\n`,
		}),
		clip: "",
	},
	{
		kind: "a table of links",
		file: (n) => ({
			name: `tables/${iso(n)}.md`,
			text: `# ${iso(n)}\n\n## Releases\n\n| What | Why |\n| --- | --- |\n${list(4, (at) => `| [${title(n, at)}](${url(n, at)}) | ${words(n + at, 4)} |`)}\n\n## Events\n\n| What | Where |\n| --- | --- |\n${list(2, (at) => `| [${title(n, at + 5)}](${url(n, at + 5)}) | ${words(at, 2)} |`)}\n`,
		}),
		clip: `| [${CLIP_TITLE}](${CLIP_URL})`,
	},
	{
		kind: "prose with reference links",
		file: (n) => ({
			name: `prose-${n}.md`,
			text: `# Prose ${n}\n\n## This week\n\n${list(3, (at) => `We read [${title(n, at)}][${at}] and ${words(n + at, 9)}.`, "\n\n")}\n\n## Later\n\nSee [${title(n, 9)}][9] and ${words(n, 6)}.\n\n${list(3, (at) => `[${at}]: ${url(n, at)}`)}\n[9]: ${url(n, 9)}\n`,
		}),
		clip: "",
	},
	{
		kind: "lists within lists, and quotes",
		file: (n) => ({
			name: `nested/n${n}.md`,
			text: `## Papers\n\n${list(3, (at) => `- [${title(n, at)}](${url(n, at)})\n  - ${words(n + at, 6)}\n  - [slides](${url(n, at + 30)})`)}\n\n## Posts\n\n${list(3, (at) => `- [${title(n, at + 4)}](${url(n, at + 4)})\n\n  > ${words(at, 9)}\n  >\n  > ${words(n, 5)}`, "\n\n")}\n`,
		}),
		clip: `- [${CLIP_TITLE}](${CLIP_URL})`,
	},
	{
		kind: "links in HTML",
		file: (n) => ({
			name: `html-${n}.md`,
			text: `<p>Welcome to issue ${n}.</p>\n\n## Links\n\n${list(4, (at) => `- <a href="${url(n, at)}">${title(n, at)}</a> ${words(n + at, 5)}`)}\n`,
		}),
		clip: `- <a href="${CLIP_URL}">${CLIP_TITLE}</a>`,
	},
	{
		kind: "no headings but lines of bold text",
		file: (n) => ({
			name: `bold-${n}.md`,
			text: `Issue ${n}, ${words(n, 4)}.\n\n**Essays**\n\n${list(3, (at) => `[${title(n, at)}](${url(n, at)}) (${at + 3} min)\n\n${words(n + at, 11)}.`, "\n\n")}\n\n**Photos**\n\n${list(2, (at) => `[${title(n, at + 6)}](${url(n, at + 6)}) (${at} min)\n\n${words(at, 8)}.`, "\n\n")}\n`,
		}),
		clip: `[${CLIP_TITLE}](${CLIP_URL})`,
	},
	{
		kind: "Chinese, with counters and full-width brackets",
		file: (n) => ({
			name: `zh/issue-${n}.md`,
			text: `# 海港周刊（第 ${n} 期）：${words(n, 2)}\n\n这里记录每周值得分享的内容。\n\n## 文章\n\n${list(3, (at) => `${at}、[${title(n, at)}](${url(n, at)})（英文）\n\n${words(n + at, 6)}。`, "\n\n")}\n\n## 工具\n\n${list(3, (at) => `${at}、[${title(n, at + 5)}](${url(n, at + 5)})（中文）\n\n${words(at, 6)}。`, "\n\n")}\n`,
		}),
		clip: `1、[${CLIP_TITLE}](${CLIP_URL})`,
	},
];

export const CLIP = { title: CLIP_TITLE, url: CLIP_URL };
