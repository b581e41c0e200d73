import { markdown } from "./markdown.ts";
import type { ExportTarget } from "./target.ts";

/** All formats, in the order of their buttons. To add one, write a file in this folder and add it here. */
export const EXPORTS: readonly ExportTarget[] = [markdown];
