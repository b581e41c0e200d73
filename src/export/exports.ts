import { markdown } from "./markdown.ts";
import type { ExportTarget } from "./target.ts";

/** Every format, in the order of their buttons. To add one: a file beside this, and a row here. */
export const EXPORTS: readonly ExportTarget[] = [markdown];
