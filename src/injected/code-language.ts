import { flatParent, isElement } from "./flat-tree.ts";

/** How highlighters name the language of code in a class, in the order in which they are believed. */
const IN_CLASS = [
	/(?:^|\s)(?:language|lang)-([\w+#.-]+)/i,
	/(?:^|\s)highlight-source-([\w+#.-]+)/i,
	/(?:^|\s)brush:\s*([\w+#.-]+)/i,
	/(?:^|\s)sourceCode\s+([\w+#.-]+)/,
	/(?:^|\s)hljs\s+([\w+#.-]+)/,
	/(?:^|\s)([\w+#.-]+)\s+hljs(?:\s|$)/,
	/(?:^|\s)highlight-([\w+#.-]+)/i,
];

/** Names that say that there is no language. */
const NONE = /^(?:plain|plaintext|text|txt|none|default|nohighlight|notranslate|source|auto)$/i;

/** How far above the code its language is looked for. */
const LEVELS = 2;

/** The language of a block of code, as its page names it; undefined where it does not. */
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
