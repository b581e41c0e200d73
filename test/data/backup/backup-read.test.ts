import { describe, expect, test } from "vitest";
import { DEFAULT_HOUSE_STYLE } from "../../../src/core/house-style/ready-made-styles.ts";
import { linkKey } from "../../../src/core/links/canonical.ts";
import { BACKUP_FORMAT, type Backup } from "../../../src/data/backup/backup-file.ts";
import {
	BACKUP_LIMIT,
	type ReadBackup,
	readBackup,
	readBackupFile,
} from "../../../src/data/backup/backup-read.ts";
import { backupText, dumpRecords } from "../../../src/data/backup/backup-write.ts";
import { openDraft } from "../../../src/data/drafts/drafts.ts";
import { loadSample } from "../../../src/data/drafts/sample.ts";
import { addItem } from "../../../src/data/items/items.ts";
import { restore } from "../../../src/data/restore/backup-restore.ts";
import { saveHouseStyle } from "../../../src/data/settings/settings.ts";
import fc from "../../property-tests.ts";
import { archived } from "../archived.ts";
import { beginWithEmptyDatabase } from "../empty-database.ts";

beginWithEmptyDatabase();

/** A backup with records of most kinds. */
async function sample(): Promise<Backup> {
	await openDraft();
	for (const note of ["one", "two", "three"]) {
		const links = [{ url: `https://a.example/${note}`, title: "A", description: "Of A." }];
		await addItem({ section: "news", note, links });
	}
	await archived(7, [["News", "Ran.", "https://b.example/"]]);
	await saveHouseStyle(DEFAULT_HOUSE_STYLE);
	return dumpRecords("0.1.0");
}

const refused = (result: ReadBackup) => ("refused" in result ? result.refused : null);

/**
 * The result of reading a backup in which the value at a place was replaced; undefined removes the value.
 */
async function withValue(place: string, value: unknown) {
	const backup = JSON.parse(backupText(await sample()));
	const keys = place.match(/[^.[\]]+/g) ?? [];
	const last = keys.pop() ?? "";
	const parent = keys.reduce((at, key) => at[key], backup);
	parent[last] = value;
	return refused(readBackup(JSON.stringify(backup)));
}

