import { describe, expect, test } from "vitest";
import { readAudit } from "../../scripts/audit.mjs";

const PACKAGES = {
	"node_modules/shipped": {},
	"node_modules/tool": { dev: true },
	"node_modules/tool/node_modules/shared": { dev: true },
	"node_modules/shared": {},
};

/** A report in npm's format, with the fields that are read. */
function report(...found: { name: string; nodes: string[]; via?: unknown[] }[]): string {
	const vulnerabilities = Object.fromEntries(
		found.map(({ name, nodes, via = [{ title: "Runs what it is given" }] }) => [
			name,
			{ name, severity: "high", via, nodes },
		]),
	);
	return JSON.stringify({ auditReportVersion: 2, vulnerabilities });
}

describe("The report of npm audit", () => {
	test("is clean when there are no findings", () => {
		expect(readAudit(report(), PACKAGES).checked).toEqual({ shipped: [], tools: [] });
	});

	test("counts the findings in shipped packages, with name and reason", () => {
		const { checked } = readAudit(
			report({ name: "shipped", nodes: ["node_modules/shipped"] }),
			PACKAGES,
		);
		expect(checked).toEqual({ shipped: ["shipped: high, Runs what it is given"], tools: [] });
	});

	test("distinguishes tools, unless the same package is also shipped", () => {
		const inTool = "node_modules/tool/node_modules/shared";
		const tool = { name: "tool", nodes: ["node_modules/tool"], via: ["shared"] };
		const { checked } = readAudit(
			report(tool, { name: "shared", nodes: [inTool, "node_modules/shared"] }),
			PACKAGES,
		);
		expect(checked?.tools).toEqual(["tool: high, by shared"]);
		expect(checked?.shipped).toHaveLength(1);
	});

	test("treats a package that is not in the lock file as shipped", () => {
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
	])("that is not valid (%s) gives no verdict, neither clean nor not", (printed, why) => {
		const { checked, unchecked } = readAudit(printed, PACKAGES);
		expect(checked).toBeNull();
		expect(unchecked).toMatch(why);
	});
});
