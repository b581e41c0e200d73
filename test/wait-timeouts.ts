import { vi } from "vitest";

/** How long a test waits for something to become true, in milliseconds: enough on a busy machine. */
const WAIT_TIMEOUT_MS = 15_000;

const { waitFor } = vi;
vi.waitFor = (check, options = WAIT_TIMEOUT_MS) => waitFor(check, options);

if (typeof document !== "undefined") {
	const { configure } = await import("@testing-library/preact");
	configure({ asyncUtilTimeout: WAIT_TIMEOUT_MS });
}
