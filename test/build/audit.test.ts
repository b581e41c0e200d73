import { describe, expect, test } from "vitest";
import { readAudit } from "../../scripts/audit.mjs";

const PACKAGES = {
	"node_modules/shipped": {},
	"node_modules/tool": { dev: true },
	"node_modules/tool/node_modules/shared": { dev: true },
	"node_modules/shared": {},
};

/** A report as npm prints it, with as much of a finding as is read. */
function report(...found: { name: string; nodes: string[]; via?: unknown[] }[]): string {
	const vulnerabilities = Object.fromEntries(
		found.map(({ name, nodes, via = [{ title: "Runs what it is given" }] }) => [
			name,
			{ name, severity: "high", via, nodes },
		]),
	);
	return JSON.stringify({ auditReportVersion: 2, vulnerabilities });
}

describe("What npm audit prints", () => {
	test("is clean when nothing is found", () => {
		expect(readAudit(report(), PACKAGES).checked).toEqual({ shipped: [], tools: [] });
	});

	test("counts what is found against what is shipped, with its name and why", () => {
		const { checked } = readAudit(
			report({ name: "shipped", nodes: ["node_modules/shipped"] }),
			PACKAGES,
		);
		expect(checked).toEqual({ shipped: ["shipped: high, Runs what it is given"], tools: [] });
	});

	test("tells tools apart, unless the same package is shipped as well", () => {
		const inTool = "node_modules/tool/node_modules/shared";
		const tool = { name: "tool", nodes: ["node_modules/tool"], via: ["shared"] };
		const { checked } = readAudit(
			report(tool, { name: "shared", nodes: [inTool, "node_modules/shared"] }),
			PACKAGES,
		);
		expect(checked?.tools).toEqual(["tool: high, by shared"]);
		expect(checked?.shipped).toHaveLength(1);
	});

	test("takes a package that the lock file does not know for shipped", () => {
		const { checked } = readAudit(report({ name: "x", nodes: ["node_modules/x"] }), PACKAGES);
		expect(checked?.shipped).toHaveLength(1);
	});

	test.each([
		['{"message":"405 Method Not Allowed - POST https://registry.example/","error":{}}', /^405/],
		['{"error":{"code":"ENOTFOUND","summary":"no such host\\nsecond line"}}', /^no such host$/],
		['{"error":{"code":"ENOAUDIT","summary":""}}', /^ENOAUDIT$/],
		["{}", /^npm made no report$/],
		["", /^npm said nothing$/],
		["spawn npm ENOENT", /^spawn npm ENOENT$/],
	])("that is no report (%s) is no verdict, neither clean nor not", (printed, why) => {
		const { checked, unchecked } = readAudit(printed, PACKAGES);
		expect(checked).toBeNull();
		expect(unchecked).toMatch(why);
	});
});
