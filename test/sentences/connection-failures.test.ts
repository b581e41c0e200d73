import { expect, test } from "vitest";
import messages from "../../public/_locales/en/messages.json" with { type: "json" };
import type { ConnectionFailure } from "../../src/connections/connection-failure.ts";
import { connectionSentence } from "../../src/sentences/connection-failures.ts";

test("every failure has a sentence with as many values as placeholders", () => {
	const failures: ConnectionFailure[] = [
		{ kind: "noBranch", branch: "trunk" },
		{ kind: "pushRefused", message: "No." },
		{ kind: "tooLarge", bytes: 201_000_000, most: 200_000_000 },
		{ kind: "unreachable" },
	];
	for (const failure of failures) {
		const { key, values } = connectionSentence(failure);
		const places = new Set(messages[key].message.match(/\$\d/g));
		expect(places.size).toBe(values.length);
	}
});

test("sizes are given in megabytes", () => {
	const failure = { kind: "tooLarge", bytes: 201_400_000, most: 200_000_000 } as const;
	expect(connectionSentence(failure).values).toEqual([201, 200]);
});
