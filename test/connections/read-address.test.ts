import { expect, test } from "vitest";
import { readAddress } from "../../src/connections/read-address.ts";

test("an address is accepted as it is shown on a host's page", () => {
	for (const typed of [
		"https://git.example/ed/news.git",
		"  https://git.example/ed/news.git/ ",
		"git.example/ed/news.git",
		"https://git.example/ed/news.git?tab=readme#top",
	]) {
		expect(readAddress(typed)).toEqual({
			value: {
				address: "https://git.example/ed/news.git",
				permission: "https://git.example/*",
				user: "",
				token: "",
			},
		});
	}
});

test("a token in the address is separated from it, with or without a user", () => {
	expect(readAddress("https://ed:s%2Fecret@git.example:8443/ed/news")).toEqual({
		value: {
			address: "https://git.example:8443/ed/news",
			permission: "https://git.example/*",
			user: "ed",
			token: "s/ecret",
		},
	});
	expect(readAddress("https://ghp_secret@github.com/ed/news")).toMatchObject({
		value: { address: "https://github.com/ed/news", user: "", token: "ghp_secret" },
	});
});

test("for an SSH address, the HTTPS address is suggested", () => {
	for (const typed of ["git@github.com:ed/news.git", "ssh://git@github.com:22/ed/news.git"]) {
		expect(readAddress(typed)).toEqual({
			failure: { kind: "sshAddress", suggestion: "https://github.com/ed/news.git" },
		});
	}
});

test("an address without encryption is only accepted for this machine", () => {
	expect(readAddress("http://git.example/ed/news")).toEqual({
		failure: { kind: "insecureAddress" },
	});
	expect(readAddress("http://127.0.0.1:8080/news.git")).toMatchObject({
		value: { address: "http://127.0.0.1:8080/news.git", permission: "http://127.0.0.1/*" },
	});
});

test("an address that is not that of a repository is refused", () => {
	for (const typed of ["", "news", "ftp://git.example/news", "https://git.example", "https://"]) {
		expect(readAddress(typed)).toEqual({ failure: { kind: "notAnAddress" } });
	}
});
