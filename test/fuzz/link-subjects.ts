import { expect } from "vitest";
import { noteWith, quote } from "../../src/capture/quote.ts";
import { DEFAULT_HOUSE_STYLE } from "../../src/core/house-style/ready-made-styles.ts";
import { addressesOf } from "../../src/core/links/addresses.ts";
import { linkKey } from "../../src/core/links/canonical.ts";
import { unclippable } from "../../src/core/links/clippable.ts";
import { mentionsOf } from "../../src/core/links/mentions.ts";
import { withoutTracking } from "../../src/core/links/tracking.ts";
import { preflight } from "../../src/core/preflight/checks.ts";
import { NOTHING_USUAL } from "../../src/core/preflight/usual.ts";
import { summaryOf } from "../../src/core/statistics/summary.ts";
import { addExample, removeExample } from "../../src/core/suggestion/learn-sections.ts";
import { emptyModel, suggest } from "../../src/core/suggestion/suggest.ts";
import { issueWith, itemWith, STATED } from "./issue-subjects.ts";
import type { Subject } from "./subject.ts";

const MODEL = emptyModel([
	{ id: "news", heading: "News" },
	{ id: "tools", heading: "Tools" },
]);

const ARCHIVED = {
	...STATED,
	id: "a",
	path: "a.md",
	text: "",
	style: DEFAULT_HOUSE_STYLE,
	readAt: 0,
};

const ESCAPES = ["%7e", "%7E", "%2f", "%c3%bc", "ü", "?a=b", "#/", "cdn.ampproject.org/c/s/"];

/** A draft with one item and a sponsor, without other data for preflight. */
function subjectOf(text: string) {
	const links = [{ url: `http://a.example/${text.slice(0, 2_000)}`, title: text }];
	return {
		...STATED,
		intro: "",
		footer: "",
		sections: [{ id: "news", heading: "News", items: [{ id: "a", note: text, links }] }],
		sponsors: [],
		today: "2020-05-01",
		now: 0,
		published: null,
		otherDrafts: [],
		usual: NOTHING_USUAL,
		repeats: new Map(),
		secure: new Set<string>(),
		exemptHosts: [],
	};
}

export const LINK_SUBJECTS: readonly Subject[] = [
	{
		name: "the key of an address",
		run: (text) => linkKey(text),
		holds: (text) => expect(linkKey(` ${text}\n`)).toBe(linkKey(text)),
	},
	{
		name: "the key of a path",
		run: (text) => linkKey(`https://google.com/${text}`),
		alphabet: ESCAPES,
	},
	{ name: "the key of a query", run: (text) => linkKey(`https://a.example/?${text}`) },
	{
		name: "without tracking",
		run: (text) => withoutTracking(`https://a.example/?${text}`),
		holds(text) {
			const clean = withoutTracking(`https://a.example/?${text}`);
			expect(withoutTracking(clean)).toBe(clean);
		},
	},
	{
		name: "clippable",
		run: (text) => [unclippable(text), unclippable(`https://${text}`)],
		holds(text) {
			if (unclippable(text) === null) expect(new URL(text).protocol).toMatch(/^https?:$/);
		},
	},
	{
		name: "addresses of a note",
		run: (text) => addressesOf({ note: text, links: [] }),
		holds(text) {
			for (const address of addressesOf({ note: text, links: [] })) {
				expect(text).toContain(address);
				expect(address).toMatch(/^https?:/i);
			}
		},
	},
	{ name: "mentions", run: (text) => mentionsOf(issueWith(itemWith(text))) },
	{
		name: "suggest by an address",
		run: (text) => suggest(MODEL, [{ url: `https://${text}`, title: "" }]),
	},
	{
		name: "suggest by a title",
		run: (text) => suggest(MODEL, [{ url: "https://a.example/", title: text }]),
	},
	{
		name: "learn a section",
		run(text) {
			const example = { pages: [{ url: text, title: text }], section: text };
			return removeExample(addExample(MODEL, example), example);
		},
		holds(text) {
			const example = { pages: [{ url: text, title: text }], section: text };
			const { sections, weights } = addExample(MODEL, example);
			expect(sections).toContain(text);
			expect(Object.values(weights).flat().every(Number.isFinite)).toBe(true);
		},
	},
	{
		name: "the picture of an issue",
		run: (text) => summaryOf({ ...ARCHIVED, issue: issueWith(itemWith(text)) }),
		holds(text) {
			const { hosts } = summaryOf({ ...ARCHIVED, issue: issueWith(itemWith(text)) });
			for (const items of Object.values(hosts)) expect(items).toBe(1);
		},
		alphabet: ["http://constructor/ ", "http://__proto__/ "],
	},
	{
		name: "quote a selection",
		run: (text) => quote(text),
		holds(text) {
			const quoted = quote(text);
			if (quoted !== "") for (const line of quoted.split("\n")) expect(line).toMatch(/^>/);
		},
	},
	{ name: "join notes", run: (text) => noteWith(text, text.slice(text.length / 2)) },
	{ name: "preflight", run: (text) => preflight(subjectOf(text)) },
];
