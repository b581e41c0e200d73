import "fake-indexeddb/auto";
import { IDBFactory } from "fake-indexeddb";
import { beforeEach, expect, test } from "vitest";
import type { Connection } from "../../src/connections/connection.ts";
import {
	connections,
	forgetConnection,
	saveConnection,
	tokenOf,
} from "../../src/connections/connection-store.ts";

beforeEach(() => {
	globalThis.indexedDB = new IDBFactory();
});

const CONNECTION: Connection = {
	id: "c",
	kind: "git",
	address: "https://git.example/ed/news.git",
	user: "",
	branch: "main",
	folder: "issues",
	sharedBranch: null,
	sharedAddress: null,
	publishes: true,
	onOwnBranches: false,
	message: "Issue {issue}",
	author: { name: "Ed Itor", email: "ed@newsletter.example" },
};

test("no database is created to find out that there is no connection", async () => {
	expect(await connections()).toEqual([]);
	expect(await indexedDB.databases()).toEqual([]);
});

test("a connection is stored without its token, which is stored separately", async () => {
	await saveConnection(CONNECTION, "secret");
	expect(await connections()).toEqual([CONNECTION]);
	expect(await tokenOf("c")).toBe("secret");
});

test("a connection can be changed without its token", async () => {
	await saveConnection(CONNECTION, "secret");
	await saveConnection({ ...CONNECTION, folder: "posts" });
	expect(await connections()).toMatchObject([{ folder: "posts" }]);
	expect(await tokenOf("c")).toBe("secret");
});

test("a connection is deleted together with its token", async () => {
	await saveConnection(CONNECTION, "secret");
	await forgetConnection("c");
	expect(await connections()).toEqual([]);
	expect(await tokenOf("c")).toBe("");
});
