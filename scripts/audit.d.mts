export interface Findings {
	shipped: string[];
	tools: string[];
}

export function readAudit(
	printed: string,
	packages: Record<string, { dev?: boolean; devOptional?: boolean }>,
): { checked: Findings; unchecked: null } | { checked: null; unchecked: string };

export function audit(): void;
