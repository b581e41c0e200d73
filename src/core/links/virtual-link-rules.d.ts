/** The rules for addresses, joined with a kept list when Galley is built. */
declare module "virtual:link-rules" {
	const rules: import("./link-rules.ts").LinkRules & {
		/** Another text for other rules: what was worked out by older ones is worked out again. */
		basis: string;
	};
	export default rules;
}
