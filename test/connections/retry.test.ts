import { expect, test } from "vitest";
import {
	ConnectionError,
	type ConnectionFailure,
} from "../../src/connections/connection-failure.ts";
import { retrying } from "../../src/connections/retry.ts";

const RETRIES = { attempts: 3, firstPauseMs: 1 };

/** An operation that fails with each of these failures in order, and then succeeds. */
function failing(...failures: ConnectionFailure[]) {
	const rest = [...failures];
	const operation = async () => {
		operation.calls += 1;
		const failure = rest.shift();
		if (failure) throw new ConnectionError(failure);
		return "done";
	};
	operation.calls = 0;
	return operation;
}

test("an operation is repeated after a temporary failure", async () => {
	const operation = failing({ kind: "unreachable" }, { kind: "hostError", status: 502 });
	expect(await retrying(operation, RETRIES)).toBe("done");
});

test("after the last attempt, the failure is thrown", async () => {
	const again: ConnectionFailure = { kind: "noAnswer" };
	const operation = failing(again, again, again, again);
	await expect(retrying(operation, RETRIES)).rejects.toMatchObject({ failure: again });
	expect(operation.calls).toBe(3);
});

test("an operation is not repeated after a refusal", async () => {
	const operation = failing({ kind: "tokenRefused" });
	await expect(retrying(operation, RETRIES)).rejects.toThrow(ConnectionError);
	expect(operation.calls).toBe(1);
});

test("a host that asks for a short pause is asked again, but not one that asks for a long pause", async () => {
	const soon = failing({ kind: "rateLimit", until: Date.now() + 5 });
	expect(await retrying(soon, RETRIES)).toBe("done");
	const later = failing({ kind: "rateLimit", until: Date.now() + 3_600_000 });
	await expect(retrying(later, RETRIES)).rejects.toThrow(ConnectionError);
	expect(later.calls).toBe(1);
});

test("a pause ends when the operation is canceled", async () => {
	const canceling = new AbortController();
	const operation = failing({ kind: "unreachable" });
	const done = retrying(operation, { attempts: 3, firstPauseMs: 60_000, signal: canceling.signal });
	canceling.abort();
	await expect(done).rejects.toMatchObject({ failure: { kind: "canceled" } });
});
