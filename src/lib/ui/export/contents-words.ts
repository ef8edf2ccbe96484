import type { ExportFormat } from '$lib/formats/format';
import { counted } from '$lib/words/counted';

/** How much there is to take away. */
export interface Amounts {
	features: number;
	claims: number;
	sources: number;
}

/** What is in the file of a format: "2 features with 12 claims". */
export function contentsWords({ holds }: Pick<ExportFormat, 'holds'>, { features, claims, sources }: Amounts): string {
	switch (holds) {
		case 'features':
			return `${counted(features, 'feature')} with ${counted(claims, 'claim')}`;
		case 'claims':
			return `${counted(claims, 'claim')} about ${counted(features, 'feature')}`;
		case 'sources':
			return `${counted(sources, 'source')}, and the atlas itself`;
	}
}
