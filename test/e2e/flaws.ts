/**
 * What is wrong with a page in the language for tests: what runs over its edge, what is cut off,
 * and what is in no locale. Sent into the page as source, so it uses nothing from outside itself.
 *
 * @param words those that an editor has written, such as the headings of sections
 */
export function flaws(words: readonly string[]): string[] {
	/** What an editor or a page wrote, code, and what stands on keys: in no language of Galley's. */
	const CONTENT =
		".reads, .bytes, .address, .title, .note, q, kbd, code, .code, .key, textarea, input, option, .masthead h1";
	/** Where a text is cut off on purpose, with its end in sight of whoever asks for it. */
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
		// What is a pixel wide is there for those who hear the page.
		const inner = element.clientWidth > 1 && getComputedStyle(element).display !== "inline";
		if ((holdsText || isControl) && inner && element.scrollWidth > element.clientWidth + 1) {
			lines.push(`${told(element)} is ${element.scrollWidth} wide in ${element.clientWidth}`);
		}
	}

	/** A text without what is in brackets, within brackets too. */
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
		// A part of a name may be left out where there is little room: the brackets are around the whole.
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