describe("A backup is refused with the field and its place", () => {
	test.each([
		["address", "items[2].links[0].url", "javascript:alert(1)"],
		["address", "items[0].links[0].url", "example.com"],
		["address", "items[1].links[0].url", "data:text/html,x"],
		["kind", "items[0].note", 7],
		["kind", "items[0].links", {}],
		["kind", "items[0].links[0].description", 7],
		["kind", "items", "none"],
		["kind", "drafts[0].number", -1],
		["kind", "drafts[0].number", 1e300],
		["kind", "drafts[0].sample", "yes"],
		["kind", "drafts[0].changed.intro", "now"],
		["kind", "archive[0].issue.parts[0].level", null],
		["kind", "archive[0].style.item", 5],
		["kind", "madeAt", "yesterday"],
		["kind", "drafts[0].sample", true],
		["kind", "drafts[0].id", "shelf"],
		["day", "drafts[0].issueDate", "2019-02-30"],
		["place", "items[1].place", "!"],
		["missing", "items[0].keys", undefined],
		["missing", "sponsors", undefined],
		["unknown", "items[0].colour", "red"],
		["unknown", "extra", []],
		["twice", "items[1].id", "SAME"],
		["count", "counts.items", 4],
	])("%s: %s = %j", async (reason, place, value) => {
		if (reason === "twice") {
			const backup = await sample();
			const [first, second] = backup.items;
			if (first && second) second.id = first.id;
			expect(refused(readBackup(backupText(backup)))).toMatchObject({ reason, place });
			return;
		}
		expect(await withValue(place, value)).toMatchObject({ reason, place });
	});

	test("when the sample is the current draft, because the sample can be removed", async () => {
		const backup = await sample();
		const at = backup.settings.findIndex(({ key }) => key === "currentDraft");
		expect(await withValue(`settings[${at}].value`, "sample")).toEqual({
			reason: "kind",
			place: `settings[${at}].value`,
			found: '"sample"',
		});
		expect(await withValue("drafts[0].sample", true)).toMatchObject({ found: "true" });
		// The sample is allowed as a draft under its own id.
		await loadSample();
		expect(refused(readBackup(backupText(await sample())))).toBeNull();
	});

	test("and shows the value there, cut to a readable length", async () => {
		const refusal = await withValue("items[0].links[0].url", `javascript:${"x".repeat(10_000)}`);
		expect(refusal?.found).toMatch(/^"javascript:xxx/);
		expect(refusal?.found.length).toBeLessThan(70);
	});
});

describe("A backup is refused as a whole", () => {
	test("when its format is newer", async () => {
		expect(await withValue("galleyBackup", BACKUP_FORMAT + 1)).toEqual({
			reason: "newer",
			place: "galleyBackup",
			found: String(BACKUP_FORMAT + 1),
		});
	});

	test.each([
		["notJson", "Not a backup."],
		["notBackup", "[]"],
		["notBackup", "null"],
		["notBackup", '{"a":1}'],
		["notBackup", '{"galleyBackup":"1"}'],
		["notBackup", '{"galleyBackup":0}'],
		["notBackup", '{"galleyBackup":1.5}'],
	])("when it is not a backup: %s for %s", (reason, text) => {
		expect(refused(readBackup(text))?.reason).toBe(reason);
	});

	test("when it was cut off at any position", async () => {
		const text = backupText(await sample());
		for (const share of [0.2, 0.5, 0.9]) {
			const part = text.slice(0, Math.floor(text.length * share));
			expect(refused(readBackup(part))?.reason).toBe("cutOff");
		}
	});

	test("when it is empty, not text or too large", async () => {
		const refusalOf = async (file: Blob) => refused(await readBackupFile(file))?.reason;
		expect(await refusalOf(new Blob([]))).toBe("empty");
		expect(await refusalOf(new Blob([new Uint8Array([0xff, 0xfe, 0x00])]))).toBe("notText");
		expect(await refusalOf({ size: BACKUP_LIMIT + 1 } as Blob)).toBe("tooLarge");
	});
});

describe("Harmful content is refused before it is used:", () => {
	test.each(["__proto__", "constructor", "prototype"])("the key %s, at any depth", async (key) => {
		const text = backupText(await sample());
		const hidden = text.replace('"note":', `"${key}":{"polluted":true},"note":`);
		expect(refused(readBackup(hidden))).toMatchObject({ reason: "forbiddenKey" });
		expect(refused(readBackup(hidden))?.place).toMatch(/^items\[\d\]\./);
		expect(({} as Record<string, unknown>).polluted).toBeUndefined();
	});

	test("deeply nested lists", () => {
		const deep = `{"galleyBackup":1,"items":${"[".repeat(100_000)}${"]".repeat(100_000)}}`;
		expect(refused(readBackup(deep))?.reason).toBe("tooDeep");
	});

	test("and any other JSON is refused or read without an exception", () => {
		fc.assert(
			fc.property(fc.jsonValue(), fc.jsonValue(), (any, items) => {
				readBackup(JSON.stringify(any));
				readBackup(JSON.stringify({ galleyBackup: 1, items }));
			}),
		);
	});
});

test("the keys of items are computed again, whatever the file contains", async () => {
	const backup = await sample();
	const doctored = backup.items.map((item) => ({ ...item, keys: [linkKey("https://b.example/")] }));
	const result = readBackup(backupText({ ...backup, items: doctored }));
	expect(result).toMatchObject({ backup: { items: backup.items } });
	if ("backup" in result) await restore(result.backup, "replace", "0.1.0");
	const links = [{ url: "https://b.example/", title: "" }];
	expect(await addItem({ section: "news", note: "", links })).toMatchObject({ existing: false });
});

test("an older format is upgraded step by step, and then validated like any other", async () => {
	const { derived, ...older } = JSON.parse(backupText(await sample()));
	const steps = [
		(content: unknown) => ({ ...(content as object), learned: derived }),
		(content: unknown) => {
			const { learned, ...rest } = content as { learned: unknown };
			return { ...rest, derived: learned };
		},
	];
	const text = JSON.stringify({ ...older, galleyBackup: 1 });
	expect(refused(readBackup(text))).toMatchObject({ reason: "missing", place: "derived" });
	expect(refused(readBackup(text, steps))).toBeNull();
	expect(refused(readBackup(JSON.stringify({ ...older, galleyBackup: 4 }), steps))?.reason).toBe(
		"newer",
	);
	const broken = JSON.stringify({ ...older, galleyBackup: 2, items: "gone" });
	expect(refused(readBackup(broken, steps))).toMatchObject({ reason: "kind", place: "items" });
});
