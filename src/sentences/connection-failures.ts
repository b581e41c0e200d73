import type { ConnectionFailure, FailureKind } from "../connections/connection-failure.ts";
import type { StringKey } from "../extension/strings.ts";
import { type Sentence, sentence } from "./sentence.ts";

const SENTENCES: Readonly<Record<FailureKind, StringKey>> = {
	notAnAddress: "connectionNotAnAddress",
	sshAddress: "connectionSshAddress",
	insecureAddress: "connectionInsecureAddress",
	movedAddress: "connectionMovedAddress",
	noRepository: "connectionNoRepository",
	notGit: "connectionNotGit",
	noBranch: "connectionNoBranch",
	tokenMissing: "connectionTokenMissing",
	tokenRefused: "connectionTokenRefused",
	readOnlyToken: "connectionReadOnlyToken",
	protectedBranch: "connectionProtectedBranch",
	pushRefused: "connectionPushRefused",
	notAFolder: "connectionNotAFolder",
	branchBusy: "connectionBranchBusy",
	rateLimit: "connectionRateLimit",
	unreachable: "connectionUnreachable",
	noAnswer: "connectionNoAnswer",
	hostError: "connectionHostError",
	brokenAnswer: "connectionBrokenAnswer",
	tooLarge: "connectionTooLarge",
	canceled: "connectionCanceled",
};

/** The sentence for a failure of a connection. Sizes are in whole megabytes. */
export function connectionSentence(failure: ConnectionFailure): Sentence {
	return sentence(SENTENCES[failure.kind], ...valuesOf(failure));
}

function valuesOf(failure: ConnectionFailure): (string | number)[] {
	switch (failure.kind) {
		case "sshAddress":
			return [failure.suggestion];
		case "movedAddress":
			return [failure.address];
		case "noBranch":
		case "protectedBranch":
		case "branchBusy":
			return [failure.branch];
		case "notAFolder":
			return [failure.path];
		case "pushRefused":
			return [failure.message];
		case "hostError":
			return [failure.status];
		case "tooLarge":
			return [failure.bytes, failure.most].map((bytes) => Math.round(bytes / 1_000_000));
		default:
			return [];
	}
}
