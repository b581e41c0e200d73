import { translate } from "../../extension/strings.ts";
import { sentence } from "../../sentences/sentence.ts";
import { Alert } from "../ui/alert.tsx";
import { FactsFailure } from "./facts-failure.tsx";
import type { StorageFacts } from "./storage-facts.ts";

const NAMES = { downloads: "permissionDownloads" } as const;

/** The permissions beyond those of the installation, each with a button that gives it up. */
export function PermissionsView({ facts }: { facts: StorageFacts }) {
	const known = facts.facts.value;
	const permissions = known?.permissions ?? [];
	const unread = known !== null && known.permissions === null;
	if (permissions.length === 0 && !unread) return null;
	return (
		<section aria-labelledby="permissions-heading">
			<h3 id="permissions-heading">{translate("permissionsHeading")}</h3>
			<p class="hint">{translate("permissionsLead")}</p>
			<FactsFailure facts={facts} about="permissions" />
			<Alert sentence={unread ? sentence("permissionsUnread") : null} />
			<ul class="permissions">
				{permissions.map(({ name, held }) => (
					<li key={name}>
						<span>
							{translate(held ? "permissionHeld" : "permissionNotHeld", translate(NAMES[name]))}
						</span>
						{held && (
							<button
								type="button"
								aria-label={translate("permissionGiveBackNamed", translate(NAMES[name]))}
								onClick={() => void facts.giveBack(name)}
							>
								{translate("permissionGiveBack")}
							</button>
						)}
					</li>
				))}
			</ul>
		</section>
	);
}
