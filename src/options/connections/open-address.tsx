import { readAddress } from "../../connections/read-address.ts";
import { type StringKey, translate } from "../../extension/strings.ts";
import type { Sentence } from "../../sentences/sentence.ts";

/** The failures whose cause the browser's own page for the address shows, such as a certificate. */
const SHOWN_THERE: ReadonlySet<StringKey> = new Set([
	"connectionUnreachable",
	"connectionNoAnswer",
	"connectionNotGit",
	"connectionNoRepository",
]);

/** After such a failure, offers to open the typed address in a tab. */
export function OpenAddress({ failure, typed }: { failure: Sentence; typed: string }) {
	const read = readAddress(typed);
	if (!SHOWN_THERE.has(failure.key) || "failure" in read) return null;
	return (
		<p>
			<a href={read.value.address} target="_blank" rel="noreferrer noopener">
				{translate("connectionOpenAddress")}
			</a>
		</p>
	);
}
