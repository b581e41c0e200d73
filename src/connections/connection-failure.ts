/** Why a connection did not do what it was asked for. */
export type ConnectionFailure =
	| { kind: "notAnAddress" }
	/** An address for SSH; `suggestion` is the one for HTTPS. */
	| { kind: "sshAddress"; suggestion: string }
	| { kind: "insecureAddress" }
	/** The repository has another address now. */
	| { kind: "movedAddress"; address: string }
	| { kind: "noRepository" }
	| { kind: "notGit" }
	| { kind: "noBranch"; branch: string }
	| { kind: "tokenMissing" }
	| { kind: "tokenRefused" }
	| { kind: "readOnlyToken" }
	| { kind: "protectedBranch"; branch: string }
	/** A hook or a rule of the host refused the push; `message` is what it says. */
	| { kind: "pushRefused"; message: string }
	/** A file stands where a folder is needed. */
	| { kind: "notAFolder"; path: string }
	/** Others went on changing the branch while this was tried. */
	| { kind: "branchBusy"; branch: string }
	/** `until` is when to ask again, in milliseconds since 1970; null where the host does not say. */
	| { kind: "rateLimit"; until: number | null }
	/** The browser does not tell a host that is out of reach from a certificate it does not trust. */
	| { kind: "unreachable" }
	| { kind: "noAnswer" }
	| { kind: "hostError"; status: number }
	/** The answer was cut off, or is none that Git could read. */
	| { kind: "brokenAnswer" }
	| { kind: "tooLarge"; bytes: number; most: number }
	| { kind: "canceled" };

export type FailureKind = ConnectionFailure["kind"];

/** A value, or why there is none. */
export type Outcome<T> = { value: T } | { failure: ConnectionFailure };

/** A failure on its way through a library that knows only exceptions. */
export class ConnectionError extends Error {
	override readonly name = "ConnectionError";
	constructor(readonly failure: ConnectionFailure) {
		super(failure.kind);
	}
}

/** The value of an operation, or the failure it was ended by. Any other error is thrown on. */
export async function outcomeOf<T>(operation: () => Promise<T>): Promise<Outcome<T>> {
	try {
		return { value: await operation() };
	} catch (error) {
		if (error instanceof ConnectionError) return { failure: error.failure };
		throw error;
	}
}
