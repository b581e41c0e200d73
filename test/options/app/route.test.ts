import { expect, test } from "vitest";
import { hashOf, PANELS, routeOf } from "../../../src/options/app/route.ts";

test("Every panel has an address that leads to it", () => {
	for (const panel of PANELS) expect(routeOf(hashOf(panel)).panel).toBe(panel);
});

test("Every issue of the archive has an address, with any id", () => {
	expect(routeOf(hashOf("archive", "a/b %"))).toEqual({ panel: "archive", detail: "a/b %" });
});

test("An unknown address leads to the draft", () => {
	for (const hash of ["", "#", "#/", "#/nowhere", "#/%"]) {
		expect(routeOf(hash)).toEqual({ panel: "draft", detail: "" });
	}
});
