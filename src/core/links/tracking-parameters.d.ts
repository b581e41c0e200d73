/** Names of tracking parameters, made at build time from a kept list. */
declare module "virtual:tracking-parameters" {
	/** Less the names that a family covers. */
	export const everywhere: string[];
	/** By host, which also stands for its subdomains. */
	export const byHost: Record<string, string[]>;
}
