import type { Measured } from "../browser-pool.ts";
import { bySize, together } from "../by-size.ts";
import { BOTH, type Context, type Findings, type Group } from "../group.ts";
import { EXPONENTS } from "../growth.ts";

/** The time until the options page shows the draft, and until its other panels show their content. */
export const optionsRows: Group = {
	name: "options",
	browsers: BOTH,
	async measure(context) {
		const { message } = context.pool.copies;
		const draft = await bySize(context, {
			what: "Open the draft of 30 items",
			unit: "ms",
			bound: 1.2,
			beside: 0,
			exponent: EXPONENTS.readsPart,
			take: (measured) => open(measured, "", ["about thing 29,", message("optionsPublish")]),
		});
		const newest = ({ issues }: Measured) => message("optionsIssue", issues);
		const panels: [what: string, hash: string, texts: (measured: Measured) => string[]][] = [
			[
				"Open the archive",
				"/archive",
				(measured) => [newest(measured), message("optionsSearchHint")],
			],
			["Open the statistics", "/archive", () => [message("optionsPictureWeeks")]],
			[
				"Open the sponsors' calendar",
				"/sponsors",
				({ issues }) => [message("optionsSponsorsAhead"), `Firm ${issues % 90}`],
			],
		];
		const findings: Findings[] = [draft];
		for (const [what, hash, texts] of panels) {
			findings.push(
				await panel(context, what, (measured) => open(measured, hash, texts(measured))),
			);
		}
		return together(findings);
	},
};

function panel(
	context: Context,
	what: string,
	take: (measured: Measured) => Promise<number>,
): Promise<Findings> {
	const sizes = context.sizes.filter((size) => size >= 100);
	return bySize(
		{ ...context, sizes },
		{ what, unit: "ms", bound: 1.5, beside: 1_000, exponent: EXPONENTS.readsPart, take },
	);
}

async function open(measured: Measured, hash: string, texts: string[]): Promise<number> {
	const { tab, after } = await measured.openUntil(hash, texts);
	await tab.close();
	return after;
}
