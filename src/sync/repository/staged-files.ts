import type { PromiseFsClient } from "isomorphic-git";
import type { RepositoryFileStore } from "./file-store.ts";

/** Files in the form that `isomorphic-git` reads and writes. Changes are only stored by `keep`. */
interface StagedFiles {
	fs: PromiseFsClient;
	/** Stores everything written since the last call, in one transaction. */
	keep(): Promise<void>;
	/** Discards everything written since the last call of `keep`. */
	discard(): void;
}

/**
 * Keeps changed files in memory until `keep` is called, so that a sync that is interrupted at any moment
 * does not change the stored repository.
 */
export function stageFiles(store: RepositoryFileStore): StagedFiles {
	const written = new Map<string, Uint8Array>();
	const removed = new Set<string>();
	const folders = new Set<string>([""]);
	let stored: Promise<Set<string>> | null = null;

	const storedPaths = () => {
		stored ??= store.paths().then((paths) => new Set(paths));
		return stored;
	};

	async function isFile(path: string): Promise<boolean> {
		return written.has(path) || (!removed.has(path) && (await storedPaths()).has(path));
	}

	/** The names directly in a folder. */
	async function namesIn(folder: string): Promise<Set<string>> {
		const names = new Set<string>();
		const inside = folder === "" ? "" : `${folder}/`;
		const add = (path: string) => {
			if (path === "" || !path.startsWith(inside)) return;
			const [name = ""] = path.slice(inside.length).split("/");
			if (name !== "") names.add(name);
		};
		for (const path of await storedPaths()) if (!removed.has(path)) add(path);
		for (const path of [...written.keys(), ...folders]) add(path);
		return names;
	}

	async function isFolder(path: string): Promise<boolean> {
		return folders.has(path) || (await namesIn(path)).size > 0;
	}

	async function readFile(given: string, options?: unknown): Promise<Uint8Array | string> {
		const path = normal(given);
		const stays = !removed.has(path) && (await storedPaths()).has(path);
		const content = written.get(path) ?? (stays ? await store.read(path) : undefined);
		if (!content) throw notFound(path);
		const encoding = typeof options === "string" ? options : encodingOf(options);
		return encoding ? new TextDecoder().decode(content) : content;
	}

	async function stat(given: string) {
		const path = normal(given);
		const kind = (await isFile(path)) ? "file" : (await isFolder(path)) ? "dir" : null;
		if (!kind) throw notFound(path);
		return {
			type: kind,
			mode: kind === "file" ? 0o100644 : 0o040000,
			size: written.get(path)?.byteLength ?? 0,
			ino: 0,
			mtimeMs: 0,
			ctimeMs: 0,
			uid: 0,
			gid: 0,
			dev: 0,
			isFile: () => kind === "file",
			isDirectory: () => kind === "dir",
			isSymbolicLink: () => false,
		};
	}

	const promises = {
		readFile,
		async writeFile(given: string, content: Uint8Array | string) {
			const path = normal(given);
			written.set(path, typeof content === "string" ? new TextEncoder().encode(content) : content);
			removed.delete(path);
		},
		async unlink(given: string) {
			const path = normal(given);
			if (!(await isFile(path))) throw notFound(path);
			written.delete(path);
			removed.add(path);
		},
		async readdir(given: string) {
			const path = normal(given);
			if (!(await isFolder(path))) throw notFound(path);
			return [...(await namesIn(path))].sort();
		},
		async mkdir(given: string) {
			folders.add(normal(given));
		},
		async rmdir(given: string) {
			folders.delete(normal(given));
		},
		stat,
		lstat: stat,
		// A repository without a work tree has no symbolic links.
		readlink: (path: string) => Promise.reject(notFound(path)),
		symlink: (path: string) => Promise.reject(notFound(path)),
	};

	return {
		fs: { promises },
		async keep() {
			if (written.size === 0 && removed.size === 0) return;
			await store.write(written, removed);
			const paths = await storedPaths();
			for (const path of removed) paths.delete(path);
			for (const path of written.keys()) paths.add(path);
			written.clear();
			removed.clear();
		},
		discard() {
			written.clear();
			removed.clear();
		},
	};
}

function normal(path: string): string {
	return path
		.split("/")
		.filter((part) => part !== "" && part !== ".")
		.join("/");
}

function encodingOf(options: unknown): string | undefined {
	return (options as { encoding?: string } | undefined)?.encoding;
}

function notFound(path: string): Error {
	return Object.assign(new Error(`There is no file ${path}.`), { code: "ENOENT" });
}
