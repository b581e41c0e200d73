import { type LinkAt, movedLink } from "../../markdown/links.ts";
import type { DescribedBlock } from "./described-block.ts";
import type { Unit } from "./unit.ts";

/*
 * Finds the items in the blocks below one heading. List items and table rows with links are always
 * items. Paragraphs can be read in several ways; the one that fits the section best is used.
 */

/**
 * How paragraphs form items. `lead`: an item begins with a title, usually a link, and includes what
 * follows. `trail`: a note ends in lines of links. `prose`: each paragraph with links is an item.
 */
export type ParagraphReading = "lead" | "trail" | "prose";

export interface ReadingHint {
	/** How items of the house style are written; decides if a section can be read in several ways. */
	paragraphs: ParagraphReading | null;
	/** Whether a text is standing text of the house style. */
	isStanding: (text: string) => boolean;
	/** Whether the item pattern could have written a paragraph; absent if only its layout is considered. */
	begins?: (paragraph: string, links: readonly LinkAt[]) => boolean;
	/** What is known about a section that has its own item pattern; absent if no section has one. */
	inSection?: (heading: string, level: number) => ReadingHint | null;
}

/**
 * The units of a section; its heading is the first.
 *
 * @param above its heading; null for the blocks before the first heading
 * @param nextLevel the level of the next heading; 0 if there is none
 * @param headed whether the issue has any headings
 * @param marked whether a mark says that the heading begins an item
 */
export function readSection(
	body: string,
	above: DescribedBlock | null,
	rows: readonly DescribedBlock[],
	nextLevel: number,
	hint: ReadingHint,
	headed: boolean,
	marked = false,
): Unit[] {
	const list = listItems(rows);
	const reader = new SectionReader(
		body,
		rows,
		list,
		hint,
		above === null && headed,
		nextLevel === 0,
	);
	if (!above?.heading) return reader.read(null);
	if (marked) return reader.read(above, true);
	const deeper = nextLevel > above.heading.level;
	const isItem =
		above.links.length > 0 && !deeper && !rows.some((row) => list.has(row) || row.mark !== null);
	return reader.read(above, isItem);
}

/**
 * The list items and table rows that are items. A list counts as a whole if at least half of its items
 * have links.
 */
function listItems(rows: readonly DescribedBlock[]): Set<DescribedBlock> {
	const items = new Set<DescribedBlock>();
	const lists = new Map<number, DescribedBlock[]>();
	for (const row of rows) {
		if (row.block.kind === "tableRow" && row.links.length > 0) items.add(row);
		if (row.block.list === undefined) continue;
		const list = lists.get(row.block.list) ?? [];
		list.push(row);
		lists.set(row.block.list, list);
	}
	for (const list of lists.values()) {
		const linked = list.filter(({ links }) => links.length > 0);
		for (const row of linked.length * 2 >= list.length && linked.length > 0 ? list : linked)
			items.add(row);
	}
	return items;
}

/** Blocks that continue the item above them. */
const ATTACHED = new Set(["quote", "code", "html", "listItem", "tableHead", "tableRow"]);
/** Blocks that end an item. */
const ENDING = new Set(["rule", "definition", "comment"]);

class SectionReader {
	private readonly units: Unit[] = [];
	private open: { unit: Unit; rows: DescribedBlock[] } | null = null;

	constructor(
		private readonly body: string,
		private readonly rows: readonly DescribedBlock[],
		private readonly list: ReadonlySet<DescribedBlock>,
		private readonly hint: ReadingHint,
		private readonly top: boolean,
		private readonly lastSection: boolean,
	) {}

	read(above: DescribedBlock | null, isItem = false): Unit[] {
		if (above) {
			const unit = this.begin(above, isItem ? "item" : "heading");
			if (!isItem && above.heading) unit.heading = above.heading;
			if (!isItem) this.open = null;
		}
		const marked = this.rows.findIndex(({ mark }) => mark !== null);
		const free = marked === -1 ? this.rows : this.rows.slice(0, marked);
		if (isItem) this.attachAll(free);
		else this.readFree(free);
		if (marked !== -1) this.readMarked(this.rows.slice(marked));
		return this.units;
	}

	/** Adds the blocks below a heading that is itself an item. Standing text ends the item. */
	private attachAll(rows: readonly DescribedBlock[]): void {
		for (const row of rows) {
			if (this.hint.isStanding(this.text(row))) this.begin(row, "text");
			else if (this.open?.unit.kind === "text" && row.links.length > 0) this.begin(row, "item");
			else if (this.open) this.join(row);
		}
	}

	/** After a mark, only marks separate parts. */
	private readMarked(rows: readonly DescribedBlock[]): void {
		let kind: "item" | "text" = "text";
		let gap: number | null = null;
		for (const row of rows) {
			if (row.mark) {
				kind = row.mark;
				gap = row.block.gap;
			} else if (gap !== null) {
				this.begin(row, kind).gap = gap;
				gap = null;
			} else this.join(row);
		}
	}

	private readFree(rows: readonly DescribedBlock[]): void {
		const reading = this.top
			? this.topReading(rows)
			: paragraphReading(rows, this.list, this.hint, (row) => this.begins(row));
		rows.forEach((row, index) => {
			if (this.list.has(row)) {
				this.begin(row, "item").listed = true;
				if (row.block.kind === "tableRow") this.open = null;
			} else if (this.hint.isStanding(this.text(row))) this.begin(row, "text");
			else if (ENDING.has(row.block.kind)) this.alone(row);
			else if (reading === null) this.addText(row);
			else if (reading === "trail") this.readTrail(row, rows[index + 1]);
			else if (reading === "lead") this.readLead(row);
			else this.readProse(row);
		});
		// In a newsletter whose notes end in links, a last paragraph that does not is the footer.
		const last = this.open?.unit;
		if (
			this.lastSection &&
			reading === "trail" &&
			this.hint.paragraphs === "trail" &&
			last?.kind === "item" &&
			!this.closed &&
			!last.listed
		)
			last.kind = "text";
	}

