import { contentsOf } from "../../../src/core/archive/contents.ts";
import type { Issue } from "../../../src/core/issue/issue.ts";
import { addressesOf } from "../../../src/core/links/addresses.ts";
import { linkKey } from "../../../src/core/links/canonical.ts";
import { mentionsOf } from "../../../src/core/links/mentions.ts";
import { DEFAULT_EXEMPTIONS, repeatsAmong } from "../../../src/core/links/repeats.ts";
import type { PastMention, PreflightInput } from "../../../src/core/preflight/preflight-input.ts";
import { usualOf } from "../../../src/core/preflight/usual.ts";

/** A published issue as the draft it was on its day, with the archive of the issues before it. */
export function asDraft(issue: Issue, earlier: readonly Issue[]): PreflightInput {
	const latestFirst = earlier.toReversed();
	const mentions = new Map<string, ReturnType<typeof mention>[]>();
	function mention(one: ReturnType<typeof mentionsOf>[number], of: Issue) {
		return { ...one, number: of.number, issueDate: of.date, path: "" };
	}
	const secureKeys = new Set<string>();
	const secureHosts = new Set<string>();
	for (const past of latestFirst) {
		for (const one of mentionsOf(past)) {
			mentions.set(one.key, [...(mentions.get(one.key) ?? []), mention(one, past)]);
			if (!one.url.startsWith("https:") || !URL.canParse(one.url)) continue;
			secureKeys.add(one.key);
			secureHosts.add(new URL(one.url).host);
		}
	}
	const { sponsors, sections } = contentsOf(issue);
	const texts = issue.parts.flatMap((part) => (part.kind === "text" ? part.text : []));
	const urls = sections.flatMap(({ items }) => items.flatMap(addressesOf));
	const ran = urls.flatMap((url): [string, PastMention][] => {
		const [latest] = repeatsAmong(mentions.get(linkKey(url)) ?? [], url, DEFAULT_EXEMPTIONS);
		return latest ? [[url, latest]] : [];
	});
	const secure = urls.filter(
		(url) =>
			secureKeys.has(linkKey(url)) || (URL.canParse(url) && secureHosts.has(new URL(url).host)),
	);
	const [last] = latestFirst;
	return {
		number: issue.number,
		issueDate: issue.date,
		intro: texts[0] ?? "",
		footer: texts.at(-1) ?? "",
		sections: sections.map(({ heading, items }, nth) => ({
			id: `s${nth}`,
			heading,
			items: items.map(({ note, links }, at) => ({
				id: `s${nth}-${at}`,
				note,
				links: links.map(({ url }) => ({ url, title: "" })),
			})),
		})),
		sponsors: sponsors.map(({ heading, note, links }, nth) => ({
			id: `p${nth}`,
			name: heading,
			note,
			links: links.map(({ url }) => ({ url, title: "" })),
			booked: true,
			carried: false,
		})),
		publishedAt: issue.publishedAt,
		now: Date.parse(issue.publishedAt ?? issue.date ?? ""),
		today: issue.publishedAt?.slice(0, 10) ?? issue.date ?? "",
		published: last ? { number: last.number, issueDate: last.date } : null,
		otherDrafts: [],
		usual: usualOf(latestFirst),
		repeats: new Map(ran),
		secure: new Set(secure),
		exemptHosts: [],
	};
}
