import type { FrontMatterKind } from "../house-style/house-style.ts";
import { fieldsIn, fillText, type IssueValues, matchText } from "../house-style/text-pattern.ts";

/*
 * Fields are plain text, which front matter may require in quotes. In a value that the style quotes,
 * quote marks are escaped. A value that the style does not quote is quoted if a field would break it.
 */

/** Text that YAML would not parse as plain text in an unquoted value. */
const UNSAFE = /: |\s#|^[\s&*!|>'"%@`[\]{},#?-]|[\s:]$/;

type Quote = '"' | "'" | "";

/** Formats the value of an entry by its pattern. */
export function fillValue(
	pattern: string,
	kind: FrontMatterKind,
	stated: IssueValues,
	language: string,
): string {
	const quote = kind === "lines" ? "" : quoteOf(pattern);
	if (quote !== "")
		return fillText(
			pattern,
			withFields(stated, (value) => escaped(value, quote)),
			language,
		);
	const names = fieldsIn(pattern);
	const unsafe = kind === "yaml" && names.some((name) => UNSAFE.test(stated.fields[name] ?? ""));
	const value = fillText(pattern, stated, language);
	return unsafe ? `"${escaped(value, '"')}"` : value;
}

/** Parses the value of an entry by its pattern; null if it does not match. */
export function matchValue(
	pattern: string,
	value: string,
	kind: FrontMatterKind,
	language: string,
	near: IssueValues,
): IssueValues | null {
	const quote = kind === "lines" ? "" : quoteOf(pattern);
	const plain = kind === "yaml" && quote === "" && quoteOf(value) === '"';
	const found = matchText(
		pattern,
		plain ? unescaped(value.slice(1, -1), '"') : value,
		language,
		near,
	);
	const read =
		found && (quote === "" ? found : withFields(found, (text) => unescaped(text, quote)));
	if (
		read &&
		fillValue(
			pattern,
			kind,
			{ ...near, ...read, fields: { ...near.fields, ...read.fields } },
			language,
		) === value
	)
		return read;
	return matchText(pattern, value, language, near);
}

function withFields(stated: IssueValues, change: (value: string) => string): IssueValues {
	return {
		...stated,
		fields: Object.fromEntries(
			Object.entries(stated.fields).map(([name, value]) => [name, change(value)]),
		),
	};
}

function quoteOf(value: string): Quote {
	const [first = ""] = value;
	return value.length > 1 && (first === '"' || first === "'") && value.endsWith(first) ? first : "";
}

function escaped(value: string, quote: Quote): string {
	return quote === "'" ? value.replaceAll("'", "''") : value.replace(/[\\"]/g, "\\$&");
}

function unescaped(value: string, quote: Quote): string {
	return quote === "'" ? value.replaceAll("''", "'") : value.replace(/\\([\\"])/g, "$1");
}
