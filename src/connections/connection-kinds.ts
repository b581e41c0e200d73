import type { Connection } from "./connection.ts";

/** What differs between kinds of connection. */
interface ConnectionKind<C extends Connection> {
	/** The header by which the host knows whose request it is. */
	authorization(connection: C, token: string): string;
}

export const CONNECTION_KINDS: {
	[K in Connection["kind"]]: ConnectionKind<Extract<Connection, { kind: K }>>;
} = {
	git: {
		// RFC 7617; in UTF-8, as every host reads it today.
		authorization: ({ user }, token) => `Basic ${base64(`${user || "git"}:${token}`)}`,
	},
};

function base64(text: string): string {
	return btoa(String.fromCharCode(...new TextEncoder().encode(text)));
}
