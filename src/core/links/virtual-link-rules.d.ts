/** The rules for addresses, combined with the stored list of tracking parameters by the build. */
declare module "virtual:link-rules" {
	const rules: import("./link-rules.ts").LinkRules & {
		/** A version of the rules: when it differs, stored results of older rules are computed again. */
		basis: string;
	};
	export default rules;
}
