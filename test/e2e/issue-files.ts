/** Issues on disk for a browser to import, made from the one of the fixtures. */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const FIXTURE = readFileSync(
	new URL("../core/issue/fixtures/2021-03-14-77.md", import.meta.url),
	"utf8",
);

/** What stands in issue `number`; its links are its own, so that none is a repeat. */
export function issueText(number: number): string {
	return FIXTURE.replace("#77", `#${number}`).replaceAll(".example/", `.example/${number}/`);
}

export interface IssueFolder {
	path: string;
	/** Writes a file and gives its path. */
	add(name: string, content: string | Uint8Array): string;
	/** Writes the issues from one number to another. */
	addIssues(from: number, to: number): void;
	remove(): void;
}

/** An empty folder in the system's place for what is thrown away. */
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
