import type { GitHttpRequest, GitHttpResponse, HttpClient } from "isomorphic-git";
import type { GitConnection } from "../../connections/connection.ts";
import { ConnectionError, type ConnectionFailure } from "../../connections/connection-failure.ts";
import { CONNECTION_KINDS } from "../../connections/connection-kinds.ts";
import { type ConnectionAnswer, request } from "../../connections/request.ts";
import { joinBytes } from "./join-bytes.ts";

/** The size limit, the progress listener and the cancel signal of a request. */
export interface TransferOptions {
	signal?: AbortSignal;
	/** Maximum number of bytes of one answer. */
	mostBytes?: number;
	onBytes?: (bytes: number) => void;
	/** How long to wait for an answer, and for each part of it. */
	answerMs?: number;
	idleMs?: number;
}

/** An answer to a fetch is not read beyond this size. */
const MAX_BYTES = 200_000_000;

/** Sends requests to a Git host with the token. Every refusal is thrown as a failure. */
interface GitHttp {
	/** The client for `isomorphic-git`, which never sees the token. */
	client: HttpClient;
	post(service: "git-receive-pack" | "git-upload-pack", body: Uint8Array): Promise<Uint8Array>;
}

export function gitHttp(
	connection: GitConnection,
	token: string,
	options: TransferOptions,
): GitHttp {
	async function ask(
		url: string,
		method: string,
		headers: Record<string, string>,
		body?: Uint8Array,
	): Promise<ConnectionAnswer> {
		const authorization = CONNECTION_KINDS.git.authorization(connection, token);
		const answer = await request({
			mostBytes: MAX_BYTES,
			...options,
			url,
			method,
			headers: token ? { ...headers, Authorization: authorization } : headers,
			...(body ? { body } : {}),
		});
		const failure = refusalOf(answer, url, token !== "");
		if (failure) {
			// The content of the page is not needed.
			await answer.body.return?.();
			throw new ConnectionError(failure);
		}
		return answer;
	}

	return {
		client: {
			async request({ url, method = "GET", headers = {}, body }: GitHttpRequest) {
				const sent = body ? await joined(body) : undefined;
				const answer = await ask(url, method, headers, sent);
				const response: GitHttpResponse = {
					url: answer.url,
					method,
					headers: Object.fromEntries(answer.headers),
					body: answer.body,
					statusCode: answer.status,
					statusMessage: String(answer.status),
				};
				return response;
			},
		},
		async post(service, body) {
			const headers = {
				"Content-Type": `application/x-${service}-request`,
				Accept: `application/x-${service}-result`,
			};
			const answer = await ask(`${connection.address}/${service}`, "POST", headers, body);
			return joined(answer.body);
		},
	};
}

/** Why Git cannot use an answer; null if it can. */
function refusalOf(
	{ status, headers, url }: ConnectionAnswer,
	asked: string,
	hasToken: boolean,
): ConnectionFailure | null {
	const isWriting = asked.includes("git-receive-pack");
	if (status === 429 || (status === 403 && headers.get("x-ratelimit-remaining") === "0")) {
		return { kind: "rateLimit", until: retryTime(headers) };
	}
	if (status === 401) return { kind: hasToken ? "tokenRefused" : "tokenMissing" };
	if (status === 403) return { kind: isWriting ? "readOnlyToken" : "tokenRefused" };
	if (status === 404 || status === 410) return { kind: "noRepository" };
	if (status >= 500) return { kind: "hostError", status };
	if (status !== 200) return { kind: "notGit" };
	const moved = addressIn(url);
	if (moved !== null && moved !== addressIn(asked)) return { kind: "movedAddress", address: moved };
	const isGit = headers.get("content-type")?.startsWith("application/x-git-") ?? false;
	return isGit ? null : { kind: "notGit" };
}

/** The address of the repository, derived from the address of one of its services. */
function addressIn(url: string): string | null {
	return /^(.*)\/(?:info\/refs|git-upload-pack|git-receive-pack)(?:\?.*)?$/.exec(url)?.[1] ?? null;
}

/** When the host allows the next request: in seconds from now (RFC 9110) or, at GitHub, as a time. */
function retryTime(headers: Headers): number | null {
	const after = Number.parseInt(headers.get("retry-after") ?? "", 10);
	if (after >= 0) return Date.now() + after * 1_000;
	const reset = Number.parseInt(headers.get("x-ratelimit-reset") ?? "", 10);
	return reset > 0 ? reset * 1_000 : null;
}

async function joined(
	parts: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
): Promise<Uint8Array> {
	const chunks: Uint8Array[] = [];
	for await (const part of parts) chunks.push(part);
	return joinBytes(chunks);
}
