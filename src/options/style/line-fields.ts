import { computed, type ReadonlySignal, signal } from "@preact/signals";
import type { FrontMatterStyle, HouseStyle } from "../../core/house-style/house-style.ts";
import type { Stored } from "../app/stored.ts";
import { createField, type Field, type FieldStatus } from "../fields/field.ts";
import type { FieldRef } from "../fields/field-ref.ts";
import { parseKey } from "../fields/parse.ts";
import { type ChangeStyle, parseTried, withPart } from "./style-fields.ts";

type FrontMatterLine = FrontMatterStyle["lines"][number];

/** The key and pattern of one line of the front matter. */
export interface LineFieldSet {
	key: Field;
	pattern: Field;
}

/**
 * The fields of the line at an index. Another page may add or remove lines above it during typing, so
 * changes apply to the line that had this key when typing began.
 */
export function createLineFields(at: number, stored: Stored, change: ChangeStyle): LineFieldSet {
	const line = computed(() => stored.style.value.frontMatter.lines[at]);
	/** The key of the edited line; two keys while the key itself is being changed. */
	const keys = signal<readonly string[]>([]);
	const isIt = ({ key }: FrontMatterLine) => keys.value.includes(key);
	const status = computed((): FieldStatus => {
		const isThere =
			keys.value.length > 0 ? stored.style.value.frontMatter.lines.some(isIt) : line.value;
		return isThere ? "here" : "gone";
	});

	function begin(): void {
		if (set.key.unsaved.peek() || set.pattern.unsaved.peek()) return;
		const now = line.peek();
		keys.value = now ? [now.key] : [];
	}

	function save(
		name: keyof LineFieldSet,
		parts: Partial<FrontMatterLine>,
		pending: ReadonlySignal<boolean>,
	): Promise<boolean> {
		const revise = (style: HouseStyle) => ({
			...style,
			frontMatter: {
				...style.frontMatter,
				lines: withPart(style.frontMatter.lines, isIt, parts),
			},
		});
		return change(`style/line/${at}/${name}`, revise, pending);
	}

	async function saveKey(key: string, pending: ReadonlySignal<boolean>): Promise<boolean> {
		const before = keys.peek();
		keys.value = [key, ...before];
		const saved = await save("key", { key }, pending);
		keys.value = saved ? [key] : before;
		return saved;
	}

	const addressOf = (part: keyof LineFieldSet) => (): FieldRef => ({
		of: "style-line",
		id: keys.peek().at(-1) ?? line.peek()?.key ?? "",
		part,
	});

	const set: LineFieldSet = {
		key: createField({
			ref: { of: "style-line", id: String(at), part: "key" },
			address: addressOf("key"),
			status,
			begin,
			stored: computed(() => line.value?.key ?? ""),
			parse: (text) =>
				parseKey(
					text,
					stored.style.value.frontMatter.lines.filter((one) => !isIt(one)).map(({ key }) => key),
				),
			save: saveKey,
		}),
		pattern: createField({
			ref: { of: "style-line", id: String(at), part: "pattern" },
			address: addressOf("pattern"),
			status,
			begin,
			stored: computed(() => line.value?.pattern ?? ""),
			parse: (text) => parseTried(text, stored.style.value),
			save: (pattern, pending) => save("pattern", { pattern }, pending),
		}),
	};
	return set;
}
