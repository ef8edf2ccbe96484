import type { Layer } from '$lib/domain/layer';
import { edgeOf } from './edges';
import { drawImage, imageId, pixelRatio } from './images';
import { AREA } from './layers/areas';
import { CLAUSE } from './layers/clause';
import type { Sample } from './layers/legend';
import { OWN } from './layers/own';
import { FADED_SYMBOL } from './look';
import { SIGN_OFFSET } from './symbols/symbols-layer';
import type { Palette } from './palette';

/** The size of a sample in CSS pixels: an icon, and beside it the area that it stands for. */
export const SAMPLE = { width: 62, height: 27 } as const;
const ICON_AT = [14, SAMPLE.height / 2] as const;
/** A flag stands on its foot, above the middle: it is lowered to where the others are. */
const FLAG_LOWERED: readonly [right: number, down: number] = [-4, 6];
const BOX = { x: 31.5, y: 5.5, width: 26, height: 16 };

/** What samples are painted with: the colours, the layer whose colour and shape they have, and how own points are drawn. */
interface SampleLook {
	palette: Palette;
	layer: Pick<Layer, 'colour' | 'shape'>;
	/** Whether a person's own points are so many that they are dots. */
	manyOwn: boolean;
}

/** Paints how the map draws what a line of the legend explains. */
export function paintSample(canvas: HTMLCanvasElement, sample: Sample, look: SampleLook): void {
	const ratio = pixelRatio();
	[canvas.width, canvas.height] = [SAMPLE.width * ratio, SAMPLE.height * ratio];
	const context = canvas.getContext('2d');
	if (!context) return;
	context.scale(ratio, ratio);
	const brush = brushOn(context, ratio);
	const { ink, halo } = look.palette;
	if (sample.of === 'feature') paintFeature(brush, sample, look);
	if (sample.of === 'clause') brush.box(ink, CLAUSE.width, CLAUSE.dash);
	if (sample.of !== 'own') return;
	if (look.manyOwn) {
		brush.dot(halo, OWN.dot + OWN.dotGround);
		brush.dot(ink, OWN.dot);
	} else brush.image(imageId('cross', ink, halo));
	brush.fill(brush.pattern(imageId('stipple', ink)), OWN.stipple);
	brush.box(ink, OWN.width, OWN.dash);
}

function paintFeature(
	brush: ReturnType<typeof brushOn>,
	{ extent, age, contested, context: isContext, visibility }: Extract<Sample, { of: 'feature' }>,
	{ palette: { layers, halo, ink }, layer }: SampleLook
) {
	const colour = layers[layer.colour];
	const opacity = visibility === 'faded' ? FADED_SYMBOL : 1;
	const image = imageId(extent, colour, halo, age, layer.shape);
	if (!isContext) brush.image(image, opacity, extent === 'seat' ? FLAG_LOWERED : undefined);
	if (contested) brush.image(imageId('contested', ink, halo), opacity, SIGN_OFFSET);
	// A body has no area.
	if (extent === 'seat') return;
	const within = extent === 'somewhere-within';
	const strength = AREA.strength[visibility];
	if (within) brush.fill(brush.pattern(imageId('hatch', colour)), strength * AREA.hatch);
	else brush.fill(colour, strength * AREA.fill);
	if (isContext) {
		brush.box(colour, AREA.context.width, AREA.context.dash, 1, 0, 'round');
		return;
	}
	const edge = edgeOf(age);
	const width = edge.width * (within ? AREA.width.within : AREA.width.shape);
	const dash = edge.dash ?? (within ? AREA.dash : []);
	const apart = contested ? (AREA.split + width) / 2 : 0;
	brush.box(colour, width, dash, strength * AREA.edge * edge.strength, apart);
}

/** What is painted of a sample: an image or a dot where the icon stands, and the ground and the edge of its area. */
function brushOn(context: CanvasRenderingContext2D, ratio: number) {
	const { x, y, width, height } = BOX;
	return {
		/** One of the map's images, so far from where the icon stands. */
		image(id: string, opacity = 1, [right, down]: readonly [number, number] = [0, 0]) {
			const image = drawImage(id, ratio);
			if (!image) return;
			const [wide, high] = [image.width / ratio, image.height / ratio];
			context.globalAlpha = opacity;
			context.drawImage(image, ICON_AT[0] + right - wide / 2, ICON_AT[1] + down - high / 2, wide, high);
		},
		dot(colour: string, radius: number) {
			context.beginPath();
			context.arc(...ICON_AT, radius, 0, 2 * Math.PI);
			context.fillStyle = colour;
			context.fill();
		},
		/** One of the map's images, to be repeated. */
		pattern(id: string): CanvasPattern | string {
			const image = drawImage(id, ratio);
			const pattern = image && context.createPattern(image, 'repeat');
			pattern?.setTransform(new DOMMatrix().scale(1 / ratio));
			return pattern ?? 'transparent';
		},
		fill(style: CanvasPattern | string, strength: number) {
			context.globalAlpha = strength;
			context.fillStyle = style;
			context.fillRect(x, y, width, height);
		},
		/** The edge: one line, or two that are so far `apart` from its middle. */
		box(colour: string, line: number, dash: readonly number[], strength = 1, apart = 0, cap: CanvasLineCap = 'butt') {
			context.globalAlpha = strength;
			context.strokeStyle = colour;
			context.lineWidth = line;
			context.lineCap = cap;
			context.setLineDash(dash.map((length) => length * line));
			for (const by of new Set([-apart, apart])) context.strokeRect(x - by, y - by, width + 2 * by, height + 2 * by);
		}
	};
}
