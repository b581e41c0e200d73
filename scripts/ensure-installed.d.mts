export const RUN_AT_INSTALL: readonly string[];

export function ensureInstalled(): void;
