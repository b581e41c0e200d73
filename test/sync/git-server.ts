import { type ChildProcess, execFile, spawn } from "node:child_process";
import { appendFile, cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";

const run = promisify(execFile);

/** A fault that replaces Git's answer to one request. */
export type Fault =
	| { status: number; headers?: Record<string, string> }
	/** There is no answer, and the connection stays open. */
	| "silence"
	/** The connection is closed before the answer. */
	| "closed"
	/** The connection is closed in the middle of the answer's body. */
	| "half"
	/** Git executes the request, and the connection is closed before the answer. */
	| "unacknowledged";

/** The data of a request from which its fault is chosen. */
export interface Asked {
	method: string;
	/** The kind of request: the list of branches, a fetch or a push. */
	about: "list" | "fetch" | "push";
	/** Whether the request is a push or prepares one. */
	isWriting: boolean;
}

export interface GitServer {
	/** The address of a repository. */
	address(name: string): string;
	/** Creates an empty bare repository and returns its directory. */
	create(name: string): Promise<string>;
	/** Runs git in a repository and returns its output. */
	git(name: string, ...args: string[]): Promise<string>;
	/** The commit of a branch; empty if there is no such branch. */
	tip(name: string, branch: string): Promise<string>;
	/** Runs `git fast-import` in a repository. */
	import(name: string, stream: string): Promise<void>;
	/** Installs a hook (a shell script) in a repository. */
	hook(name: string, hook: string, script: string): Promise<void>;
	/** Writes an object without checking its bytes, and returns its id. */
	object(name: string, type: "blob" | "tree", parts: readonly Uint8Array[]): Promise<string>;
	/** Runs before each request is answered. */
	before: ((asked: Asked) => Promise<void>) | null;
	/** Chooses the fault of each request; null for none. */
	fault: ((asked: Asked) => Fault | null) | null;
	/** The repositories that anybody may read without a token. */
	readonly publicNames: Set<string>;
	/** The former names of repositories that have moved, with their new names. */
	readonly redirects: Map<string, string>;
	/** All requests in order, with the number of bytes received and sent. */
	readonly log: (Asked & { received: number; sent: number; authorization: string })[];
	close(): Promise<void>;
}

/** The users who may read and write. Others get status 401. */
export const TOKEN = "galley_pat_4f1d9c0b7e";
export const READER_TOKEN = "galley_pat_reader_77aa";

/**
 * A real Git server on the loopback address: `git http-backend` behind a small HTTP server with basic
 * authentication. Faults can be switched on.
 */
export async function startGitServer(): Promise<GitServer> {
	const root = await mkdtemp(join(tmpdir(), "galley-git-"));
	const log: GitServer["log"] = [];
	const running = new Set<ChildProcess>();
	const http = createServer((request, response) => {
		answer(request, response).catch(() => response.destroy());
	});
	await new Promise<void>((resolve) => http.listen(0, "127.0.0.1", resolve));
	const { port } = http.address() as AddressInfo;

	async function makeTemplate(): Promise<string> {
		const directory = join(root, "template");
		await run("git", ["init", "--bare", "-q", "--initial-branch=main", directory]);
		const config =
			"[http]\n\treceivepack = true\n[user]\n\tname = Server\n\temail = s@git.example\n";
		await appendFile(join(directory, "config"), config);
		return directory;
	}
	const template = makeTemplate();

	const server: GitServer = {
		address: (name) => `http://127.0.0.1:${port}/${name}.git`,
		async create(name) {
			const directory = join(root, `${name}.git`);
			// Copying takes a fraction of the time of creating a repository with Git.
			await cp(await template, directory, { recursive: true });
			return directory;
		},
		async git(name, ...args) {
			const { stdout } = await run("git", ["-C", join(root, `${name}.git`), ...args], {
				maxBuffer: 1 << 28,
			});
			return stdout;
		},
		tip: (name, branch) =>
			readFile(join(root, `${name}.git/refs/heads/${branch}`), "utf8").then(
				(oid) => oid.trim(),
				() => "",
			),
		async import(name, stream) {
			await fed(name, ["fast-import", "--quiet", "--force"], stream);
		},
		async object(name, type, parts) {
			const args = ["hash-object", "-t", type, "-w", "--stdin", "--literally"];
			return (await fed(name, args, Buffer.concat(parts))).trim();
		},
		before: null,
		async hook(name, hook, script) {
			const file = join(root, `${name}.git`, "hooks", hook);
			await writeFile(file, `#!/bin/sh\n${script}\n`, { mode: 0o755 });
		},
		fault: null,
		publicNames: new Set(),
		redirects: new Map(),
		log,
		async close() {
			for (const child of running) child.kill();
			http.closeAllConnections();
			await new Promise((resolve) => http.close(resolve));
			await rm(root, { recursive: true, force: true });
		},
	};

	/** Runs git in a repository with an input, and returns its output. */
	async function fed(name: string, args: string[], input: string | Uint8Array): Promise<string> {
		const child = spawn("git", ["-C", join(root, `${name}.git`), ...args]);
		const output: Buffer[] = [];
		const errors: Buffer[] = [];
		child.stdout.on("data", (chunk: Buffer) => output.push(chunk));
		child.stderr.on("data", (chunk: Buffer) => errors.push(chunk));
		child.stdin.end(input);
		const code = await new Promise((resolve) => child.on("close", resolve));
		if (code !== 0) throw new Error(Buffer.concat(errors).toString());
		return Buffer.concat(output).toString();
	}

	async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
		const chunks: Buffer[] = [];
		for await (const chunk of request) chunks.push(chunk as Buffer);
		const body = Buffer.concat(chunks);
		const url = new URL(request.url ?? "/", "http://127.0.0.1");
		const isWriting = url.href.includes("git-receive-pack");
		const isList = url.pathname.endsWith("/info/refs");
		const asked: Asked = {
			method: request.method ?? "GET",
			about: isList ? "list" : isWriting ? "push" : "fetch",
			isWriting,
		};
		const authorization = request.headers.authorization ?? "";
		const entry = { ...asked, received: body.length, sent: 0, authorization };
		log.push(entry);
		await server.before?.(asked);
		const fault = server.fault?.(asked) ?? null;
		if (fault === "silence") return;
		if (fault === "closed") return void response.destroy();
		if (fault && typeof fault === "object") {
			response.writeHead(fault.status, fault.headers).end("No.");
			return;
		}
		const [, name = "", rest = ""] = /^\/(.*)\.git(\/.*)$/.exec(request.url ?? "") ?? [];
		const moved = server.redirects.get(name);
		if (moved) return void response.writeHead(301, { Location: `/${moved}.git${rest}` }).end();
		const anybody = !isWriting && server.publicNames.has(name) ? "reader" : null;
		const user = userOf(authorization) ?? anybody;
		if (!user) {
			response.writeHead(401, { "WWW-Authenticate": 'Basic realm="Git"' }).end();
			return;
		}
		if (isWriting && user === "reader") {
			response.writeHead(403).end("You may only read.");
			return;
		}
		const result = await backend(request, url, body, user);
		if (fault === "unacknowledged") return void response.destroy();
		response.writeHead(result.status, result.headers);
		const sent = fault === "half" ? result.body.subarray(0, result.body.length / 2) : result.body;
		entry.sent = sent.length;
		if (fault !== "half") return void response.end(sent);
		response.write(sent, () => response.destroy());
	}

	async function backend(request: IncomingMessage, url: URL, body: Buffer, user: string) {
		const child = spawn("git", ["http-backend"], {
			env: {
				PATH: process.env.PATH,
				GIT_PROJECT_ROOT: root,
				GIT_HTTP_EXPORT_ALL: "1",
				PATH_INFO: decodeURIComponent(url.pathname),
				QUERY_STRING: url.search.slice(1),
				REQUEST_METHOD: request.method,
				CONTENT_TYPE: request.headers["content-type"] ?? "",
				CONTENT_LENGTH: String(body.length),
				HTTP_CONTENT_ENCODING: request.headers["content-encoding"] ?? "",
				REMOTE_USER: user,
				REMOTE_ADDR: "127.0.0.1",
			},
		});
		running.add(child);
		const output: Buffer[] = [];
		child.stdout.on("data", (chunk: Buffer) => output.push(chunk));
		child.stdin.on("error", () => {});
		child.stdin.end(body);
		await new Promise((resolve) => child.on("close", resolve));
		running.delete(child);
		return readCgi(Buffer.concat(output));
	}

	return server;
}

function userOf(authorization: string): "writer" | "reader" | null {
	const [, encoded = ""] = authorization.split(" ");
	const [, token] = Buffer.from(encoded, "base64").toString().split(":");
	return token === TOKEN ? "writer" : token === READER_TOKEN ? "reader" : null;
}

function readCgi(output: Buffer): {
	status: number;
	headers: Record<string, string>;
	body: Buffer;
} {
	const end = output.indexOf("\r\n\r\n");
	const lines = output.subarray(0, Math.max(0, end)).toString().split("\r\n");
	const fields = lines.map((line) => line.split(/: (.*)/s) as [string, string]);
	const { Status = "200", ...headers } = Object.fromEntries(fields);
	return { status: Number.parseInt(Status, 10), headers, body: output.subarray(end + 4) };
}
