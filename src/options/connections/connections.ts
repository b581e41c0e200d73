import { batch, type ReadonlySignal, type Signal, signal } from "@preact/signals";
import type { GitConnection } from "../../connections/connection.ts";
import {
	type ConnectionProgress,
	connections,
	forgetConnection,
	forgetPublication,
	forgetToken,
	onConnectionChange,
	type Publication,
	progressOf,
	publications,
	saveConnection,
	savePublication,
	tokenOf,
} from "../../connections/connection-store.ts";
import { readAddress } from "../../connections/read-address.ts";
import { logError } from "../../core/errors/log-error.ts";
import { onChange, type StoreName } from "../../data/db/changes.ts";
import { type SharingState, sharingState } from "../../data/sharing/conflicts.ts";
import { connectionSentence } from "../../sentences/connection-failures.ts";
import { failureSentence } from "../../sentences/failures.ts";
import { type Sentence, sentence } from "../../sentences/sentence.ts";
import type { FromGit, ToGit } from "../../workers/git.ts";
import type { RunningWorker, StartWorker } from "../app/workers.ts";
import { type ConnectionForm, connectionForm, readForm } from "./connection-form.ts";
import { createDraftHistory, type DraftHistory } from "./draft-history.ts";

/** The stored state of the connection, as of the last read. */
export interface KnownConnection {
	connection: GitConnection;
	progress: ConnectionProgress | null;
	hasToken: boolean;
	/** Whether the browser allows Galley to connect to the host. */
	isAllowed: boolean;
	publications: Publication[];
	sharing: SharingState;
}

/** The running operation, or the result of the last one. */
type ConnectionActivity =
	| { kind: "idle" }
	| { kind: "trying" }
	/** `received` is the number of bytes of the current response so far. */
	| { kind: "syncing"; asked: boolean; received: number }
	| { kind: "failed"; sentence: Sentence };

/** The connection to a Git repository: create it, sync it, and remove it. */
export interface Connections {
	/** Null if there is no connection; undefined until that is known. */
	readonly known: ReadonlySignal<KnownConnection | null | undefined>;
	readonly activity: ReadonlySignal<ConnectionActivity>;
	/** The history of the shared drafts. */
	readonly history: DraftHistory;
	/** The fields of the form; null while it is not open. */
	readonly form: ReadonlySignal<ConnectionForm | null>;
	openForm(): void;
	closeForm(): void;
	/**
	 * Tests and stores the connection. Call this first in the click handler: the browser may ask for
	 * permission.
	 */
	connect(): Promise<void>;
	/** Asks the browser for permission again. Call this first in the click handler. */
	allowAgain(): Promise<void>;
	/** Syncs now. */
	sync(): void;
	/** Cancels the running operation. */
	cancel(): void;
	forgetToken(): Promise<void>;
	/** Removes the connection and gives up the permission for its host. */
	disconnect(): Promise<void>;
	/** Publishes an archived issue to the host, now or when the host can be reached. */
	publish(issueId: string, label: string | number): Promise<void>;
	/** Publishes again: over the text that was shown, or because the cause of the failure is gone. */
	publishAgain(publication: Publication): Promise<void>;
	dismiss(publication: Publication): Promise<void>;
	/**
	 * Resolves a conflict. If `use` is true, the text that was replaced is restored; else the present text
	 * stays.
	 */
	resolveConflict(conflictId: string, use: boolean): void;
	/** Reads the stored state and syncs regularly, until the returned function is called. */
	start(): () => void;
}

interface ConnectionsEnvironment {
	startGit: StartWorker<ToGit, FromGit>;
	holdsHost(pattern: string): Promise<boolean>;
	askForHost(pattern: string): Promise<boolean>;
	giveBackHost(pattern: string): Promise<void>;
	onPermissions(listener: () => void): () => void;
	/** Calls the listener when the browser is online again. */
	onOnline(listener: () => void): () => void;
}

/** A change is sent after this time, unless another follows. */
const SOON_MS = 2_000;

