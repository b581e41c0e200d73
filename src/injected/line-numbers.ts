/** Classes that highlighters give to the column or the marks that number the lines of code. */
const NUMBERS =
	/(?:^|\s)(?:linenos?|linenodiv|line-?numbers?(?:-rows)?|gutter|lnt?|blob-num)(?:\s|$)/i;

/** Whether an element contains only the numbers beside lines of code, which are not part of the code. */
export function isLineNumbers(element: Element): boolean {
	const names = element.getAttribute("class");
	if (!names || !NUMBERS.test(names)) return false;
	return /^[\d\s]*$/.test(element.textContent ?? "");
}

/** Whether a table shows lines of code, one in each row beside its number, as code hosts show files. */
export function isCodeTable(element: Element): boolean {
	if (element.localName !== "table") return false;
	const rows = [...element.querySelectorAll("tr")];
	return rows.length > 1 && rows.every((row) => row.children.length === 2 && isNumbered(row));
}

function isNumbered({ firstElementChild: first }: Element): boolean {
	return first !== null && (first.hasAttribute("data-line-number") || isLineNumbers(first));
}
