import type { Outcome } from "./connection-failure.ts";

/** The parts of a typed address. */
export interface RepositoryAddress {
	/** The address without user, token, query and trailing slash. */
	address: string;
	/** The pattern of the browser permission, such as `https://git.example/*`. */
	permission: string;
	/** The user and the token in the address, which are stored separately; empty if there is none. */
	user: string;
	token: string;
}

/** Hosts on this machine. Nobody can intercept what is sent to them. */
const LOOPBACK: ReadonlySet<string> = new Set(["127.0.0.1", "localhost"]);

/** Parses the address of a repository as people copy it from a host's page or type it. */
export function readAddress(typed: string): Outcome<RepositoryAddress> {
	const text = typed.trim();
	const ssh = /^(?:ssh:\/\/)?[\w.-]+@([\w.-]+)(?::\d+\/|[:/])(.+)$/.exec(text);
	if (ssh && !/^https?:/i.test(text)) {
		return { failure: { kind: "sshAddress", suggestion: `https://${ssh[1]}/${ssh[2]}` } };
	}
	const url = parse(/^[a-z][a-z+.-]*:\/\//i.test(text) ? text : `https://${text}`);
	if (!url || (url.protocol !== "https:" && url.protocol !== "http:") || url.pathname === "/") {
		return { failure: { kind: "notAnAddress" } };
	}
	if (url.protocol === "http:" && !LOOPBACK.has(url.hostname)) {
		return { failure: { kind: "insecureAddress" } };
	}
	// GitHub shows a token as the user in an address; elsewhere, the token is the password.
	const [user, token] = url.password
		? [decode(url.username), decode(url.password)]
		: ["", decode(url.username)];
	return {
		value: {
			address: url.origin + url.pathname.replace(/\/+$/, ""),
			// A match pattern has no port, so it applies to all ports of a host.
			permission: `${url.protocol}//${url.hostname}/*`,
			user,
			token,
		},
	};
}

/** The host in an address, with the port if there is one; empty if the address is not valid. */
export function repositoryHost(address: string): string {
	return parse(address)?.host ?? "";
}

function parse(text: string): URL | null {
	try {
		return new URL(text);
	} catch {
		return null;
	}
}

function decode(text: string): string {
	try {
		return decodeURIComponent(text);
	} catch {
		return text;
	}
}
