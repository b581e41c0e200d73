import { useEffect, useRef } from "preact/hooks";
import { translate } from "../../extension/strings.ts";
import type { Desk } from "../app/desk.ts";
import { clipKeyRows } from "../first-run/clip-key-rows.ts";
import { keyNames } from "./key-names.ts";
import { KEYS } from "./table.ts";

const GROUPS = ["about", "item", "several", "anywhere"] as const;

/** The dialog with the list of keys. */
export function KeysDialog({ desk, close }: { desk: Desk; close(): void }) {
	const dialog = useRef<HTMLDialogElement>(null);
	useEffect(() => dialog.current?.showModal(), []);
	return (
		<dialog ref={dialog} class="keys" aria-labelledby="keys-heading" onClose={close}>
			<header>
				<h2 id="keys-heading">{translate("optionsKeys")}</h2>
				<button type="button" onClick={() => dialog.current?.close()}>
					{translate("optionsKeysClose")}
				</button>
			</header>
			<p class="hint">{translate("optionsKeysLead")}</p>
			<div class="groups">
				<section aria-labelledby="keys-clipping">
					<h3 id="keys-clipping">{translate("optionsKeysClipping")}</h3>
					<dl>
						{clipKeyRows(desk).map(({ command, keys, does }) => (
							<div key={command}>
								<dt>{does}</dt>
								<dd>
									{keys ? (
										<kbd>{keys}</kbd>
									) : (
										<span class="missing">{translate("optionsNoKey")}</span>
									)}
								</dd>
							</div>
						))}
					</dl>
				</section>
				{GROUPS.map((group) => (
					<section key={group} aria-labelledby={`keys-${group}`}>
						<h3 id={`keys-${group}`}>{translate(`optionsKeysGroup_${group}`)}</h3>
						<dl>
							{KEYS.filter((row) => row.group === group).map(({ action, chords }) => (
								<div key={action}>
									<dt>{translate(`optionsKeys_${action}`)}</dt>
									{chords.map((chord) => (
										<dd key={chord}>
											{keyNames(chord).map((name) => (
												<kbd key={name}>{name}</kbd>
											))}
										</dd>
									))}
								</div>
							))}
						</dl>
					</section>
				))}
			</div>
		</dialog>
	);
}
