import { expect, test } from "vitest";
import { repeatIn, repeatsOf } from "../../../src/data/archive/repeats.ts";
import { openDraft } from "../../../src/data/drafts/drafts.ts";
import { exemptions, reviseExemptions } from "../../../src/data/settings/settings.ts";
import { moveBooking } from "../../../src/data/sponsors/sponsor-moves.ts";
import { bookSponsor, editSponsor, emptySponsor } from "../../../src/data/sponsors/sponsors.ts";
import { archived } from "../archived.ts";
import { beginWithEmptyDatabase } from "../empty-database.ts";

beginWithEmptyDatabase();

/** The repeats among addresses, with the present exemptions. */
const repeated = async (urls: readonly string[]) => repeatsOf(urls, await exemptions());

const A = "https://www.example.com/a/";

test("A link that ran several times is reported with its latest mention and the number of others", async () => {
	await archived(173, [["News", "Old.", A]]);
	await archived(201, [["Tools", "Newer.", "http://example.com/a?utm_source=x"]]);
	expect(await repeated(["https://example.com/a", "https://example.com/b"])).toMatchObject([
		{ latest: { number: 201, section: "Tools", note: "Newer.", issueId: "imported-201" }, more: 1 },
		null,
	]);
});

test("Exempt mentions are ignored, even the latest one", async () => {
	await archived(173, [["News", "Old.", A]]);
	await archived(201, [["Events", "Again.", A]]);
	expect(await repeated([A])).toMatchObject([{ latest: { number: 173 }, more: 0 }]);
	await reviseExemptions("hosts", (value) => ({ ...value, hosts: ["example.com"] }));
	expect(await repeated([A])).toEqual([null]);
});

test("Links of past sponsors and of the draft's own sponsor are not repeats", async () => {
	await archived(173, [["News", "Old.", A]], { sponsor: "https://paid.example/" });
	expect(await repeated(["https://paid.example"])).toEqual([null]);
	const { id } = await openDraft();
	expect(await repeatIn(await openDraft(), A)).toMatchObject({ latest: { number: 173 } });
	await editSponsor(
		emptySponsor(id).id,
		{ name: "A", links: [{ url: "http://example.com/a", title: "" }] },
		id,
	);
	expect(await repeatIn(await openDraft(), A)).toBeNull();
});

test("Hundreds of links are looked up in one transaction", async () => {
	await archived(1, [["News", "One.", "https://example.com/250"]]);
	const found = await repeated(Array.from({ length: 500 }, (_, at) => `https://example.com/${at}`));
	expect(found.flatMap((repeat, at) => (repeat ? [at] : []))).toEqual([250]);
});

test("A link of a booking is not a repeat in the issue it is booked for, but is one in any other issue", async () => {
	await archived(173, [["News", "Old.", A]]);
	const draft = await openDraft();
	const links = [{ url: `${A}?utm_source=weekly`, title: "" }];
	const { id } = await bookSponsor({ name: "A", links, number: Number(draft.number) + 1 });
	expect(await repeatIn(draft, A)).toMatchObject({ latest: { number: 173 } });
	await moveBooking(id, { number: null, issueDate: draft.issueDate });
	expect(await repeatIn(draft, A)).toBeNull();
	await moveBooking(id, { number: null, issueDate: null });
	expect(await repeatIn(draft, A)).toMatchObject({ latest: { number: 173 } });
});
