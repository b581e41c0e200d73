/**
 * A whole issue is entered again from its parts through the interface, and compared byte for byte
 * with its file. Galley's parser, which has its own tests, takes the parts from the file.
 */
import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { type BrowserName, browsersToTest, type Tab, type View } from "./browsers/browser.ts";
import { inBrowser } from "./session.ts";
import { typedIssue } from "./typed-issue.ts";
import { typeIn } from "./typing.ts";

const OURS = new URL("./fixtures/2024-02-11-512.md", import.meta.url);
const REAL = ["2019-07-14-446.md", "2019-12-22-468.md"].map(
	(name) => new URL(`../../../shared/corpus/devops-weekly/${name}`, import.meta.url),
);
const real = REAL.filter((file) => existsSync(file));
if (real.length === 0) {
	console.warn("No back issues beside the project: none of them is rebuilt.");
}

/** A browser with an empty draft, and the steps of the tests. */
function desk(name: BrowserName) {
	const session = inBrowser(name);
	const page = (panel: string) => `${session.browser.origin}/src/options/index.html#/${panel}`;
	return {
		openDraft: () => session.openDraft(),
		async exported(options: View): Promise<{ name: string; text: string }> {
			const file = await session.browser.nextDownload(() =>
				options.click("button", "Export markdown"),
			);
			return { name: file.name, text: file.bytes.toString("utf8") };
		},
		/** Copies the style of a past issue, as an editor does. */
		async writeLike(options: Tab, file: URL): Promise<void> {
			await options.goto(page("style"));
			await options.chooseFiles("Copy the style of my issues…", [fileURLToPath(file)]);
			await options.click("button", "Use this style");
			await options.waitForText("Saved");
			await options.goto(page(""));
			await options.waitFor(() => options.has("button", "Publish"), "the draft");
		},
	};
}

describe.each(browsersToTest())("In %s, a sample issue", (name) => {
	const { openDraft, exported, writeLike } = desk(name);

	test("is typed part by part and exported byte for byte", async () => {
		const text = readFileSync(OURS, "utf8");
		const options = await openDraft();
		// It has an additional section, which the house style learns from it.
		await writeLike(options, OURS);
		await typeIn(options, typedIssue(text));
		expect(await exported(options)).toEqual({ name: "2024-02-11-512.md", text });
	});
});

const realInEach = browsersToTest().flatMap((name) =>
	real.map((file) => ({ name, file, number: /-(\d+)\.md$/.exec(file.pathname)?.[1] })),
);

describe.each(realInEach)("In $name, the real issue $number", ({ name, file }) => {
	const { openDraft, exported, writeLike } = desk(name);
	const text = readFileSync(file, "utf8");

	test("differs only where it has errors, and not at all in its own style", async () => {
		const options = await openDraft();
		await typeIn(options, typedIssue(text));
		const usual = text
			.replace(
				/(From our sponsor, [^\n]+)\n=+/,
				(_, heading: string) => `${heading}\n${"=".repeat(heading.length)}`,
			)
			.replace(/\n{4}(?=\[)/, "\n\n\n");
		expect(usual).not.toBe(text);
		expect((await exported(options)).text).toBe(usual);

		await writeLike(options, file);
		expect((await exported(options)).text).toBe(text);
	});
});
