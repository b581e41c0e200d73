/** Mouse and keyboard of an X display, by xdotool, for parts that a browser draws outside of pages. */
import { execFileSync } from "node:child_process";

/** Whether this machine has a display and xdotool. */
export function hasDisplayInput(): boolean {
	if (!process.env.DISPLAY) return false;
	try {
		execFileSync("xdotool", ["version"], { stdio: "ignore" });
		return true;
	} catch {
		return false;
	}
}

export function xdotool(...words: string[]): void {
	execFileSync("xdotool", words, { stdio: "ignore" });
}
