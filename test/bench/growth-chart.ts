import { exponentOf, type Growth } from "./growth.ts";

const WIDTH = 480;
const HEIGHT = 300;
const LEFT = 64;
const RIGHT = 120;
const TOP = 40;
const BOTTOM = 44;
/** One line style for each browser. They can be distinguished without colors. */
const LINES = [
	{ color: "#1f6feb", dash: "" },
	{ color: "#bc4c00", dash: "6 4" },
] as const;

export type ChartLine = Pick<Growth, "points"> & { name: string };

/** Figures by size of the archive as an SVG. Both scales are logarithmic. */
export function growthChart(title: string, unit: string, lines: readonly ChartLine[]): string {
	const points = lines.flatMap((line) => line.points);
	const x = scale(
		points.map(({ size }) => size),
		LEFT,
		WIDTH - RIGHT,
	);
	const y = scale(
		points.map(({ median }) => median),
		HEIGHT - BOTTOM,
		TOP,
	);
	const drawn = lines.map(({ name, points: own }, at) => {
		const { color, dash } = LINES[at % LINES.length] ?? LINES[0];
		const path = own.map(({ size, median }) => `${x.at(size)},${y.at(median)}`).join(" ");
		const last = own.at(-1);
		const end = last ? `x="${WIDTH - RIGHT + 8}" y="${y.at(last.median)}"` : "";
		return [
			`<polyline points="${path}" fill="none" stroke="${color}" stroke-width="2" stroke-dasharray="${dash}"/>`,
			...own.map(
				({ size, median }) =>
					`<circle cx="${x.at(size)}" cy="${y.at(median)}" r="3" fill="${color}"/>`,
			),
			`<text ${end} fill="${color}">${escaped(name)}, ${exponentOf(own).toFixed(2)}</text>`,
		].join("\n");
	});
	return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" width="${WIDTH}" height="${HEIGHT}" font-family="sans-serif" font-size="12" role="img" aria-label="${escaped(title)}">
<rect width="100%" height="100%" fill="#fff"/>
<text x="${LEFT}" y="20" font-size="14">${escaped(title)}</text>
<path d="M${LEFT} ${TOP}V${HEIGHT - BOTTOM}H${WIDTH - RIGHT}" fill="none" stroke="#888"/>
${x.powers.map((value) => `<text x="${x.at(value)}" y="${HEIGHT - BOTTOM + 16}" text-anchor="middle">${value.toLocaleString("en")}</text>`).join("\n")}
<text x="${(LEFT + WIDTH - RIGHT) / 2}" y="${HEIGHT - 8}" text-anchor="middle">links in the archive</text>
${y.powers.map((value) => `<text x="${LEFT - 6}" y="${y.at(value) + 4}" text-anchor="end">${value.toLocaleString("en")} ${unit}</text>`).join("\n")}
${drawn.join("\n")}
</svg>
`;
}

/** A logarithmic scale from one power of ten to another. */
function scale(values: readonly number[], from: number, to: number) {
	const low = Math.floor(Math.log10(Math.min(...values)) + 1e-9);
	const high = Math.max(low + 1, Math.ceil(Math.log10(Math.max(...values)) - 1e-9));
	return {
		at: (value: number) =>
			Math.round(from + ((Math.log10(value) - low) / (high - low)) * (to - from)),
		powers: Array.from({ length: high - low + 1 }, (_, step) => 10 ** (low + step)),
	};
}

function escaped(text: string): string {
	return text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/"/g, "&quot;");
}
