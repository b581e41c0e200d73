import { afterAll, afterEach, beforeAll } from "vitest";
import type { GitConnection } from "../../src/connections/connection.ts";
import { openRepository, type RepositoryOptions } from "../../src/sync/repository/repository.ts";
import { type GitServer, startGitServer, TOKEN } from "./git-server.ts";
import { memoryFileStore } from "./memory-file-store.ts";

/** The Git server of one test file. It is started before the tests and stopped after them. */
export function useGitServer(): { readonly server: GitServer } {
	let server: GitServer | null = null;
	beforeAll(async () => {
		server = await startGitServer();
	});
	afterEach(() => {
		if (server) server.fault = null;
	});
	afterAll(() => server?.close());
	return {
		get server() {
			if (!server) throw new Error("The server has not been started.");
			return server;
		},
	};
}

export function connectionTo(address: string, fields: Partial<GitConnection> = {}): GitConnection {
	return {
		id: "c",
		kind: "git",
		address,
		user: "",
		branch: "main",
		folder: "issues",
		sharedBranch: "galley",
		sharedAddress: null,
		publishes: true,
		onOwnBranches: false,
		message: "Issue {issue}",
		author: { name: "Ed Itor", email: "ed@newsletter.example" },
		...fields,
	};
}

/** Short pauses, and enough time for a busy machine. */
export const QUICK: RepositoryOptions = {
	answerMs: 25_000,
	idleMs: 25_000,
	retries: { attempts: 2, firstPauseMs: 5 },
};

export function repositoryAt(
	connection: GitConnection,
	options: RepositoryOptions = QUICK,
	store = memoryFileStore(),
) {
	return openRepository(store, connection, TOKEN, options);
}