	/** The text before the first heading is the intro; it has items only if several have clear titles. */
	private topReading(rows: readonly DescribedBlock[]): ParagraphReading | null {
		const titled = rows.filter((row) => row.titled && row.block.kind === "paragraph").length;
		return titled >= 3 ? "lead" : null;
	}

	private readLead(row: DescribedBlock): void {
		const starts =
			row.block.kind === "paragraph" &&
			((row.lead !== null && row.titled) || row.counted || this.begins(row));
		if (starts) this.begin(row, "item");
		else if (this.open?.unit.kind === "item") {
			// A paragraph with links continues a titled item, but is an item of its own after a list item.
			if (this.open.unit.listed && row.links.length > 0) this.begin(row, "item");
			else if (this.open.unit.listed) this.addText(row);
			else this.join(row);
		} else if (row.links.length > 0) this.begin(row, "item");
		else this.addText(row);
	}

	private readProse(row: DescribedBlock): void {
		const open = this.open?.unit;
		const attaches = ATTACHED.has(row.block.kind) || isPicture(this.text(row));
		if (attaches && open?.kind === "item" && !(row.block.kind === "html" && row.links.length > 0))
			this.join(row);
		else if (row.links.length > 0) this.begin(row, "item");
		else this.addText(row);
	}

	private readTrail(row: DescribedBlock, next: DescribedBlock | undefined): void {
		const open = this.closed || this.open?.unit.listed ? undefined : this.open?.unit;
		const onlyLinks = row.linkLines === row.lines && row.linkLines > 0;
		const isSeparate = row.block.gap > 1 && !(onlyLinks && open?.links.length === 0);
		if (open && !isSeparate) {
			this.join(row);
			if (row.links.length > 0) open.kind = "item";
		} else this.begin(row, row.links.length > 0 ? "item" : "text");
		const more = next && next.linkLines === next.lines && next.linkLines > 0 && next.block.gap <= 1;
		this.closed = row.linkLines > 0 && !more;
	}

	/** Whether the links at the end of the current item were read. */
	private closed = false;

	/** Which paragraphs were matched with the item pattern, and whether they fit it. */
	private readonly matched = new Map<DescribedBlock, boolean>();

	/** Whether the item pattern of the house style could have written this paragraph. */
	private begins(row: DescribedBlock): boolean {
		if (!this.hint.begins || this.hint.paragraphs !== "lead" || row.links.length === 0)
			return false;
		let fits = this.matched.get(row);
		if (fits === undefined) {
			const links = row.links.map((link) => movedLink(link, -row.block.from));
			fits = this.hint.begins(this.text(row), links);
			this.matched.set(row, fits);
		}
		return fits;
	}

	private text({ block }: DescribedBlock): string {
		return this.body.slice(block.from, block.to);
	}

	private begin(row: DescribedBlock, kind: Unit["kind"]): Unit {
		const { from, to, gap } = row.block;
		const unit: Unit = { kind, from, to, gap, links: [...row.links] };
		this.units.push(unit);
		this.open = { unit, rows: [row] };
		this.closed = false;
		return unit;
	}

	private join(row: DescribedBlock): void {
		if (!this.open) return;
		this.open.unit.to = row.block.to;
		this.open.unit.links.push(...row.links);
		this.open.rows.push(row);
	}

	private alone(row: DescribedBlock): void {
		this.begin(row, "text");
		this.open = null;
	}

	/** Appends text to the text block above, unless that is standing text. */
	private addText(row: DescribedBlock): void {
		if (
			this.open?.unit.kind === "text" &&
			!this.hint.isStanding(this.body.slice(this.open.unit.from, this.open.unit.to))
		)
			this.join(row);
		else this.begin(row, "text");
	}
}

function isPicture(text: string): boolean {
	return /^!\[[^\]]*\]\([^)]*\)\s*$/.test(text);
}

/** The reading that fits the paragraphs of a section best. */
function paragraphReading(
	rows: readonly DescribedBlock[],
	list: ReadonlySet<DescribedBlock>,
	hint: ReadingHint,
	begins: (row: DescribedBlock) => boolean,
): ParagraphReading {
	const paragraphs = rows.filter(
		(row) => row.block.kind === "paragraph" && !list.has(row) && !hint.isStanding(""),
	);
	const linked = paragraphs.filter(({ links }) => links.length > 0);
	const begun = new Set(linked.filter(begins));
	const others = linked.filter((row) => !begun.has(row));
	const ending = others.filter(({ addressLines }) => addressLines > 0).length;
	const titled = begun.size + others.filter((row) => row.addressLines === 0 && row.titled).length;
	if (ending > 0 && ending >= titled && ending * 2 >= linked.length) return "trail";
	if (
		titled > 0 &&
		titled * 2 >= linked.filter(({ lead }) => lead !== null).length &&
		(titled > 1 || hint.paragraphs === "lead" || linked[0]?.titled)
	)
		return "lead";
	if (hint.paragraphs === "trail" && ending > 0) return "trail";
	return "prose";
}
