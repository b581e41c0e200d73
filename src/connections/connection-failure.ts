/** Why a request to a connection failed. */
export type ConnectionFailure =
	| { kind: "notAnAddress" }
	/** The address is for SSH; `suggestion` is the address for HTTPS. */
	| { kind: "sshAddress"; suggestion: string }
	| { kind: "insecureAddress" }
	/** The repository has moved to another address. */
	| { kind: "movedAddress"; address: string }
	| { kind: "noRepository" }
	| { kind: "notGit" }
	| { kind: "noBranch"; branch: string }
	| { kind: "tokenMissing" }
	| { kind: "tokenRefused" }
	| { kind: "readOnlyToken" }
	| { kind: "protectedBranch"; branch: string }
	/** A hook or a rule of the host refused the push; `message` is the host's text. */
	| { kind: "pushRefused"; message: string }
	/** There is a file where a folder is needed. */
	| { kind: "notAFolder"; path: string }
	/** Others changed the branch again during each attempt. */
	| { kind: "branchBusy"; branch: string }
	/**
	 * `until` is the time of the next allowed request, in milliseconds since 1970; null if the host does
	 * not say.
	 */
	| { kind: "rateLimit"; until: number | null }
	/** The browser reports an unreachable host and an untrusted certificate in the same way. */
	| { kind: "unreachable" }
	| { kind: "noAnswer" }
	| { kind: "hostError"; status: number }
	/** The answer was incomplete, or Git cannot read it. */
	| { kind: "brokenAnswer" }
	| { kind: "tooLarge"; bytes: number; most: number }
	| { kind: "canceled" };

export type FailureKind = ConnectionFailure["kind"];

/** A value, or the reason why there is none. */
export type Outcome<T> = { value: T } | { failure: ConnectionFailure };

/** Carries a failure through a library that only supports exceptions. */
export class ConnectionError extends Error {
	override readonly name = "ConnectionError";
	constructor(readonly failure: ConnectionFailure) {
		super(failure.kind);
	}
}

/** The value of an operation, or the failure that it threw. Any other error is thrown again. */
export async function outcomeOf<T>(operation: () => Promise<T>): Promise<Outcome<T>> {
	try {
		return { value: await operation() };
	} catch (error) {
		if (error instanceof ConnectionError) return { failure: error.failure };
		throw error;
	}
}