/** The stores whose changes are synced. */
const SHARED: ReadonlySet<StoreName> = new Set([
	"drafts",
	"items",
	"sponsors",
	"settings",
	"outbox",
	"conflicts",
]);

/** How often an open page looks for remote changes. */
const EVERY_MS = 5 * 60_000;

export function createConnections(environment: ConnectionsEnvironment): Connections {
	const known = signal<KnownConnection | null | undefined>(undefined);
	const activity = signal<ConnectionActivity>({ kind: "idle" });
	const form: Signal<ConnectionForm | null> = signal(null);
	let worker: RunningWorker<ToGit> | null = null;
	/** Receives the result of the connection test that is running. */
	let onTried: ((answer: FromGit) => void) | null = null;

	function post(message: ToGit): void {
		worker ??= environment.startGit(onMessage, (failed) => onMessage({ failed }));
		worker.post(message);
	}

	const history = createDraftHistory(() => known.peek()?.connection.id ?? null, post);

	function onMessage(message: FromGit): void {
		history.onMessage(message);
		if ("history" in message || "state" in message || "unread" in message) return;
		const now = activity.peek();
		if ("received" in message) {
			if (now.kind === "syncing") activity.value = { ...now, received: message.received };
		} else if ("tried" in message) onTried?.(message);
		else if ("failed" in message) {
			if (onTried) onTried(message);
			else fail(message.failed);
		} else if (now.kind === "syncing") activity.value = { kind: "idle" };
	}

	function fail(error: unknown): void {
		activity.value = { kind: "failed", sentence: failureSentence("connect", error) };
	}

	async function read(): Promise<void> {
		const connection = (await connections()).at(-1);
		if (!connection) {
			known.value = null;
			return;
		}
		const [progress, token, all, isAllowed, sharing] = await Promise.all([
			progressOf(connection.id),
			tokenOf(connection.id),
			publications(),
			environment.holdsHost(patternOf(connection)),
			sharingState(),
		]);
		const ours = all.filter(({ connectionId }) => connectionId === connection.id);
		const hasToken = token !== "";
		known.value = { connection, progress, hasToken, isAllowed, publications: ours, sharing };
	}

	const reread = () => void read().catch(fail);

	let soon: ReturnType<typeof setTimeout> | undefined;

	/**
	 * Counts the unsent changes and sends them a little later, because typing causes many changes in a row.
	 */
	function followRecords(stores: readonly StoreName[]): void {
		const now = known.peek();
		if (!now?.connection.sharedBranch || !stores.some((store) => SHARED.has(store))) return;
		clearTimeout(soon);
		soon = setTimeout(() => {
			read().then(() => {
				if ((known.peek()?.sharing.waiting ?? 0) > 0) sync(false);
			}, fail);
		}, SOON_MS);
	}

	function sync(asked: boolean): void {
		const now = known.peek();
		const { kind } = activity.peek();
		if (!now?.isAllowed || kind === "trying") return;
		if (kind !== "syncing" || asked) activity.value = { kind: "syncing", asked, received: 0 };
		post({ sync: true, asked });
	}

	/** Runs an operation on the database, and reports a failure. */
	async function run(work: () => Promise<void>): Promise<void> {
		try {
			await work();
		} catch (error) {
			fail(error);
		}
	}

	function tried(connection: GitConnection, token: string): Promise<FromGit> {
		return new Promise<FromGit>((resolve) => {
			onTried = resolve;
			post({ try: connection, token });
		}).finally(() => {
			onTried = null;
		});
	}

	async function tryAndKeep(
		typed: ConnectionForm,
		filled: Exclude<ReturnType<typeof readForm>, { problem: Sentence }>,
	) {
		const before = known.peek()?.connection ?? null;
		const given = filled.token ?? (await tokenOf(filled.connection.id));
		const answer = await tried(filled.connection, given);
		if ("failed" in answer) return failureSentence("connect", answer.failed);
		if (!("tried" in answer)) return null;
		if ("failure" in answer.tried) return connectionSentence(answer.tried.failure);
		if (answer.tried.value.sharesInPublic && !typed.acceptsPublic.value) {
			typed.isPublic.value = true;
			return sentence("connectionSharedPublic");
		}
		await saveConnection(answer.tried.value.connection, filled.token);
		post({ tidy: true });
		if (before && before.id !== filled.connection.id) await leave(before, filled.permission);
		return null;
	}

	/** Removes a connection, and the permission for its host unless another connection needs it. */
	async function leave(connection: GitConnection, needed: string | null): Promise<void> {
		await forgetConnection(connection.id);
		post({ tidy: true });
		const pattern = patternOf(connection);
		if (pattern !== needed) await environment.giveBackHost(pattern);
	}

	async function keep(publication: Publication): Promise<void> {
		await savePublication(publication);
		await read();
		sync(true);
	}

	return {
		known,
		activity,
		history,
		form,
		openForm() {
			form.value = connectionForm(known.peek()?.connection ?? null);
		},
		closeForm() {
			batch(() => {
				form.value = null;
				if (activity.peek().kind === "failed") activity.value = { kind: "idle" };
			});
		},
		async connect() {
			const typed = form.peek();
			if (!typed || activity.peek().kind === "trying") return;
			const before = known.peek()?.connection ?? null;
			const filled = readForm(typed, before);
			if ("problem" in filled) {
				activity.value = { kind: "failed", sentence: filled.problem };
				return;
			}
			const asked = environment.askForHost(filled.permission);
			activity.value = { kind: "trying" };
			await run(async () => {
				const problem = (await asked)
					? await tryAndKeep(typed, filled)
					: sentence("connectionNotAllowed", new URL(filled.connection.address).host);
				await read();
				if (problem) {
					activity.value = { kind: "failed", sentence: problem };
					const kept = known.peek()?.connection;
					const isNeeded = kept && patternOf(kept) === filled.permission;
					if (!isNeeded) await environment.giveBackHost(filled.permission);
					return;
				}
				batch(() => {
					form.value = null;
					activity.value = { kind: "idle" };
				});
				sync(true);
			});
		},
		async allowAgain() {
			const now = known.peek();
			if (!now) return;
			const asked = environment.askForHost(patternOf(now.connection));
			await run(async () => {
				await asked;
				await read();
				sync(true);
			});
		},
		sync: () => sync(true),
		cancel() {
			worker?.post({ cancel: true });
		},
		forgetToken: () =>
			run(async () => {
				const now = known.peek();
				if (now) await forgetToken(now.connection.id);
				await read();
			}),
		disconnect: () =>
			run(async () => {
				const now = known.peek();
				if (!now) return;
				worker?.post({ cancel: true });
				await leave(now.connection, null);
				await read();
				activity.value = { kind: "idle" };
			}),
		publish: (issueId, label) =>
			run(async () => {
				const now = known.peek();
				if (!now?.connection.publishes) return;
				await keep({
					issueId,
					connectionId: now.connection.id,
					label: String(label),
					state: { kind: "waiting" },
					replaces: null,
					at: Date.now(),
				});
			}),
		publishAgain: (publication) =>
			run(() => {
				const { state } = publication;
				const replaces = state.kind === "conflict" ? state.text : publication.replaces;
				return keep({ ...publication, state: { kind: "waiting" }, replaces });
			}),
		dismiss: (publication) => run(() => forgetPublication(publication.issueId).then(read)),
		resolveConflict: (conflictId, use) => post({ resolve: conflictId, use }),
		start() {
			read().then(() => sync(false), logError);
			const ends = [
				onConnectionChange(reread),
				onChange(followRecords),
				() => clearTimeout(soon),
				environment.onPermissions(reread),
				environment.onOnline(() => sync(false)),
			];
			const timer = setInterval(() => sync(false), EVERY_MS);
			return () => {
				clearInterval(timer);
				for (const end of ends) end();
				worker?.end();
				worker = null;
			};
		},
	};
}

/** The host pattern of a connection, for the permission. */
function patternOf({ address }: GitConnection): string {
	const read = readAddress(address);
	if ("failure" in read) throw new Error(`${address} is no address.`);
	return read.value.permission;
}
