import { describe, expect, test } from "vitest";
import { contentsOf } from "../../src/core/archive/contents.ts";
import type { HouseStyle } from "../../src/core/house-style/house-style.ts";
import { DEFAULT_HOUSE_STYLE } from "../../src/core/house-style/ready-made-styles.ts";
import { parseIssue } from "../../src/core/issue/parse-issue.ts";
import type { SponsorFields } from "../../src/data/db/records.ts";
import { openDraft } from "../../src/data/drafts/drafts.ts";
import { addItem, itemsOf } from "../../src/data/items/items.ts";
import { bookSponsor } from "../../src/data/sponsors/sponsors.ts";
import { sponsorsOf } from "../../src/data/sponsors/sponsors-of-draft.ts";
import { assemble } from "../../src/export/assemble.ts";
import { markdown } from "../../src/export/markdown.ts";
import { beginWithEmptyDatabase } from "../data/empty-database.ts";

beginWithEmptyDatabase();

const ADDRESS = "https://env0.example/demo?utm_source=weekly&utm_medium=email&utm_campaign=q4";

/** The issue of a draft with these bookings, its text, and the issue parsed from that text. */
async function roundTrip(
	bookings: Partial<SponsorFields>[],
	style: HouseStyle = DEFAULT_HOUSE_STYLE,
) {
	const draft = await openDraft();
	await addItem({
		section: "news",
		note: "A post.",
		links: [{ url: "https://a.example/", title: "" }],
	});
	for (const booking of bookings) await bookSponsor({ ...booking, number: draft.number });
	const issue = assemble(draft, await sponsorsOf(draft), await itemsOf(draft.id), style);
	const text = markdown.render(issue, style);
	return { issue, text, back: parseIssue(text, style) };
}

const link = (url: string) => [{ url, title: "" }];
const ENV0: Partial<SponsorFields> = {
	...{ name: "env0", note: "Terraform, but calm.", links: link(ADDRESS) },
	...{ heading: "{name} sponsors Devops Weekly", atFoot: true },
};
const ACME: Partial<SponsorFields> = {
	...{ name: "Acme", note: "Anvils.", links: link("https://acme.example/?utm_source=w") },
	...{ heading: "Sponsored", atFoot: false },
};

describe("An issue with two sponsors under separate headings", () => {
	test.each([
		["the first at the foot again", [ENV0, ACME]],
		["the second at the foot again", [ACME, ENV0]],
		["both", [ENV0, { ...ACME, atFoot: true }]],
		["neither", [{ ...ENV0, atFoot: false }, ACME]],
		[
			"two under one heading",
			[
				{ ...ENV0, heading: "Sponsor" },
				{ ...ACME, heading: "Sponsor" },
			],
		],
		["the same words twice", [ENV0, { ...ENV0, atFoot: false }]],
	])("is parsed to the same issue: %s", async (_, bookings) => {
		const { issue, text, back } = await roundTrip(bookings);
		expect(contentsOf(issue).sponsors).toHaveLength(2);
		expect(back.parts).toEqual(issue.parts);
		expect(text).toContain(`(${ADDRESS})`);
	});

	test("needs no mark for either sponsor", async () => {
		expect((await roundTrip([ENV0, ACME])).text).not.toContain("<!--");
	});
});
