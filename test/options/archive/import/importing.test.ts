import { describe, expect, test } from "vitest";
import type { ErrorDescription } from "../../../../src/core/errors/error-message.ts";
import { emptyReport } from "../../../../src/data/import/report.ts";
import { createImporting } from "../../../../src/options/archive/import/importing.ts";
import type { FromImport, ToImport } from "../../../../src/workers/import.ts";

/** An import with a worker that the test controls. */
function begin() {
	const posted: ToImport[] = [];
	let ended = 0;
	let tell: (message: FromImport) => void = () => {};
	let breakDown: (error: ErrorDescription) => void = () => {};
	const importing = createImporting((onMessage, fail) => {
		tell = onMessage;
		breakDown = fail;
		return {
			post: (message) => posted.push(message),
			end: () => {
				ended += 1;
			},
		};
	});
	return {
		importing,
		posted,
		tell: (message: FromImport) => tell(message),
		breakDown: (error: ErrorDescription) => breakDown(error),
		ended: () => ended,
	};
}

const file = (path: string) => ({ path, file: new Blob(["x"]) });

describe("An import", () => {
	test("counts the files, with the total if it is known", async () => {
		const { importing, tell } = begin();
		await importing.start([file("1.md"), file("2.md")]);
		tell({ progress: { files: 1, added: 1 } });
		expect(importing.status.value).toEqual({
			kind: "running",
			files: 1,
			of: 2,
			added: 1,
			cancelling: false,
		});
	});

	test("shows no total for a zip", async () => {
		const { importing } = begin();
		await importing.start([file("all.ZIP")]);
		expect(importing.status.value).toMatchObject({ kind: "running", of: null });
	});

	test("runs only one at a time", async () => {
		const { importing, posted } = begin();
		await importing.start(Promise.resolve([file("1.md")]));
		await importing.start([file("2.md")]);
		expect(posted).toHaveLength(1);
		expect(posted[0]).toMatchObject({ files: [{ path: "1.md" }] });
	});

	test("gets one request to stop, and ends with what was done until then", async () => {
		const { importing, posted, tell, ended } = begin();
		await importing.start([file("1.md")]);
		importing.cancel();
		expect(posted[1]).toEqual({ cancel: true });
		expect(importing.status.value).toMatchObject({ cancelling: true });
		tell({ finished: { ...emptyReport(), added: 1 }, cancelled: true });
		expect(importing.status.value).toMatchObject({
			kind: "finished",
			cancelled: true,
			report: { added: 1 },
		});
		expect(ended()).toBe(1);
	});

	test.each([
		["QuotaExceededError", "optionsImportFailedFull"],
		["SecurityError", "optionsImportFailedRefused"],
		["InvalidStateError", "optionsImportFailedClosed"],
		["AbortError", "optionsImportFailedClosed"],
		["VersionError", "optionsImportFailedOutdated"],
		["DatabaseGone", "optionsDatabaseGone"],
		["SomethingElse", "optionsImportFailed"],
	])("that fails with %s reports it in a sentence, and another can begin", async (name, key) => {
		const { importing, tell, posted } = begin();
		await importing.start([file("1.md")]);
		tell({ progress: { files: 7, added: 6 } });
		tell({ failed: { name, message: "" } });
		expect(importing.status.value).toMatchObject({ kind: "failed", added: 6, failure: { key } });
		await importing.start([file("1.md")]);
		expect(posted).toHaveLength(2);
	});

	test("reports files that cannot be listed, and a worker that fails", async () => {
		const { importing, breakDown } = begin();
		await importing.start(Promise.reject(new DOMException("gone", "NotFoundError")));
		expect(importing.status.value).toMatchObject({
			kind: "failed",
			failure: { values: ["gone."] },
		});
		await importing.start([file("1.md")]);
		breakDown({ name: "", message: "out of memory" });
		expect(importing.status.value).toMatchObject({
			kind: "failed",
			failure: { values: ["out of memory."] },
		});
	});
});
