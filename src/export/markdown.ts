import { fillPattern } from "../issue/pattern.ts";
import { write } from "../issue/write.ts";
import type { ExportTarget } from "./target.ts";

/** The newsletter's own markdown, in its house style. */
export const markdown: ExportTarget = {
	id: "markdown",
	mime: "text/markdown",
	labels: { copy: "optionsCopy", download: "optionsExport" },
	copied: { clear: "optionsCopied", found: "optionsCopiedOpen" },
	fileName: (issue, style) => fillPattern(style.fileName, issue),
	render: write,
};
