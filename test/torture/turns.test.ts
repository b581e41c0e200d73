import { expect, test } from "vitest";
import { createTurns } from "./turns.ts";

const soon = () => new Promise<void>((resolve) => setTimeout(resolve, 0));

/** Records when each task begins and ends. */
function recorded() {
	const told: string[] = [];
	const work = (name: string) => async () => {
		told.push(`${name} begins`);
		await soon();
		told.push(`${name} ends`);
	};
	return { told, work };
}

test("Tasks run side by side, and an exclusive task waits for them and they wait for it", async () => {
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

test("A task that is waiting for its turn at the end is refused", async () => {
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
