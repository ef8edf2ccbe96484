/** An area in square metres in words, with three figures at most: "850 m²", "3.2 ha", "12.5 km²", "185,000 km²". */
export function areaWords(squareMetres: number): string {
	if (squareMetres < 10_000) return `${figures(squareMetres)} m²`;
	if (squareMetres < 1_000_000) return `${figures(squareMetres / 10_000)} ha`;
	return `${figures(squareMetres / 1_000_000)} km²`;
}

function figures(number: number): string {
	return new Intl.NumberFormat('en-GB', { maximumSignificantDigits: 3 }).format(number);
}
