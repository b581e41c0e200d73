/**
 * The composed keys, by the part before the variable part. The compiler checks that there is a message for
 * each possible value of the variable part, and no other message. If `true` is an error here, the required
 * type names the wrong keys.
 */

import type { Spacing } from "../../src/core/house-style/house-style.ts";
import type { PatternFault } from "../../src/core/house-style/pattern-fault.ts";
import type { ReadyMadeStyle } from "../../src/core/house-style/ready-made-styles.ts";
import type { CheckId } from "../../src/core/preflight/checks.ts";
import type { SentenceName } from "../../src/core/preflight/finding.ts";
import type { FixName } from "../../src/core/preflight/fix.ts";
import type { IssueChange } from "../../src/core/review/review.ts";
import type { PeriodKind } from "../../src/core/statistics/weeks.ts";
import type { BACKUP_STORES } from "../../src/data/backup/backup-file.ts";
import type { ChangeKind } from "../../src/data/db/records.ts";
import type { SkipReason } from "../../src/data/import/skipped.ts";
import type { StringKey } from "../../src/extension/strings.ts";
import type { PastDrafts } from "../../src/options/connections/draft-history.ts";
import type { KEYS } from "../../src/options/keys/table.ts";

type TextChange = Extract<IssueChange, { what: "intro" | "footer" }>;

/** The parts of the message keys after a beginning. */
type After<Beginning extends string> = StringKey extends infer Key
	? Key extends `${Beginning}${infer Rest}`
		? Rest
		: never
	: never;

type Filled<Beginning extends string, Filling extends string> = [
	Exclude<Filling, After<Beginning>>,
	Exclude<After<Beginning>, Filling>,
] extends [never, never]
	? true
	: {
			without: Exclude<Filling, After<Beginning>>;
			unused: Exclude<After<Beginning>, Filling>;
		};

type KeyRow = (typeof KEYS)[number];

export const FILLED: Readonly<Record<string, true>> = {
	optionsChange_: true satisfies Filled<"optionsChange_", ChangeKind>,
	optionsRedo_: true satisfies Filled<"optionsRedo_", ChangeKind>,
	optionsUndone_: true satisfies Filled<"optionsUndone_", ChangeKind>,
	optionsRedone_: true satisfies Filled<"optionsRedone_", ChangeKind>,
	optionsSpacing_: true satisfies Filled<"optionsSpacing_", keyof Spacing>,
	optionsPatternFault_: true satisfies Filled<"optionsPatternFault_", PatternFault["kind"]>,
	optionsReadyMade_: true satisfies Filled<"optionsReadyMade_", ReadyMadeStyle["id"]>,
	optionsImportReason_: true satisfies Filled<"optionsImportReason_", SkipReason>,
	optionsPicturePeriod_: true satisfies Filled<"optionsPicturePeriod_", PeriodKind>,
	optionsKeysGroup_: true satisfies Filled<"optionsKeysGroup_", KeyRow["group"]>,
	optionsKeys_: true satisfies Filled<"optionsKeys_", KeyRow["action"]>,
	preflightCheck_: true satisfies Filled<"preflightCheck_", CheckId>,
	preflightAsks_: true satisfies Filled<"preflightAsks_", CheckId>,
	preflightFix_: true satisfies Filled<"preflightFix_", FixName>,
	preflightSentence_: true satisfies Filled<"preflightSentence_", SentenceName>,
	optionsReviewStanding_: true satisfies Filled<
		"optionsReviewStanding_",
		Extract<IssueChange, { what: "standing" }>["how"]
	>,
	optionsReviewIntro_: true satisfies Filled<"optionsReviewIntro_", TextChange["how"]>,
	optionsReviewFooter_: true satisfies Filled<"optionsReviewFooter_", TextChange["how"]>,
	historyReason_: true satisfies Filled<"historyReason_", PastDrafts["refused"][number]["reason"]>,
	backupKind_: true satisfies Filled<"backupKind_", (typeof BACKUP_STORES)[number]>,
};

/** The keys whose beginning is variable too. All their possible values are listed above. */
export const FILLED_WHOLE: readonly string[] = ["?_?"];
