// @vitest-environment happy-dom
import { signal } from "@preact/signals";
import { render } from "preact";
import { afterEach, describe, expect, test } from "vitest";
import { focusById } from "../../../src/options/ui/focus.ts";

describe("The focus", () => {
	afterEach(() => render(null, document.body));

	test("is in a field that was opened before the next key arrives", async () => {
		const isOpen = signal(false);
		const Item = () => (isOpen.value ? <textarea id="note" /> : <p>Closed</p>);
		render(<Item />, document.body);
		// A key pressed right after the one that opens it is handled after this task.
		const next = new Promise((resolve) => {
			setTimeout(() => resolve(document.activeElement?.id), 0);
		});
		isOpen.value = true;
		void focusById("note");
		expect(await next).toBe("note");
	});

	test("stays where a person has moved it meanwhile", async () => {
		render(
			<>
				<input id="here" />
				<input id="there" />
				<input id="gone-to" />
			</>,
			document.body,
		);
		document.getElementById("here")?.focus();
		const focused = focusById("there");
		document.getElementById("gone-to")?.focus();
		await focused;
		expect(document.activeElement?.id).toBe("gone-to");
	});
});
