import { issueLabel } from "../core/archive/issue-label.ts";
import { shortAddress } from "../core/links/readable.ts";
import type { Repeat } from "../data/archive/repeats.ts";
import { formatDay, translate, translateCount } from "../extension/strings.ts";

/**
 * Where a link ran before, such as "Ran in News, #173, 6 April 2014, and 2 more". For a related page, the
 * sentence includes its address.
 */
export function repeatSentence(repeat: Repeat): string {
	const sentence = whereItRan(repeat);
	return repeat.related ? translate("ranAs", sentence, shortAddress(repeat.latest.url)) : sentence;
}

function whereItRan({ latest, more }: Repeat): string {
	const { section, number, issueDate } = latest;
	if (number === null || issueDate === null) {
		const where = [section, issueLabel(latest)] as const;
		return more === 0
			? translate("ranInIssue", ...where)
			: translateCount("ranInIssueMore", more, ...where);
	}
	const where = [section, number, formatDay(issueDate)] as const;
	return more === 0 ? translate("ranIn", ...where) : translateCount("ranInMore", more, ...where);
}
