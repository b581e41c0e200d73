import { translate } from "../../extension/strings.ts";
import type { Desk } from "../app/desk.ts";
import { hashOf } from "../app/route.ts";

/**
 * Offers to copy the style of the issues of a connected repository, once they are in the archive and as
 * long as the house style is still the default one.
 */
export function StyleOffer({ desk }: { desk: Pick<Desk, "firstSteps" | "styleLearning"> }) {
	const { archiveEmpty, isRead, styleUntouched } = desk.firstSteps;
	if (!isRead.value || archiveEmpty.value || !styleUntouched.value) return null;

	async function showLearned(): Promise<void> {
		await desk.styleLearning.learnFromArchive();
		location.hash = hashOf("style", "learn");
	}

	return (
		<p>
			{translate("connectionStyleOffer")}{" "}
			<button type="button" onClick={() => void showLearned()}>
				{translate("connectionCopyStyle")}
			</button>
		</p>
	);
}
