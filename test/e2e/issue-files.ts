/** Files of issues for a browser to import, made from the issue in the fixtures. */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const FIXTURE = readFileSync(
	new URL("../core/issue/fixtures/2021-03-14-77.md", import.meta.url),
	"utf8",
);

/** The text of issue `number`. Its links are unique, so that none is a repeat. */
export function issueText(number: number): string {
	return FIXTURE.replace("#77", `#${number}`).replaceAll(".example/", `.example/${number}/`);
}

export interface IssueFolder {
	path: string;
	/** Writes a file and returns its path. */
	add(name: string, content: string | Uint8Array): string;
	/** Writes the issues between two numbers. */
	addIssues(from: number, to: number): void;
	remove(): void;
}

/** An empty folder in the temporary folder of the system. */
export function issueFolder(): IssueFolder {
	const path = join(mkdtempSync(join(tmpdir(), "galley-issues-")), "weekly");
	mkdirSync(path);
	const add: IssueFolder["add"] = (name, content) => {
		const file = join(path, name);
		mkdirSync(join(file, ".."), { recursive: true });
		writeFileSync(file, content);
		return file;
	};
	return {
		path,
		add,
		addIssues(from, to) {
			for (let number = from; number <= to; number += 1) {
				add(`issues/${number}.md`, issueText(number));
			}
		},
		remove: () => rmSync(join(path, ".."), { recursive: true, force: true }),
	};
}
