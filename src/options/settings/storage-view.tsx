import { BACKUP_STORES } from "../../data/backup/backup-file.ts";
import { formatBytes, translate } from "../../extension/strings.ts";
import { FactsFailure } from "./facts-failure.tsx";
import type { StorageFacts } from "./storage-facts.ts";

/** The stores that are worth counting. Settings and learned data are single records. */
const COUNTED = BACKUP_STORES.filter((store) => store !== "settings" && store !== "derived");

/** Whether the stored data is permanent, how large it is, and what it contains. */
export function StorageView({ facts }: { facts: StorageFacts }) {
	const known = facts.facts.value;
	if (!known) return null;
	const { persistent, used, counts } = known;
	return (
		<section aria-labelledby="storage-heading">
			<h3 id="storage-heading">{translate("storageHeading")}</h3>
			<p>
				{persistent === null && translate("storageUnknown")}
				{persistent === true && translate("storagePersistent")}
				{persistent === false && translate("storageNotPersistent")}
			</p>
			{persistent === false && (
				<button type="button" onClick={() => void facts.persist()}>
					{translate("storagePersist")}
				</button>
			)}
			{persistent !== true && <FactsFailure facts={facts} about="storage" />}
			{used !== null && <p>{translate("storageUsed", formatBytes(used))}</p>}
			<p id="storage-counts">{translate("storageCounts")}</p>
			<dl class="counts" aria-labelledby="storage-counts">
				{COUNTED.filter((store) => counts[store] > 0).map((store) => (
					<div key={store}>
						<dt>{translate(`backupKind_${store}`)}</dt>
						<dd>{counts[store]}</dd>
					</div>
				))}
			</dl>
		</section>
	);
}
