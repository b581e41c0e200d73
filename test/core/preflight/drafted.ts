import { type CheckId, type Finding, preflight } from "../../../src/core/preflight/checks.ts";
import type {
	InputItem,
	InputSponsor,
	PreflightInput,
} from "../../../src/core/preflight/preflight-input.ts";
import { NOTHING_USUAL } from "../../../src/core/preflight/usual.ts";

/** An item in short: its note, its addresses, and title and description of the first. */
export type Short = [note: string, urls?: string | string[], title?: string, description?: string];

/** What differs from a draft that nobody could find fault with. */
export type Differing = Partial<Omit<PreflightInput, "sections" | "sponsors">> & {
	news?: Short[];
	tools?: Short[];
	sponsors?: Partial<InputSponsor>[];
};

/** A draft in which there is nothing to look at, but for what is given. */
export function drafted({ news, tools, sponsors, ...differing }: Differing = {}): PreflightInput {
	return {
		number: 469,
		issueDate: "2019-12-22",
		intro: "",
		footer: "",
		publishedAt: "2019-12-22T13:40:01+00:00",
		today: "2019-12-22",
		now: Date.parse("2019-12-22T13:45:00Z"),
		published: { number: 468, issueDate: "2019-12-15" },
		otherDrafts: [],
		usual: { ...NOTHING_USUAL, weekday: 0 },
		repeats: new Map(),
		secure: new Set(),
		exemptHosts: [],
		...differing,
		sections: [
			{ id: "news", heading: "News", items: itemsOf("n", news ?? [FINE_NEWS]) },
			{ id: "tools", heading: "Tools", items: itemsOf("t", tools ?? [FINE_TOOL]) },
		],
		sponsors: (sponsors ?? [{}]).map((sponsor, at) => ({
			...FINE_SPONSOR,
			id: `s${at}`,
			...sponsor,
		})),
	};
}

const FINE_NEWS: Short = ["Something has happened to all of us.", "https://news.example.com/one"];
const FINE_TOOL: Short = ["This one helps when it does.", "https://tool.example.com/two"];
const FINE_SPONSOR: InputSponsor = {
	id: "s",
	name: "Acme",
	note: "Acme makes everything.",
	links: [{ url: "https://acme.example.com/?utm_source=us", title: "" }],
	booked: true,
	carried: false,
};

function itemsOf(prefix: string, items: readonly Short[]): InputItem[] {
	return items.map(([note, urls = [], title = "", description = ""], at) => ({
		id: `${prefix}${at}`,
		note,
		links: [urls]
			.flat()
			.map((url, nth) => (nth === 0 ? { url, title, description } : { url, title: "" })),
	}));
}

/** The findings of one check. */
export function foundBy(check: CheckId, differing: Differing = {}): Finding[] {
	return preflight(drafted(differing)).filter((finding) => finding.check === check);
}

/** The same in short, as what is said and of what. */
export function saidBy(check: CheckId, differing: Differing = {}): string[] {
	return foundBy(check, differing).map(({ sentence, values }) =>
		[sentence, ...values.map(spoken)].join(" "),
	);
}

function spoken(value: Finding["values"][number]): string {
	return typeof value === "object" ? JSON.stringify(value) : String(value);
}

/** Notes of items with an address each, all in one section. */
export function notes(...texts: string[]): Short[] {
	return texts.map((text, at) => [text, `https://host${at}.example.com/`]);
}
