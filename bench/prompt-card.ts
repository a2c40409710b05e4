/** A picture whose parts are known to the pixel: sky over grass, a red ball and a blue box; so that effects can be measured where they belong. */
import { rgbToHsl, rgbToLab } from "#lib/pixels/colour.ts";
import { slopes } from "#lib/pixels/edges.ts";
import { fractalNoise } from "#lib/pixels/noise.ts";
import { lumaPlane } from "#lib/pixels/plane.ts";
import { newRaster, type Raster } from "#lib/pixels/raster.ts";

export const partNames = ["sky", "grass", "ball", "box"] as const;
export type PartName = (typeof partNames)[number];
export type Part = PartName | "all" | "rest";

const [width, height] = [576, 384];

export function partAt(pixel: number): PartName {
  const [x, y] = [(pixel % width) / height, Math.floor(pixel / width) / height];
  if (Math.hypot(x - 0.55, y - 0.62) < 0.16) return "ball";
  if (x > 0.95 && x < 1.2 && y > 0.5 && y < 0.78) return "box";
  return y < 0.42 ? "sky" : "grass";
}

export function drawCard(): Raster {
  const card = newRaster(width, height, 3);
  for (let i = 0; i < width * height; i++) {
    const [x, y] = [(i % width) / height, Math.floor(i / width) / height];
    const grain = fractalNoise(x * 60, y * 60, 5, 3) - 0.5;
    const blade = fractalNoise(x * 90, y * 18, 9, 3) - 0.5;
    const shade = 1 - 0.55 * Math.hypot(x - 0.5, y - 0.55) * 2.4;
    const colours: Readonly<Record<PartName, readonly number[]>> = {
      sky: [122 + 110 * y, 168 + 90 * y, 226 + 30 * y].map((value) => value + 6 * grain),
      grass: [78, 128, 52].map((value) => value * (0.95 + 1.1 * blade)),
      ball: [214, 44, 40].map((value) => value * (0.55 + 0.6 * Math.max(0, shade)) + 8 * grain),
      box: [44, 78, 190].map((value) => value * (x > 1.12 ? 0.72 : 1) + 10 * grain),
    };
    card.data.set(colours[partAt(i)], i * 3);
  }
  return card;
}

export interface PartFigures {
  readonly luma: number;
  /** Blue less red, in levels. */
  readonly blueness: number;
  readonly chroma: number;
  readonly hue: number;
  /** Mean slope, levels a pixel. */
  readonly detail: number;
}

export function measurePart(picture: Raster, part: Part, but?: PartName): PartFigures {
  const detail = slopes(lumaPlane(picture));
  const sum = [0, 0, 0];
  let [count, chroma, steep] = [0, 0, 0];
  for (let i = 0; i < picture.width * picture.height; i++) {
    if (!isIn(i, part, but, picture)) continue;
    count++;
    const [r, g, b] = [picture.data[i * 3] as number, picture.data[i * 3 + 1] as number, picture.data[i * 3 + 2] as number];
    const lab = rgbToLab(r, g, b);
    chroma += Math.hypot(lab[1], lab[2]);
    steep += detail.data[i] as number;
    [r, g, b].forEach((value, c) => {
      sum[c] = (sum[c] as number) + value;
    });
  }
  const [r, g, b] = sum.map((value) => value / Math.max(1, count)) as [number, number, number];
  return {
    luma: 0.2126 * r + 0.7152 * g + 0.0722 * b,
    blueness: b - r,
    chroma: chroma / count,
    hue: rgbToHsl(r, g, b)[0],
    detail: steep / count,
  };
}

/** Mean colour difference (CIE 1976) between two pictures of the card's size. */
export function moved(a: Raster, b: Raster, part: Part, but?: PartName): number {
  if (a.width !== b.width || a.height !== b.height) return 100;
  let [sum, count] = [0, 0];
  for (let i = 0; i < a.width * a.height; i++) {
    if (!isIn(i, part, but, a)) continue;
    const lab = (raster: Raster) =>
      rgbToLab(raster.data[i * 3] as number, raster.data[i * 3 + 1] as number, raster.data[i * 3 + 2] as number);
    const [one, two] = [lab(a), lab(b)];
    sum += Math.hypot(one[0] - two[0], one[1] - two[1], one[2] - two[2]);
    count++;
  }
  return sum / Math.max(1, count);
}

/** How much darker the result is where the picture has edges than where it is calm, in levels. */
export function linesOnEdges(picture: Raster, result: Raster): number {
  const edge = slopes(lumaPlane(picture));
  const luma = lumaPlane(result);
  let [onEdges, edges, calm, rest] = [0, 0, 0, 0];
  for (let i = 0; i < luma.data.length; i++) {
    if ((edge.data[i] as number) > 18) {
      onEdges += luma.data[i] as number;
      edges++;
    } else if ((edge.data[i] as number) < 3) {
      calm += luma.data[i] as number;
      rest++;
    }
  }
  return calm / Math.max(1, rest) - onEdges / Math.max(1, edges);
}

function isIn(pixel: number, part: Part, but: PartName | undefined, picture: Raster): boolean {
  if (part === "all" || picture.width !== width || picture.height !== height) return true;
  const own = partAt(pixel);
  return part === "rest" ? own !== but : own === part;
}
