import type { Signal } from "@preact/signals";
import { useEffect, useRef } from "preact/hooks";
import { type StringKey, say } from "../../extension/strings.ts";
import type { ConnectionForm } from "./connection-form.ts";
import type { Connections } from "./connections.ts";

/** What is asked for to connect a repository. */
export function ConnectForm({
	connections,
	form,
}: {
	connections: Connections;
	form: ConnectionForm;
}) {
	const first = useRef<HTMLFormElement>(null);
	useEffect(() => first.current?.querySelector("input")?.focus(), []);
	const keepsToken = connections.known.value?.hasToken;
	const trying = connections.standing.value.kind === "trying";
	return (
		<form
			ref={first}
			class="connect-form"
			autocomplete="off"
			onSubmit={(event) => {
				event.preventDefault();
				void connections.connect();
			}}
		>
			<Text of={form.address} label="connectionAddress" hint="connectionAddressHint" code />
			<Text
				of={form.token}
				label="connectionToken"
				hint={keepsToken ? "connectionTokenKept" : "connectionTokenHint"}
				secret
			/>
			<Text of={form.user} label="connectionUser" hint="connectionUserHint" code />
			<Text of={form.branch} label="connectionBranch" code />
			<Text of={form.folder} label="connectionFolder" hint="connectionFolderHint" code />
			<Tick of={form.publishes} label="connectionPublishes" />
			{form.publishes.value && (
				<>
					<Text of={form.message} label="connectionMessage" hint="connectionMessageHint" />
					<Tick of={form.onOwnBranches} label="connectionOwnBranches" />
				</>
			)}
			<Tick of={form.shares} label="connectionShares" />
			{form.shares.value && (
				<>
					<Text
						of={form.sharedAddress}
						label="connectionSharedAddress"
						hint="connectionSharedAddressHint"
						code
					/>
					<Text of={form.sharedBranch} label="connectionSharedBranch" code />
				</>
			)}
			{form.shares.value && form.isPublic.value && (
				<Tick of={form.acceptsPublic} label="connectionAcceptPublic" />
			)}
			{(form.publishes.value || form.shares.value) && (
				<>
					<Text of={form.authorName} label="connectionAuthorName" />
					<Text of={form.authorEmail} label="connectionAuthorEmail" code />
				</>
			)}
			<div class="ways">
				<button type="submit" class="primary" aria-disabled={trying}>
					{say("connectionConnect")}
				</button>
				<button type="button" onClick={connections.closeForm}>
					{say("connectionLeave")}
				</button>
			</div>
		</form>
	);
}

interface TextProps {
	of: Signal<string>;
	label: StringKey;
	hint?: StringKey;
	code?: boolean;
	secret?: boolean;
}

function Text({ of, label, hint, code, secret }: TextProps) {
	const id = `connect-${label}`;
	const shared = {
		id,
		class: code || secret ? "code" : undefined,
		autocapitalize: "off",
		spellcheck: false,
		"aria-describedby": hint ? `${id}-hint` : undefined,
		value: of.value,
		onInput: ({ currentTarget }: { currentTarget: HTMLInputElement }) => {
			of.value = currentTarget.value;
		},
	} as const;
	return (
		<div class="field">
			<label for={id}>{say(label)}</label>
			{secret ? (
				<input {...shared} type="password" autocomplete="new-password" />
			) : (
				<input {...shared} type="text" autocomplete="off" />
			)}
			{hint && (
				<p class="hint" id={`${id}-hint`}>
					{say(hint)}
				</p>
			)}
		</div>
	);
}

function Tick({ of, label }: { of: Signal<boolean>; label: StringKey }) {
	return (
		<label class="tick">
			<input
				type="checkbox"
				checked={of.value}
				onChange={({ currentTarget }) => {
					of.value = currentTarget.checked;
				}}
			/>
			{say(label)}
		</label>
	);
}
