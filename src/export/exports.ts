import { markdown } from "./markdown.ts";
import type { ExportTarget } from "./target.ts";

/** Every way out. To add one: a file beside this, and a row here. */
export const EXPORTS = { markdown } satisfies Record<string, ExportTarget>;
