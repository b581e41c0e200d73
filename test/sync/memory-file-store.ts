import type { RepositoryFileStore } from "../../src/sync/repository/file-store.ts";

/** Stores the files of a repository in memory. Stored files remain for the next repository opened on it. */
export function memoryFileStore(): RepositoryFileStore {
	const kept = new Map<string, Uint8Array>();
	return {
		paths: async () => [...kept.keys()],
		read: async (path) => kept.get(path),
		async write(files, removed) {
			for (const path of removed) kept.delete(path);
			for (const [path, content] of files) kept.set(path, content);
		},
	};
}
