// @vitest-environment happy-dom
import { signal } from "@preact/signals";
import { render } from "preact";
import { afterEach, expect, test, vi } from "vitest";
import type { BackupDesk } from "../../../src/options/settings/backup-desk.ts";
import { BackupNudge } from "../../../src/options/settings/backup-nudge.tsx";
import type { Sentence } from "../../../src/sentences/sentence.ts";

vi.mock("webextension-polyfill", async () =>
	(await import("../../extension/fake-browser.ts")).mock(),
);

afterEach(() => {
	render(null, document.body);
	document.body.innerHTML = "";
});

test("If the stored facts about backups cannot be read, the panel says so, with a way to make one", () => {
	const problem = signal<Sentence | null>({ key: "backupNotesUnread", values: ["corrupt"] });
	const make = vi.fn();
	const backupDesk = {
		backups: { status: signal({ kind: "none" }), make },
		reminder: { notes: signal(null), reminding: signal(false), problem },
	} as unknown as BackupDesk;
	render(<BackupNudge backupDesk={backupDesk} />, document.body);
	expect(document.querySelector("[role=alert]")?.textContent).toContain(
		"could not read when the last backup was made",
	);
	document.querySelector("button")?.click();
	expect(make).toHaveBeenCalled();
	problem.value = null;
	render(<BackupNudge backupDesk={backupDesk} />, document.body);
	expect(document.body.textContent).toBe("");
});
