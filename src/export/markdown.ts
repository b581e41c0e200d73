import { fillText } from "../core/house-style/text-pattern.ts";
import { formatIssue } from "../core/issue/format-issue.ts";
import type { ExportTarget } from "./target.ts";

/** The newsletter's own markdown, in its house style. */
export const markdown: ExportTarget = {
	id: "markdown",
	mime: "text/markdown",
	labels: { copy: "optionsCopy", download: "optionsExport" },
	copied: { clear: "optionsCopied", found: "optionsCopiedOpen" },
	refused: { copy: "optionsCopyFailed", download: "optionsDownloadFailed" },
	isPreviewed: true,
	fileName: (issue, style) => fillText(style.fileName, issue, style.language),
	render: formatIssue,
};
