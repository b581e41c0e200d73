import type { Outcome } from "./connection-failure.ts";

/** The parts of an address that was typed in. */
export interface RepositoryAddress {
	/** The address without a user, a token, a query or a slash at its end. */
	address: string;
	/** What the browser is asked for, as `https://git.example/*`. */
	permission: string;
	/** A user and a token that stood in the address, which are kept apart from it; empty for none. */
	user: string;
	token: string;
}

/** Hosts of this machine: nobody on the way can read what is sent to them. */
const LOOPBACK: ReadonlySet<string> = new Set(["127.0.0.1", "localhost"]);

/** Reads the address of a repository as people copy it from a host's page or type it. */
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
	// GitHub shows a token as the user of an address; elsewhere it is the password.
	const [user, token] = url.password
		? [decode(url.username), decode(url.password)]
		: ["", decode(url.username)];
	return {
		value: {
			address: url.origin + url.pathname.replace(/\/+$/, ""),
			// A pattern has no port: it holds for all ports of a host.
			permission: `${url.protocol}//${url.hostname}/*`,
			user,
			token,
		},
	};
}

/** The name of the host in an address, with its port where it has one; empty where it is none. */
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
