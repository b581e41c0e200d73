import rules from "virtual:link-rules";
import { linkKey } from "../links/canonical.ts";

/** A page as far as it is known when it is clipped; the title is empty when unknown. */
export interface PageToSort {
	url: string;
	title: string;
}

const { repository, package: packaged, project, codeHost } = rules.pages;
const REPOSITORY = new RegExp(repository);
const PACKAGE = new RegExp(packaged);
const PROJECT = new RegExp(project);
const CODE_HOST = new RegExp(codeHost);

/** Repositories that hold something to read rather than a program. */
const READING =
	/^(?:awesome|books?|guides?|handbook|notes?|papers|primer|slides|talks?|tutorials?|workshop)$/;

const BLOG =
	/^(?:articles?|blogs?|blogspot|engineering|medium|news|posts?|substack|tumblr|wordpress)$/;

/** Characters of an address; what comes after says no more about it. */
const LENGTH_READ = 300;

/** Titles go on with the name of the site; their beginning says what they are about. */
const TITLE_WORDS = 12;

/**
 * What can be seen of pages before they are read, as short names for a model to weigh: the form
 * of the address, its host and its words, and the words of the title. A trait that several of the
 * pages show counts once. Years and hosts come and go; the forms are what lasts.
 */
export function traitsOf(pages: readonly PageToSort[]): Set<string> {
	const all = pages.map(traitsOfPage);
	const programs = all.filter((traits) => traits.includes("form:repository"));
	const traits = new Set((programs.length > 0 ? programs : all).flat());
	if (pages.length > 1) traits.add("several");
	return traits.add("any");
}

function traitsOfPage({ url, title }: PageToSort): string[] {
	const key = linkKey(url).replace(/#.*$/, "").slice(0, LENGTH_READ);
	const [, host = "", path = "", query = ""] = /^([^/?#]*)([^?#]*)([^#]*)/.exec(key) ?? [];
	const segments = path.split("/").filter(Boolean);
	const labels = host.split(".");
	// A second level such as `co` in `example.co.uk` is nobody's own.
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
		// Products have short names; a book, a manifesto or a campaign calls itself what it is.
		...(form === "site" ? [`name:${Math.min(4, Math.ceil(domain.indexOf(".") / 5))}`] : []),
		...[...wordsOf(labels.slice(0, -1).join(" ")), ...own].map((word) => `word:${word}`),
		...wordsOf(title)
			.slice(0, TITLE_WORDS)
			.map((word) => `title:${word}`),
	];
}

/** What kind of address it is, whoever the host. */
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

/** Words of two characters or more, `camelCase` taken apart, in lower case. */
function wordsOf(text: string): string[] {
	return (
		text
			.replace(/(\p{Ll})(\p{Lu})/gu, "$1 $2")
			.toLowerCase()
			.match(/\p{L}[\p{L}\p{N}]+/gu) ?? []
	);
}
