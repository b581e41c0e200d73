import { describe, expect, test } from "vitest";
import { knownSecure } from "../../../src/data/archive/known-secure.ts";
import { redo, undo } from "../../../src/data/db/change.ts";
import { draftById, openDraft } from "../../../src/data/drafts/drafts.ts";
import { dismissFinding, switchCheck } from "../../../src/data/drafts/preflight.ts";
import { preflightOff } from "../../../src/data/settings/settings.ts";
import { archived } from "../archived.ts";
import { beginWithEmptyDatabase } from "../empty-database.ts";

beginWithEmptyDatabase();

describe("A dismissed finding", () => {
	const wavedIn = async (id: string) => (await draftById(id))?.waved;

	test("is stored in the draft, and can be undone and redone", async () => {
		const { id } = await openDraft();
		await dismissFinding(id, "noNote item/1", true);
		expect(await wavedIn(id)).toEqual(["noNote item/1"]);
		await undo();
		expect(await wavedIn(id)).toEqual([]);
		await redo();
		expect(await wavedIn(id)).toEqual(["noNote item/1"]);
	});

	test("is kept together with those that another page dismisses at the same time", async () => {
		const { id } = await openDraft();
		await Promise.all([
			dismissFinding(id, "a", true),
			dismissFinding(id, "b", true),
			dismissFinding(id, "a", true),
		]);
		expect(await wavedIn(id)).toEqual(["a", "b"]);
		await Promise.all([dismissFinding(id, "a", false), dismissFinding(id, "c", true)]);
		expect(await wavedIn(id)).toEqual(["b", "c"]);
	});

	test("is refused for a draft that does not exist", async () => {
		await expect(dismissFinding("nothing", "a", true)).rejects.toThrow("no draft");
	});
});

describe("A check", () => {
	test("is switched off and on again, and both can be undone", async () => {
		await switchCheck("oneHost", false);
		expect(await preflightOff()).toEqual(["oneHost"]);
		await switchCheck("oneHost", true);
		expect(await preflightOff()).toEqual([]);
		await undo();
		expect(await preflightOff()).toEqual(["oneHost"]);
	});

	test("keeps its state when another page switches a different check", async () => {
		await Promise.all([switchCheck("oneHost", false), switchCheck("repeat", false)]);
		expect((await preflightOff()).sort()).toEqual(["oneHost", "repeat"]);
	});
});

describe("The archive", () => {
	test("recognizes a page with https: in any spelling", async () => {
		await archived(1, [["News", "Old.", "https://www.example.com/a/"]]);
		const urls = [
			"http://example.com/a",
			"https://example.com/a",
			"http://example.org/a",
			"nothing",
		];
		expect(await knownSecure(urls)).toEqual(["http://example.com/a"]);
	});

	test("recognizes a host by another of its pages, but not similar hosts", async () => {
		await archived(1, [
			["News", "Old.", "https://example.com/a"],
			["News", "Old.", "http://plain.example.net/a"],
		]);
		const same = ["http://example.com/b?c=d", "http://www.example.com/"];
		const others = [
			...["http://sub.example.com/b", "http://example.com.au/b", "http://plain.example.net/b"],
			...["http://example.com:8080/b", "http://xample.com/b"],
		];
		expect(await knownSecure([...same, ...others])).toEqual(same);
	});
});
