import { flatParent, isElement } from "./flat-tree.ts";

/** Patterns by which highlighters name the language in a class, the most reliable first. */
const IN_CLASS = [
	/(?:^|\s)(?:language|lang)-([\w+#.-]+)/i,
	/(?:^|\s)highlight-source-([\w+#.-]+)/i,
	/(?:^|\s)brush:\s*([\w+#.-]+)/i,
	/(?:^|\s)sourceCode\s+([\w+#.-]+)/,
	/(?:^|\s)hljs\s+([\w+#.-]+)/,
	/(?:^|\s)([\w+#.-]+)\s+hljs(?:\s|$)/,
	/(?:^|\s)highlight-([\w+#.-]+)/i,
];

/** Names that mean that no language is given. */
const NONE = /^(?:plain|plaintext|text|txt|none|default|nohighlight|notranslate|source|auto)$/i;

/** How many levels of ancestors are searched for the language. */
const LEVELS = 2;

/** The language of a block of code according to its page; undefined if the page does not name it. */
export function codeLanguage(block: Element): string | undefined {
	const places = [block.querySelector("code"), block];
	for (
		let at = flatParent(block);
		isElement(at) && places.length < LEVELS + 2;
		at = flatParent(at)
	) {
		places.push(at);
	}
	for (const place of places) {
		const found = place && (inAttribute(place) ?? inClass(place.getAttribute("class") ?? ""));
		if (found) return NONE.test(found) ? undefined : found.toLowerCase();
	}
	return undefined;
}

function inAttribute(element: Element): string | undefined {
	return element.getAttribute("data-lang") ?? element.getAttribute("data-language") ?? undefined;
}

function inClass(names: string): string | undefined {
	for (const pattern of IN_CLASS) {
		const [, language] = pattern.exec(names) ?? [];
		if (language) return language;
	}
	return undefined;
}
