import { describe, expect, test } from "vitest";
import manifest from "../../manifest.json" with { type: "json" };
import messages from "../../public/_locales/en/messages.json" with { type: "json" };
import { type Call, callsIn, textsIn } from "./calls.ts";
import { FILLED, FILLED_WHOLE } from "./filled.ts";
import { allSources, parsed, placeOf } from "./sources.ts";

const MESSAGES: Readonly<Record<string, { message: string }>> = messages;
const SOURCES = allSources();
const CALLS = SOURCES.flatMap(callsIn);

/** The plural forms of English (https://cldr.unicode.org/index/cldr-spec/plural-rules). */
const PLURALS = new Intl.PluralRules("en").resolvedOptions().pluralCategories;

const IN_MANIFEST = [...JSON.stringify(manifest).matchAll(/__MSG_(\w+)__/g)].map(
	([, key]) => key ?? "",
);

/** The highest of the placeholders `$1` to `$9` in a message, 0 if there is none. */
function placesIn(message: string): number {
	return Math.max(0, ...[...message.matchAll(/\$(\d)/g)].map(([, place]) => Number(place)));
}

/** The errors in the values of a call. */
function misfits({ source, node, counted, keys, values }: Call): string[] {
	if (values === null) return [];
	return keys.flatMap((key) => {
		const forms = counted ? PLURALS.map((plural) => `${key}_${plural}`) : [key];
		const known = forms.flatMap((form) => MESSAGES[form]?.message ?? []);
		const places = Math.max(0, ...known.map(placesIn));
		return known.length === 0 || places === values
			? []
			: [`${placeOf(source, node)}: “${known[0]}” has ${places} places for ${values} values`];
	});
}

describe("The messages of the interface", () => {
	test("exist for all calls and for the manifest", () => {
		const missing = CALLS.flatMap(({ source, node, counted, keys }) =>
			keys
				.filter((key) => !key.includes("?"))
				.flatMap((key) => (counted ? PLURALS.map((plural) => `${key}_${plural}`) : [key]))
				.filter((key) => !(key in MESSAGES))
				.map((key) => `${placeOf(source, node)}: ${key}`),
		);
		expect([...missing, ...IN_MANIFEST.filter((key) => !(key in MESSAGES))]).toEqual([]);
	});

	test("are all used", () => {
		const texts = new Set(SOURCES.flatMap((source) => [...textsIn(source)]));
		const isUsed = (key: string) =>
			texts.has(key) ||
			IN_MANIFEST.includes(key) ||
			Object.keys(FILLED).some((beginning) => key.startsWith(beginning)) ||
			PLURALS.some(
				(plural) => key.endsWith(`_${plural}`) && texts.has(key.slice(0, -plural.length - 1)),
			);
		expect(Object.keys(MESSAGES).filter((key) => !isUsed(key))).toEqual([]);
	});

	test("are listed in filled.ts exactly if their keys are composed", () => {
		const shapes = CALLS.flatMap(({ keys }) => keys).filter((key) => key.includes("?"));
		const known = new Set([
			...Object.keys(FILLED).map((beginning) => `${beginning}?`),
			...FILLED_WHOLE,
		]);
		expect([...new Set(shapes)].filter((shape) => !known.has(shape))).toEqual([]);
		const unused = Object.keys(FILLED).filter((beginning) => !shapes.includes(`${beginning}?`));
		expect(unused.filter((beginning) => !/^options(Un|Re)done_$/.test(beginning))).toEqual([]);
	});

	test("have as many placeholders as values", () => {
		expect(CALLS.flatMap(misfits)).toEqual([]);
	});

	test("have numbered placeholders, since values have no names", () => {
		const named = Object.entries(MESSAGES).filter(([, { message }]) => /\$(?!\d)/.test(message));
		expect(named.map(([key]) => key)).toEqual([]);
	});

	test("have all plural forms of English if they have one", () => {
		const counted = Object.keys(MESSAGES).flatMap((key) => /^(.+)_other$/.exec(key)?.[1] ?? []);
		const missing = counted.flatMap((key) =>
			PLURALS.map((plural) => `${key}_${plural}`).filter((form) => !(form in MESSAGES)),
		);
		expect(missing).toEqual([]);
	});
});

describe("The check of calls", () => {
	const source = parsed(
		"src/a.tsx",
		// biome-ignore lint/suspicious/noTemplateCurlyInString: this is source text.
		'translate("one"); translate(on ? "two" : "three", 1); translateCount("four", 2, "x"); translate(`five_${kind}`); translate(key, ...rest);',
	);

	test("finds keys, alternatives, counts and composed keys", () => {
		expect(callsIn(source).map(({ keys, counted, values }) => ({ keys, counted, values }))).toEqual(
			[
				{ keys: ["one"], counted: false, values: 0 },
				{ keys: ["two", "three"], counted: false, values: 1 },
				{ keys: ["four"], counted: true, values: 2 },
				{ keys: ["five_?"], counted: false, values: 0 },
				{ keys: [], counted: false, values: null },
			],
		);
	});

	test("reports calls with too many or too few values", () => {
		const [call] = callsIn(parsed("src/a.tsx", '\ntranslate("menuAddTo");'));
		expect(call && misfits(call)).toEqual(["src/a.tsx:2: “Add to $1” has 1 places for 0 values"]);
	});
});
