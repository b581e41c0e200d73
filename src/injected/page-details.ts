import type { PageDetails } from "../core/page/page-details.ts";

/** Limits in UTF-16 units, because a page may have a very long text in its metadata. */
const LONGEST = { title: 500, description: 1_000, name: 200, language: 35 };
/** Longer structured data is usually a catalog and does not describe the page. */
const MAX_DATA_LENGTH = 200_000;

/** The metadata of a page: from `meta` elements, or else from JSON-LD (https://schema.org). */
export function pageDetails(page: Document): PageDetails {
	const meta = metaIn(page);
	const data = articleIn(page);
	return {
		title: shortened(page.title, LONGEST.title),
		description: shortened(meta("description", "og:description"), LONGEST.description),
		author: shortened(
			notAddress(meta("author", "article:author", "dc.creator", "parsely-author")) ||
				namesIn(data.author ?? data.creator),
			LONGEST.name,
		),
		siteName: shortened(
			meta("og:site_name", "application-name") || namesIn(data.publisher ?? data.isPartOf),
			LONGEST.name,
		),
		language: languageOf(page, meta, data),
	};
}

type Meta = (...names: string[]) => string;
type Data = Readonly<Record<string, unknown>>;

/**
 * Returns a function that finds the first non-empty content of a `meta` element with one of several names,
 * in the order of the names.
 */
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

/** The first object in the page's JSON-LD that has an author or describes a text. */
function articleIn(page: Document): Data {
	for (const script of page.querySelectorAll('script[type="application/ld+json" i]')) {
		const text = script.textContent ?? "";
		if (text.length > MAX_DATA_LENGTH) continue;
		const found = objectsIn(parsed(text)).find(
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
		// The page's JSON is invalid.
		return null;
	}
}

function objectsIn(data: unknown): Data[] {
	if (Array.isArray(data)) return data.filter(isData).flatMap(objectsIn);
	if (!isData(data)) return [];
	return Array.isArray(data["@graph"]) ? data["@graph"].filter(isData) : [data];
}

function isData(value: unknown): value is Data {
	return typeof value === "object" && value !== null;
}

/** The names of one or several people or organizations. */
function namesIn(value: unknown): string {
	const all = (Array.isArray(value) ? value : [value]).map((one) => (isData(one) ? one.name : one));
	return all
		.filter((name): name is string => typeof name === "string" && name.trim() !== "")
		.filter((name) => notAddress(name) !== "")
		.map((name) => name.trim())
		.join(", ");
}

/** Some sites have the address of a profile instead of a name. It is left out. */
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
				shortened(language, LONGEST.language).replaceAll("_", "-"),
			);
			if (tag) return tag;
		} catch {
			// Not a valid language tag. The next one is tried.
		}
	}
	return "";
}

function shortened(text: string, longest: number): string {
	// The cut must not split a surrogate pair.
	return text
		.replace(/\s+/g, " ")
		.trim()
		.slice(0, longest)
		.replace(/[\uD800-\uDBFF]$/, "");
}
