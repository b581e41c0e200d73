import type { Connection } from "./connection.ts";

/** The differences between kinds of connection. */
interface ConnectionKind<C extends Connection> {
	/** The value of the `Authorization` header. */
	authorization(connection: C, token: string): string;
}

export const CONNECTION_KINDS: {
	[K in Connection["kind"]]: ConnectionKind<Extract<Connection, { kind: K }>>;
} = {
	git: {
		// RFC 7617, encoded in UTF-8 as hosts now expect.
		authorization: ({ user }, token) => `Basic ${base64(`${user || "git"}:${token}`)}`,
	},
};

function base64(text: string): string {
	return btoa(String.fromCharCode(...new TextEncoder().encode(text)));
}
