/** A Japanese colour print: few flat mineral colours on paper, a key block's dark lines, the grain of the wood, and a sky that is wiped darker towards the top. */

import { findSky } from "#lib/engine/regions/natural.ts";
import { blendSlowly } from "#lib/pixels/blend.ts";
import { gaussianBlurSlowly } from "#lib/pixels/blur.ts";
import { type Lab, labToRgb, type Rgb, rgbToLab } from "#lib/pixels/colour.ts";
import { smoothKeepingEdges } from "#lib/pixels/edge-preserving.ts";
import { inkLines } from "#lib/pixels/edges.ts";
import { kuwahara } from "#lib/pixels/kuwahara.ts";
import { mapPixelsSlowly } from "#lib/pixels/map.ts";
import { fractalNoise, valueNoise } from "#lib/pixels/noise.ts";
import { lumaPlane } from "#lib/pixels/plane.ts";
import type { Raster } from "#lib/pixels/raster.ts";
import { ramp } from "#lib/pixels/segment/ramp.ts";
import { guidePlane } from "#lib/pixels/segment/refine.ts";
import { lookAt } from "#lib/pixels/segment/view.ts";
import { part, type Work } from "#lib/pixels/work.ts";
import { chooseInks, nearestInk } from "./inks.ts";
import { openDark } from "./levels.ts";
import { contrast, saturation } from "./tone.ts";

/** What such prints were made with: Prussian and indigo blues, vermilion and safflower, ochre, greens from both, sumi, and bare paper. */
const pigments: readonly Rgb[] = [
  [241, 230, 204],
  [226, 207, 168],
  [196, 180, 146],
  [214, 172, 98],
  [176, 130, 74],
  [120, 84, 56],
  [234, 196, 160],
  [222, 160, 122],
  [206, 98, 62],
  [160, 58, 48],
  [156, 188, 196],
  [96, 146, 172],
  [44, 92, 134],
  [26, 52, 88],
  [164, 178, 128],
  [104, 132, 92],
  [56, 84, 66],
  [150, 148, 142],
  [98, 98, 100],
  [52, 52, 60],
];
const bokashi: Rgb = [24, 60, 112];
const keyInk: Rgb = [30, 30, 44];
/** Blocks were cut for so many colours, some of which are told apart by how light they are. */
const [inkCount, tonesOfInks] = [13, 8];
/** How far a colour goes to its pigment; hue and strength tell which that is, more than lightness does. */
const [pull, colourWeight] = [0.68, 1.35];
/** In Lab: what has less is grey, or bare paper. */
const leastColour = 9;

export function* woodblock(source: Raster, strength: number, seed: number): Work<Raster> {
  const { width, height } = source;
  const scale = Math.max(width, height) / 1024;
  const view = yield* lookAt(source, 160);
  const sky = yield* part(findSky(view), 0, 0.05);
  const open = yield* openDark(source);
  const vivid = yield* saturation(yield* contrast(open, 0.22), 0.35);
  const flat = yield* part(kuwahara(vivid, Math.max(2, Math.round(4 * scale))), 0.05, 0.4);
  const smooth = yield* part(smoothKeepingEdges(flat, 16 * scale, 40), 0.4, 0.65);
  const printed = yield* part(printInPigments(smooth, seed), 0.65, 0.75);
  const soft = yield* part(smoothKeepingEdges(printed, Math.max(1, 2.2 * scale), 60), 0.75, 0.8);
  const fine = yield* part(gaussianBlurSlowly(lumaPlane(smooth), Math.max(0.6, 0.9 * scale)), 0.8, 0.82);
  const lines = yield* part(inkLines(fine, Math.max(0.8, 1.5 * scale), 1.1), 0.82, 0.88);
  const wiped = sky === undefined ? undefined : yield* part(guidePlane(source, sky, 0.02), 0.88, 0.92);
  const drawn = yield* mapPixelsSlowly(soft, (red, green, blue, out, i) => {
    const [x, y] = [(i % width) / scale, Math.floor(i / width) / scale];
    // The plank's grain runs along, and where it pressed less the paper shows.
    const plank = valueNoise(x * 0.006 + 0.5 * fractalNoise(x * 0.004, y * 0.02, seed + 2, 2), y * 0.22, seed) - 0.5;
    const fibre = fractalNoise(x * 0.35, y * 0.35, seed + 5, 2) - 0.5;
    const worn = Math.min(0.34, Math.max(0, 0.07 + 0.2 * plank + 0.14 * fibre));
    const top = (wiped?.data[i] ?? 0) * 0.88 * ramp(Math.floor(i / width) / height, 0.3, 0.01);
    const line = 0.92 * (lines.data[i] as number) * (0.86 + 0.5 * fibre);
    for (let c = 0; c < 3; c++) {
      const own = [red, green, blue][c] as number;
      const inked = own + top * ((bokashi[c] as number) - own);
      const pressed = inked + worn * (((pigments[0] as Rgb)[c] as number) - inked);
      out[c] = pressed + line * ((keyInk[c] as number) - pressed);
    }
  });
  return strength >= 1 ? drawn : yield* blendSlowly(source, drawn, strength);
}

/** The picture's own colours, few, each as near to a pigment as lets neighbours stay apart: what is one thing is one colour. */
function* printInPigments(source: Raster, seed: number): Work<Raster> {
  const inks = yield* chooseInks(source, inkCount, seed, tonesOfInks);
  const shown = inks.map((ink) => labToRgb(...towardsPigment(ink)));
  const nearest = new Map<number, number>();
  return yield* mapPixelsSlowly(source, (red, green, blue, out) => {
    // Near colours take the same ink: each is looked up once.
    const key = ((red >> 2) << 12) | ((green >> 2) << 6) | (blue >> 2);
    let n = nearest.get(key);
    if (n === undefined) {
      n = inks.indexOf(nearestInk(inks, rgbToLab(red, green, blue)));
      nearest.set(key, n);
    }
    const rgb = shown[n] as Rgb;
    for (let c = 0; c < 3; c++) out[c] = rgb[c] as number;
  });
}

function towardsPigment(ink: Lab): Lab {
  const isNeutral = Math.hypot(ink[1], ink[2]) < leastColour;
  const open = pigments.map((rgb) => rgbToLab(...rgb)).filter(([, a, b], n) => !isNeutral || n === 0 || Math.hypot(a, b) < leastColour);
  const far = open.map(([l, a, b]) => (l - ink[0]) ** 2 + colourWeight * ((a - ink[1]) ** 2 + (b - ink[2]) ** 2));
  const pigment = open[far.indexOf(Math.min(...far))] as Lab;
  return [0, 1, 2].map((c) => (ink[c] as number) + pull * ((pigment[c] as number) - (ink[c] as number))) as unknown as Lab;
}
