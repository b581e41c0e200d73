import type { FrontMatterKind, HouseStyle } from "../house-style/house-style.ts";
import type { IssueValues } from "../house-style/text-pattern.ts";
import { fillValue } from "./front-matter-values.ts";
import type { IssueFrontMatter } from "./issue.ts";

/** Formats one front matter entry from its key and value. */
export function writeEntry(key: string, value: string, kind: FrontMatterKind): string {
	if (key === "" || (kind === "toml" && key.startsWith("["))) return key + value;
	if (kind === "toml") return `${key} = ${value}`;
	return value === "" || value.startsWith("\n") ? `${key}:${value}` : `${key}: ${value}`;
}

/** The lines of an issue's front matter with its fences; empty if it has none. */
export function frontMatterLines(
	own: IssueFrontMatter | undefined,
	stated: IssueValues,
	style: HouseStyle,
): string[] {
	const { lines } = style.frontMatter;
	const kind = own?.kind ?? style.frontMatter.kind;
	const byStyle = (key: string) => {
		const line = lines.find((each) => each.key === key);
		return line ? writeEntry(key, fillValue(line.pattern, kind, stated, style.language), kind) : "";
	};
	const entries = own?.entries ?? lines.map(({ key }) => ({ key, text: null }));
	const written = entries.map(({ key, text }) => text ?? byStyle(key));
	if (kind === "none") return [];
	if (kind === "lines") return written;
	const fence = kind === "yaml" ? "---" : "+++";
	return [fence, ...written, fence];
}
