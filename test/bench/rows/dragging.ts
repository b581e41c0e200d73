import type { Tab } from "../../e2e/browsers/browser.ts";
import { figure } from "../figure.ts";
import { type Group, interleaved } from "../group.ts";
import { framesDragging } from "../timing.ts";

const ITEMS = 500;

/** Dragging an item in a draft of 500, compared with a list rendered by the browser alone. */
export const draggingRows: Group = {
	name: "dragging",
	browsers: ["chromium"],
	async measure({ pool, repetitions }) {
		const measured = await pool.withArchive(0);
		const { driven } = measured;
		await measured.run("storeDraft", ITEMS);
		const { tab: draft } = await measured.openUntil("", [`about thing ${ITEMS - 1},`]);
		const samples = await interleaved(repetitions, {
			draft: async () => {
				await draft.activate();
				return drag(draft, ["News"]);
			},
			bare: async () => {
				// A new page each time: after a drag that no script ends, the old page is not rendered any
				// more.
				const bare = await driven.openTab(`${driven.origin}/bench/list.html?items=${ITEMS}`);
				const time = await drag(bare, []);
				await bare.close();
				return time;
			},
		});
		await draft.close();
		await measured.run("storeDraft", 30);
		return {
			measurements: [
				{
					what: `Drag an item, between frames, ${ITEMS} items`,
					unit: "ms",
					own: samples.draft,
					baseline: { what: "a bare list of as many", samples: samples.bare },
					bound: 1.2,
				},
			],
		};
	},
};

/** The median of the milliseconds between the frames of one drag. */
async function drag(page: Tab, within: string[]): Promise<number> {
	const item = (nth: number) => ({ role: "listitem", within, nth });
	const frames = await framesDragging(page, () => page.drag(item(2), item(6), "lower"));
	return figure(frames).median;
}
