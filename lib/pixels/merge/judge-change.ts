/** Tells an edit of a part from one of everything (a style): that one has nothing of the photograph to keep. */
import { lumaOf } from "../colour.ts";
import type { Raster } from "../raster.ts";
import { colourKept } from "./colour-kept.ts";
import { contrastKept } from "./contrast-kept.ts";
import type { Change } from "./find-change.ts";
import { tonesApart } from "./tones-apart.ts";

export interface Verdict {
  readonly isGlobal: boolean;
  /** Share of the picture that seems edited. */
  readonly edited: number;
  /** How far the rest is off before colours are matched, middle value, about ΔE. */
  readonly shift: number;
  /** How alike the rest is in its fine structure, 0 … 1; 1 where there is none in either. */
  readonly likeness: number;
  /** How much of its own colours the rest still has, whatever the cast: 1 all, 0 none, more where it has more; 1 where it has next to none to lose. */
  readonly colour: number;
  /** How much more of its spread one channel of the rest kept than another; 1 where all kept as much. */
  readonly tones: number;
  /** How much of its own contrast the rest still has: 1 all, 0 none; 1 where it has next to none to lose. */
  readonly contrast: number;
}

const mostEdited = 0.6;
/** A cast may go as far as the lower one; beyond it the structure must be whole. */
const casts = { usual: 9, most: 16 } as const;
const wholeStructure = 0.65;
const leastLikeness = 0.4;
/** In values of a channel: where neither picture has more, what is fine in them is rounding and grain, which are like nothing. */
const leastDetail = 1;
/** So much may be grain in a picture whose result has next to none: models leave it out, and what a style draws instead shows. */
const mostGrain = 2;
/** No cast takes so much of the colours, nor adds so much: what has less was drained of them, or given others; what has more was toned. */
const colours = { least: 0.5, most: 1.35 } as const;
/** Of 400 edits of a part all but four lay within 1.21, and the farthest at 1.74; what was toned by hand lay at 2.3 and more. */
const mostApart = 2;
/** No model flattens so much of what it was to leave alone. */
const leastContrast = 0.42;
/** Nor takes so much of all three together: edits of a part kept 0.44 and more, a sepia that was none by itself kept 0.35. */
const leastTogether = 0.4;
/** One pixel of nine tells as much. */
const sampleStep = 3;

export function judgeChange(picture: Raster, { mask, isSeen, placed }: Change): Verdict {
  const { width, height } = picture;
  const shifts = new Uint32Array(512);
  let [seen, edited, rest] = [0, 0, 0];
  let [both, own, other] = [0, 0, 0];
  for (let y = 2; y < height - 2; y += sampleStep) {
    for (let x = 2; x < width - 2; x += sampleStep) {
      const pixel = y * width + x;
      if (isSeen[pixel] === 0) continue;
      seen++;
      if (mask[pixel] === 1) {
        edited++;
        continue;
      }
      rest++;
      const slot = Math.min(511, Math.round(4 * distance(picture, placed, pixel)));
      shifts[slot] = (shifts[slot] as number) + 1;
      const a = detailAt(picture, pixel);
      const b = detailAt(placed, pixel);
      both += a * b;
      own += a * a;
      other += b * b;
    }
  }
  const shift = middleOf(shifts, rest);
  const isSmooth = other < leastDetail ** 2 * rest && own < mostGrain ** 2 * rest;
  const likeness = isSmooth ? 1 : both / Math.sqrt(own * other + 1e-6);
  const isRest = (pixel: number) => isSeen[pixel] === 1 && mask[pixel] === 0;
  const colour = colourKept(picture, placed, isRest);
  const tones = tonesApart(picture, placed, isRest);
  const contrast = contrastKept(picture, placed, isRest);
  const isRecast =
    shift > casts.most ||
    (shift > casts.usual && likeness < wholeStructure) ||
    colour < colours.least ||
    colour > colours.most ||
    tones > mostApart ||
    contrast < leastContrast ||
    (Math.min(1, colour) * Math.min(1, contrast)) / tones < leastTogether;
  const share = seen === 0 ? 1 : edited / seen;
  return { edited: share, shift, likeness, colour, tones, contrast, isGlobal: share > mostEdited || isRecast || likeness < leastLikeness };
}

type Values = Pick<Raster, "width" | "data"> | Change["placed"];

function distance(a: Values, b: Values, pixel: number): number {
  const at = pixel * 3;
  const red = (a.data[at] as number) - (b.data[at] as number);
  const green = (a.data[at + 1] as number) - (b.data[at + 1] as number);
  const blue = (a.data[at + 2] as number) - (b.data[at + 2] as number);
  const light = lumaOf(red, green, blue);
  return Math.sqrt((0.4 * light) ** 2 + (0.45 * (red - light)) ** 2 + (0.45 * (blue - light)) ** 2);
}

/** A cross of four neighbours two pixels away: coarser than noise, finer than light. */
function detailAt(of: Values, pixel: number): number {
  const green = (at: number) => of.data[at * 3 + 1] as number;
  const { width } = of;
  const mean = (green(pixel - 2) + green(pixel + 2) + green(pixel - 2 * width) + green(pixel + 2 * width)) / 4;
  return (green(pixel) + green(pixel + 1) + green(pixel - 1) + green(pixel + width) + green(pixel - width)) / 5 - mean;
}

function middleOf(counts: Uint32Array, total: number): number {
  let sum = 0;
  for (let slot = 0; slot < counts.length; slot++) {
    sum += counts[slot] as number;
    if (sum * 2 >= total) return slot / 4;
  }
  return 0;
}
