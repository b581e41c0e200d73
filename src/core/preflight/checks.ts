import {
	insecure,
	oneHost,
	related,
	repeat,
	strangeAddress,
	tracking,
	twice,
} from "./addresses.ts";
import { brackets } from "./brackets.ts";
import { date, number, publicationTime, weekday } from "./calendar.ts";
import type { Check } from "./check.ts";
import { type CheckContext, checkContext } from "./check-context.ts";
import type { FindingPlace, Found, Severity } from "./finding.ts";
import { itemCount, noFooter, noIntro } from "./issue-checks.ts";
import { emptySection, noLink, noNote, noTitle, openers, sameAsTitle } from "./items.ts";
import type { PreflightInput } from "./preflight-input.ts";
import { secret, wrapper } from "./private-addresses.ts";
import { doubledWord, placeholder, unfinished } from "./sentences.ts";
import { noSponsor, unwrittenSponsor } from "./sponsors.ts";

/**
 * All checks by id, in the order in which they are listed for the editor. To add one, add an entry
 * here, its sentences in `_locales`, and a test.
 */
const CHECKS = {
	number,
	date,
	publicationTime,
	weekday,
	noSponsor,
	unwrittenSponsor,
	noIntro,
	noFooter,
	itemCount,
	emptySection,
	noTitle,
	noNote,
	noLink,
	twice,
	repeat,
	related,
	wrapper,
	secret,
	tracking,
	insecure,
	strangeAddress,
	brackets,
	unfinished,
	doubledWord,
	placeholder,
	sameAsTitle,
	openers,
	oneHost,
} satisfies Record<string, Check>;

export type CheckId = keyof typeof CHECKS;

export const CHECK_IDS = Object.keys(CHECKS) as CheckId[];

/** A finding as it is shown to the editor. */
export interface Finding extends Omit<Found, "about"> {
	check: CheckId;
	severity: Severity;
	/** Stays the same as long as the finding says the same about the same place. */
	key: string;
}

/** Runs all checks that are not switched off. The findings are in the order of the issue. */
export function preflight(input: PreflightInput, off: ReadonlySet<string> = new Set()): Finding[] {
	const context = checkContext(input);
	const findings = CHECK_IDS.filter((id) => !off.has(id)).flatMap((id) =>
		CHECKS[id].run(context).map((found) => findingOf(id, found)),
	);
	const byKey = new Map(findings.map((finding) => [finding.key, finding]));
	const order = orderOf(context);
	const at = (place: FindingPlace) => order.get(nameOf(place)) ?? -1;
	return [...byKey.values()].sort((a, b) => at(a.place) - at(b.place));
}

function findingOf(check: CheckId, { about, ...found }: Found): Finding {
	const { severity } = CHECKS[check];
	return { check, severity, key: `${check} ${nameOf(found.place)} ${about}`.trim(), ...found };
}

/** The position of each place in the issue, from top to bottom. */
function orderOf({ sponsors, sections }: CheckContext): Map<string, number> {
	const names = [
		...["number", "issueDate", "publishedAt", "intro"].map((field) => `draft/${field}`),
		"sponsor/",
		...sponsors.map(({ id }) => `sponsor/${id}`),
		...sections.flatMap(({ id, items }) => [
			`section/${id}`,
			...items.map((item) => `item/${item.id}`),
		]),
		"draft/footer",
	];
	return new Map(names.map((name, at) => [name, at]));
}

function nameOf(place: FindingPlace): string {
	return place.at === "draft" ? `draft/${place.field}` : `${place.at}/${place.id}`;
}
