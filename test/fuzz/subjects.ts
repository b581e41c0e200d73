/**
 * Everything that receives text from outside. To add a reader, an importer or a check, add a row to one of
 * the tables.
 */
import { ISSUE_SUBJECTS } from "./issue-subjects.ts";
import { LINK_SUBJECTS } from "./link-subjects.ts";
import { PAGE_SUBJECTS } from "./page-subjects.ts";
import type { Subject } from "./subject.ts";

export const SUBJECTS: readonly Subject[] = [...ISSUE_SUBJECTS, ...LINK_SUBJECTS, ...PAGE_SUBJECTS];
