/** The part of tidy-url's table that is used here. The package has types only for its code. */
declare module "tidy-url/data/rules.js" {
	const rules: { name: string; match: RegExp; rules?: string[] }[];
	export default rules;
}
