// @vitest-environment happy-dom
import { signal } from "@preact/signals";
import { fireEvent, render, screen, waitFor } from "@testing-library/preact";
import { expect, test, vi } from "vitest";
import { StyleOffer } from "../../../src/options/connections/style-offer.tsx";

vi.mock("webextension-polyfill", async () =>
	(await import("../../extension/fake-browser.ts")).mock(),
);

const firstSteps = {
	isRead: signal(true),
	archiveEmpty: signal(true),
	styleUntouched: signal(true),
	follow: () => () => {},
};
const styleLearning = { learnFromArchive: vi.fn(async () => {}) };
const offer = () => screen.queryByRole("button", { name: "Copy the style of these issues" });

test("Copying the style is offered once the archive has issues, until a style has been chosen", async () => {
	render(<StyleOffer desk={{ firstSteps, styleLearning } as never} />);
	expect(offer()).toBeNull();
	firstSteps.archiveEmpty.value = false;
	await waitFor(() => expect(offer()).not.toBeNull());
	fireEvent.click(offer() as HTMLElement);
	await waitFor(() => expect(location.hash).toBe("#/style/learn"));
	expect(styleLearning.learnFromArchive).toHaveBeenCalledOnce();
	firstSteps.styleUntouched.value = false;
	await waitFor(() => expect(offer()).toBeNull());
});
