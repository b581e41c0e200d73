import rules from "virtual:link-rules";
import { linkKey } from "../links/canonical.ts";

/** What is known of a page when it is clipped; the title is empty if unknown. */
export interface PageInfo {
	url: string;
	title: string;
}

const { repository, package: packaged, project, codeHost } = rules.pages;
const REPOSITORY = new RegExp(repository);
const PACKAGE = new RegExp(packaged);
const PROJECT = new RegExp(project);
const CODE_HOST = new RegExp(codeHost);

/** Words in addresses of repositories that contain texts instead of a program. */
const READING =
	/^(?:awesome|books?|guides?|handbook|notes?|papers|primer|slides|talks?|tutorials?|workshop)$/;

const BLOG =
	/^(?:articles?|blogs?|blogspot|engineering|medium|news|posts?|substack|tumblr|wordpress)$/;

/** Only this many characters of an address are used; the rest says little about it. */
const LENGTH_READ = 300;

/** Only this many words of a title are used. Titles often end with the name of the site. */
const TITLE_WORDS = 12;

/**
 * Computes traits of pages, as short names that a model has weights for: the form of the address, its
 * host and words, and the words of the title. The pages themselves are not read. A trait that several
 * pages have counts once. Words and hosts change over the years, while the forms remain useful.
 */
export function traitsOf(pages: readonly PageInfo[]): Set<string> {
	const all = pages.map(traitsOfPage);
	const programs = all.filter((traits) => traits.includes("form:repository"));
	const traits = new Set((programs.length > 0 ? programs : all).flat());
	if (pages.length > 1) traits.add("several");
	return traits.add("any");
}

function traitsOfPage({ url, title }: PageInfo): string[] {
	const key = linkKey(url).replace(/#.*$/, "").slice(0, LENGTH_READ);
	const [, host = "", path = "", query = ""] = /^([^/?#]*)([^?#]*)([^#]*)/.exec(key) ?? [];
	const segments = path.split("/").filter(Boolean);
	const labels = host.split(".");
	// A second level such as `co` in `example.co.uk` is not the name of a site.
	const domain = /[^.]+\.(?:(?:ac|co|com|edu|gov|net|org)\.)?[^.]+$/.exec(host)?.[0] ?? host;
	const slug = Math.max(0, ...segments.map((segment) => wordsOf(segment).length));
	const form = formOf(key, segments, slug, query !== "");
	const own = segments.flatMap(wordsOf);
	return [
		`form:${form}`,
		`host:${host}`,
		`domain:${domain}`,
		`top:${labels.at(-1)}`,
		`slug:${Math.min(8, slug)}`,
		`depth:${Math.min(5, segments.length)}`,
		...(form === "repository" && own.some((word) => READING.test(word)) ? ["reading"] : []),
		...([...labels, ...segments].some((part) => BLOG.test(part)) ? ["blog"] : []),
		// Products have short names; books and campaigns often have descriptive ones.
		...(form === "site" ? [`name:${Math.min(4, Math.ceil(domain.indexOf(".") / 5))}`] : []),
		...[...wordsOf(labels.slice(0, -1).join(" ")), ...own].map((word) => `word:${word}`),
		...wordsOf(title)
			.slice(0, TITLE_WORDS)
			.map((word) => `title:${word}`),
	];
}

/** The form of an address, on any host. */
function formOf(key: string, segments: string[], slug: number, hasQuery: boolean): string {
	if (REPOSITORY.test(key)) return "repository";
	if (PACKAGE.test(key)) return "package";
	if (CODE_HOST.test(key)) return "code";
	if (PROJECT.test(key)) return "project";
	if (segments.some((segment) => /^(?:19|20)\d\d(?:-|$)/.test(segment))) return "dated";
	if (slug > 4) return "sentence";
	if (slug > 2) return "phrase";
	if (hasQuery) return "query";
	return ["site", "page"][segments.length] ?? "deep";
}

/** Words of two or more characters, in lower case, with `camelCase` split. */
function wordsOf(text: string): string[] {
	return (
		text
			.replace(/(\p{Ll})(\p{Lu})/gu, "$1 $2")
			.toLowerCase()
			.match(/\p{L}[\p{L}\p{N}]+/gu) ?? []
	);
}
