// @vitest-environment happy-dom
import { signal } from "@preact/signals";
import { render } from "preact";
import { afterEach, expect, test, vi } from "vitest";
import type { BackupDesk } from "../../../src/options/settings/backup-desk.ts";
import { createWeekly } from "../../../src/options/settings/backup-weekly.ts";
import { BackupWeekly } from "../../../src/options/settings/backup-weekly.tsx";

vi.mock("webextension-polyfill", async () =>
	(await import("../../extension/fake-browser.ts")).mock(),
);

afterEach(() => {
	render(null, document.body);
	document.body.innerHTML = "";
});

test.each([true, false])(
	"That older files stay is said where the browser forgets them, and only there: %s",
	(forgets) => {
		const weekly = createWeekly({
			forgetsFiles: () => forgets,
			askForDownloads: async () => true,
			backUp: async () => {},
		});
		const backupDesk = { weekly, reminder: { notes: signal(null) } } as unknown as BackupDesk;
		render(<BackupWeekly backupDesk={backupDesk} />, document.body);
		const hint = document.querySelector("#weekly-hint")?.textContent ?? "";
		expect(hint.includes("stay until you delete them")).toBe(forgets);
	},
);
