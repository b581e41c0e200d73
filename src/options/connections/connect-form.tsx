import type { Signal } from "@preact/signals";
import { useEffect, useId, useRef } from "preact/hooks";
import { translate } from "../../extension/strings.ts";
import type { ConnectionForm } from "./connection-form.ts";
import type { Connections } from "./connections.ts";

/** The form for connecting a repository. */
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
	const trying = connections.activity.value.kind === "trying";
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
			<Text
				of={form.address}
				label={translate("connectionAddress")}
				hint={translate("connectionAddressHint")}
				code
			/>
			<Text
				of={form.token}
				label={translate("connectionToken")}
				hint={translate(keepsToken ? "connectionTokenKept" : "connectionTokenHint")}
				secret
			/>
			<Text
				of={form.user}
				label={translate("connectionUser")}
				hint={translate("connectionUserHint")}
				code
			/>
			<Text of={form.branch} label={translate("connectionBranch")} code />
			<Text
				of={form.folder}
				label={translate("connectionFolder")}
				hint={translate("connectionFolderHint")}
				code
			/>
			<Tick of={form.publishes} label={translate("connectionPublishes")} />
			{form.publishes.value && (
				<>
					<Text
						of={form.message}
						label={translate("connectionMessage")}
						hint={translate("connectionMessageHint")}
					/>
					<Tick of={form.onOwnBranches} label={translate("connectionOwnBranches")} />
				</>
			)}
			<Tick of={form.shares} label={translate("connectionShares")} />
			{form.shares.value && (
				<>
					<Text
						of={form.sharedAddress}
						label={translate("connectionSharedAddress")}
						hint={translate("connectionSharedAddressHint")}
						code
					/>
					<Text of={form.sharedBranch} label={translate("connectionSharedBranch")} code />
				</>
			)}
			{form.shares.value && form.isPublic.value && (
				<Tick of={form.acceptsPublic} label={translate("connectionAcceptPublic")} />
			)}
			{(form.publishes.value || form.shares.value) && (
				<>
					<Text of={form.authorName} label={translate("connectionAuthorName")} />
					<Text of={form.authorEmail} label={translate("connectionAuthorEmail")} code />
				</>
			)}
			<div class="ways">
				<button type="submit" class="primary" aria-disabled={trying}>
					{translate("connectionConnect")}
				</button>
				<button type="button" onClick={connections.closeForm}>
					{translate("connectionLeave")}
				</button>
			</div>
		</form>
	);
}

interface TextProps {
	of: Signal<string>;
	label: string;
	hint?: string;
	code?: boolean;
	secret?: boolean;
}

function Text({ of, label, hint, code, secret }: TextProps) {
	const id = useId();
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
			<label for={id}>{label}</label>
			{secret ? (
				<input {...shared} type="password" autocomplete="new-password" />
			) : (
				<input {...shared} type="text" autocomplete="off" />
			)}
			{hint && (
				<p class="hint" id={`${id}-hint`}>
					{hint}
				</p>
			)}
		</div>
	);
}

function Tick({ of, label }: { of: Signal<boolean>; label: string }) {
	return (
		<label class="tick">
			<input
				type="checkbox"
				checked={of.value}
				onChange={({ currentTarget }) => {
					of.value = currentTarget.checked;
				}}
			/>
			{label}
		</label>
	);
}
