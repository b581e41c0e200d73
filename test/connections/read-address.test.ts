import { expect, test } from "vitest";
import { readAddress } from "../../src/connections/read-address.ts";

test("an address is read as a host's page gives it", () => {
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

test("a token in the address is moved out of it, with its user or alone", () => {
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

test("an address for SSH is answered with the one for HTTPS", () => {
	for (const typed of ["git@github.com:ed/news.git", "ssh://git@github.com:22/ed/news.git"]) {
		expect(readAddress(typed)).toEqual({
			failure: { kind: "sshAddress", suggestion: "https://github.com/ed/news.git" },
		});
	}
});

test("an address without encryption is taken on this machine only", () => {
	expect(readAddress("http://git.example/ed/news")).toEqual({
		failure: { kind: "insecureAddress" },
	});
	expect(readAddress("http://127.0.0.1:8080/news.git")).toMatchObject({
		value: { address: "http://127.0.0.1:8080/news.git", permission: "http://127.0.0.1/*" },
	});
});

test("what is no address of a repository is refused", () => {
	for (const typed of ["", "news", "ftp://git.example/news", "https://git.example", "https://"]) {
		expect(readAddress(typed)).toEqual({ failure: { kind: "notAnAddress" } });
	}
});
