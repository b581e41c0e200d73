import { expect, test } from "vitest";
import { createTurns } from "./turns.ts";

const soon = () => new Promise<void>((resolve) => setTimeout(resolve, 0));

/** Writes down when each work begins and ends. */
function recorded() {
	const told: string[] = [];
	const work = (name: string) => async () => {
		told.push(`${name} begins`);
		await soon();
		told.push(`${name} ends`);
	};
	return { told, work };
}

test("Work goes on side by side, and what has to be alone waits for it and is waited for", async () => {
	const { told, work } = recorded();
	const turns = createTurns();
	await Promise.all([
		turns.beside(work("a")),
		turns.beside(work("b")),
		soon().then(() => turns.alone(work("alone"))),
		soon().then(() => turns.beside(work("c"))),
	]);
	expect(told.slice(0, 2)).toEqual(["a begins", "b begins"]);
	const at = told.indexOf("alone begins");
	expect(told[at + 1]).toBe("alone ends");
	expect(told).toHaveLength(8);
});

test("Whoever waits for a turn when it is over is turned away", async () => {
	const { told, work } = recorded();
	let over = false;
	const turns = createTurns(() => over);
	const alone = turns.alone(async () => {
		await soon();
		over = true;
	});
	await expect(turns.beside(work("late"))).rejects.toThrow("It is over");
	await alone;
	expect(told).toEqual([]);
});
