/** A distance in metres in words, no more precise than it deserves: "300 m", "2.5 km", "40 km". */
export function distanceWords(metres: number): string {
	if (metres < 1000) return `${Math.round(metres)} m`;
	const kilometres = metres / 1000;
	return `${kilometres < 10 ? Number(kilometres.toFixed(1)) : Math.round(kilometres)} km`;
}
