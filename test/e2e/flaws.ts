/**
 * Problems of a page in the test language: text that is wider than its box, text that is cut off,
 * and text that is not in the locale. It runs in the page as source, so it uses nothing from outside itself.
 *
 * @param words texts that an editor has written, such as the headings of sections
 */
export function flaws(words: readonly string[]): string[] {
	/** Text of an editor or a page, code, and the labels of keys, which are not translated. */
	const CONTENT =
		".reads, .bytes, .address, .title, .note, q, kbd, code, .code, .key, textarea, input, option, .masthead h1";
	/** Elements in which a text is cut off intentionally, and its end can be shown on request. */
	const CUT = ".address, .address *, .note, .summary *, q, .last, summary, .visually-hidden";
	const lines: string[] = [];
	const root = document.documentElement;
	const shown = (element: Element) =>
		element.checkVisibility({ visibilityProperty: true, opacityProperty: true });
	const told = (element: Element) => {
		const text = (element.textContent ?? "").replace(/\s+/g, " ").trim().slice(0, 60);
		const kind = element.className ? `.${String(element.className).split(" ")[0]}` : "";
		return `<${element.localName}${kind}> “${text}”`;
	};

	if (root.scrollWidth > root.clientWidth) {
		lines.push(`The page is ${root.scrollWidth} wide in ${root.clientWidth}`);
	}

	/** Whether something around it scrolls sideways by design. */
	const scrolls = (element: Element) => {
		for (let at: Element | null = element; at && at !== document.body; at = at.parentElement) {
			if (at.matches(".bytes, .reads, .scroll")) return true;
		}
		return false;
	};

	for (const element of document.body.querySelectorAll<HTMLElement>("*")) {
		if (!shown(element) || element.matches(CUT) || element.closest(".visually-hidden")) continue;
		if (element instanceof SVGElement || scrolls(element)) continue;
		const box = element.getBoundingClientRect();
		if (box.width === 0 || box.height === 0) continue;
		if (box.left < -1 || box.right > root.clientWidth + 1) {
			lines.push(`${told(element)} runs over the edge`);
		}
		const holdsText = [...element.childNodes].some(
			(node) => node.nodeType === Node.TEXT_NODE && (node.textContent ?? "").trim() !== "",
		);
		const isControl = element.matches("button, a, select");
		// Elements one pixel wide are only for screen readers.
		const inner = element.clientWidth > 1 && getComputedStyle(element).display !== "inline";
		if ((holdsText || isControl) && inner && element.scrollWidth > element.clientWidth + 1) {
			lines.push(`${told(element)} is ${element.scrollWidth} wide in ${element.clientWidth}`);
		}
	}

	/** A text without its parts in brackets, including nested brackets. */
	const outside = (text: string) => {
		let rest = text;
		for (let before = ""; before !== rest; ) {
			before = rest;
			rest = rest.replace(/⟦[^⟦⟧]*⟧/g, "");
		}
		return rest;
	};
	const DATE_OR_KEY =
		/\b(?:UTC|(?:Sun|Mon|Tue|Wed|Thu|Fri|Sat|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sep|Oct|Nov|Dec)\b|January|February|March|April|May|June|July|August|September|October|November|December|(?:Sun|Mon|Tues|Wednes|Thurs|Fri|Satur)day|[AP]M|Alt\+)/g;
	const isEnglish = (text: string) => {
		const own = words.reduce((rest, word) => rest.replaceAll(word, ""), outside(text));
		return /[A-Za-z]{2,}/.test(own.replace(DATE_OR_KEY, ""));
	};

	const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
	for (let node = walker.nextNode(); node; node = walker.nextNode()) {
		const element = node.parentElement;
		if (!element || element.closest(CONTENT) || element.closest("[translate=no]")) continue;
		// A part of a name may be left out if there is little space: the brackets are around the whole name.
		const whole = element.closest("button")?.textContent ?? node.textContent ?? "";
		if (!shown(element) || !isEnglish(node.textContent ?? "") || !isEnglish(whole)) continue;
		lines.push(`${told(element)} is in no locale`);
	}
	for (const element of document.body.querySelectorAll("[aria-label], [title], [placeholder]")) {
		if (!shown(element) || element.closest(CONTENT) || element.closest("[translate=no]")) continue;
		for (const name of ["aria-label", "title", "placeholder"]) {
			const value = element.getAttribute(name);
			if (value && isEnglish(value)) lines.push(`${name} “${value}” is in no locale`);
		}
	}
	return [...new Set(lines)];
}
