import type { PageDetails } from "../core/page/page-details.ts";

/** A page may put a book where a sentence is expected. Lengths in UTF-16 units. */
const LONGEST = { title: 500, description: 1_000, name: 200, language: 35 };
/** Data for search engines beyond this is a catalogue, and not about the page. */
const LONGEST_DATA = 200_000;

/** What a page says of itself: in `meta` elements first, then in JSON-LD (https://schema.org). */
export function pageDetails(page: Document): PageDetails {
	const meta = metaIn(page);
	const data = articleIn(page);
	return {
		title: short(page.title, LONGEST.title),
		description: short(meta("description", "og:description"), LONGEST.description),
		author: short(
			notAddress(meta("author", "article:author", "dc.creator", "parsely-author")) ||
				namesIn(data.author ?? data.creator),
			LONGEST.name,
		),
		siteName: short(
			meta("og:site_name", "application-name") || namesIn(data.publisher ?? data.isPartOf),
			LONGEST.name,
		),
		language: languageOf(page, meta, data),
	};
}

type Meta = (...names: string[]) => string;
type Data = Readonly<Record<string, unknown>>;

/** Content of the first `meta` of these names that has one, by the order of the names. */
function metaIn(page: Document): Meta {
	const found = [...page.querySelectorAll("meta[content]")].map((meta) => ({
		name: (meta.getAttribute("name") ?? meta.getAttribute("property") ?? "").toLowerCase(),
		content: meta.getAttribute("content")?.trim() ?? "",
	}));
	return (...names) => {
		for (const name of names) {
			const content = found.find((one) => one.name === name && one.content !== "")?.content;
			if (content) return content;
		}
		return "";
	};
}

/** The first thing that the page's data describes as a text with an author or a publisher. */
function articleIn(page: Document): Data {
	for (const script of page.querySelectorAll('script[type="application/ld+json" i]')) {
		const text = script.textContent ?? "";
		if (text.length > LONGEST_DATA) continue;
		const found = things(parsed(text)).find(
			(thing) => thing.author !== undefined || thing.creator !== undefined || isText(thing),
		);
		if (found) return found;
	}
	return {};
}

function isText(thing: Data): boolean {
	return /Article|Posting|WebPage/.test(String(thing["@type"]));
}

function parsed(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		// A page may say what it likes there.
		return null;
	}
}

function things(data: unknown): Data[] {
	if (Array.isArray(data)) return data.filter(isData).flatMap(things);
	if (!isData(data)) return [];
	return Array.isArray(data["@graph"]) ? data["@graph"].filter(isData) : [data];
}

function isData(value: unknown): value is Data {
	return typeof value === "object" && value !== null;
}

/** Names of one or several people or organizations. */
function namesIn(value: unknown): string {
	const all = (Array.isArray(value) ? value : [value]).map((one) => (isData(one) ? one.name : one));
	return all
		.filter((name): name is string => typeof name === "string" && name.trim() !== "")
		.filter((name) => notAddress(name) !== "")
		.map((name) => name.trim())
		.join(", ");
}

/** Some sites name a profile where a name is expected. */
function notAddress(name: string): string {
	return /^(?:https?:)?\/\//.test(name) ? "" : name;
}

function languageOf(page: Document, meta: Meta, data: Data): string {
	const stated = [
		page.documentElement?.getAttribute("lang") ?? "",
		meta("og:locale"),
		typeof data.inLanguage === "string" ? data.inLanguage : "",
	];
	for (const language of stated) {
		try {
			const [tag] = Intl.getCanonicalLocales(
				short(language, LONGEST.language).replaceAll("_", "-"),
			);
			if (tag) return tag;
		} catch {
			// Not a language tag: the next may be one.
		}
	}
	return "";
}

function short(text: string, longest: number): string {
	// A pair of surrogates that is cut in two would be no character.
	return text
		.replace(/\s+/g, " ")
		.trim()
		.slice(0, longest)
		.replace(/[\uD800-\uDBFF]$/, "");
}
