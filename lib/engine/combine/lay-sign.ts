/** Lays a logo or a watermark into a corner: in its own colours and without its plain ground. */
import { boxOfMask } from "#lib/engine/regions/masks.ts";
import { blendSlowly } from "#lib/pixels/blend.ts";
import { crop } from "#lib/pixels/crop.ts";
import { cropPlane, newPlane, type Plane } from "#lib/pixels/plane.ts";
import { newRaster, type Raster } from "#lib/pixels/raster.ts";
import { resizeSlowly } from "#lib/pixels/resample.ts";
import { ramp } from "#lib/pixels/segment/ramp.ts";
import { scalePlane } from "#lib/pixels/segment/refine.ts";
import { part, type Work } from "#lib/pixels/work.ts";
import type { InsetPlace } from "./arrangement.ts";
import type { Given } from "./given.ts";

/** Of the picture it is laid on. */
const [widest, tallest, margin] = [0.22, 0.2, 0.04];
const leastSeen = 0.05;

/** Which of both is the sign, by its looks: one that was cut out, or stands on a plain ground. */
export function signOf(given: readonly [Given, Given]): 0 | 1 | undefined {
  const [first, second] = given.map((one) => (one.cut !== undefined ? 2 : plainGroundOf(one.picture) !== undefined ? 1 : 0)) as [
    number,
    number,
  ];
  return first === second ? undefined : first > second ? 0 : 1;
}

export function* laySign(ground: Raster, sign: Given, place: InsetPlace, opacity: number): Work<Raster> {
  const { alpha, colours } = sign.cut ?? withoutGround(sign.picture);
  const own = boxOfMask(alpha, leastSeen);
  const scale = Math.min((widest * ground.width) / own.width, (tallest * ground.height) / own.height);
  const [w, h] = [Math.max(1, Math.round(own.width * scale)), Math.max(1, Math.round(own.height * scale))];
  const small = yield* part(resizeSlowly(crop(colours, own), w, h), 0, 0.4);
  const mask = scalePlane(cropPlane(alpha, own), w, h);
  const aside = Math.round(margin * Math.min(ground.width, ground.height));
  const x = place.endsWith("left") ? aside : place.endsWith("right") ? ground.width - w - aside : Math.round((ground.width - w) / 2);
  const y = place.startsWith("top") ? aside : place.startsWith("bottom") ? ground.height - h - aside : Math.round((ground.height - h) / 2);
  const layer = newRaster(ground.width, ground.height, 3);
  const shown = newPlane(ground.width, ground.height);
  for (let row = 0; row < h; row++)
    for (let column = 0; column < w; column++) {
      const [from, to] = [row * w + column, (y + row) * ground.width + x + column];
      shown.data[to] = opacity * (mask.data[from] as number);
      for (let c = 0; c < 3; c++) layer.data[to * 3 + c] = small.data[from * small.channels + (small.channels === 1 ? 0 : c)] as number;
    }
  return yield* part(blendSlowly(ground, layer, shown), 0.5, 1);
}

/** Of the pixels at its sides, how many are of one colour, and how near to it. */
const [mostlyPlain, nearly] = [0.92, 20];
/** How far from its ground something is a part of the sign, and wholly so. */
const [begins, whole] = [8, 56];

type Colour = readonly [number, number, number];

function plainGroundOf({ width, height, channels, data }: Raster): Colour | undefined {
  const at = (i: number, c: number): number => data[i * channels + (channels === 1 ? 0 : c)] as number;
  const sides: number[] = [];
  for (let x = 0; x < width; x++) sides.push(x, (height - 1) * width + x);
  for (let y = 0; y < height; y++) sides.push(y * width, y * width + width - 1);
  const middle = (c: number): number => sides.map((i) => at(i, c)).sort((one, other) => one - other)[sides.length >> 1] as number;
  const colour: Colour = [middle(0), middle(1), middle(2)];
  const near = sides.filter((i) => Math.max(...colour.map((value, c) => Math.abs(at(i, c) - value))) < nearly);
  return near.length > mostlyPlain * sides.length ? colour : undefined;
}

/** What is of its ground's colour shows through, also within letters. */
function withoutGround(picture: Raster): { readonly alpha: Plane; readonly colours: Raster } {
  const { width, height, channels, data } = picture;
  const alpha = newPlane(width, height);
  const ground = plainGroundOf(picture);
  if (ground === undefined) return { alpha: { ...alpha, data: alpha.data.fill(1) }, colours: picture };
  const colours = newRaster(width, height, 3);
  for (let i = 0; i < width * height; i++) {
    const own = ground.map((_, c) => data[i * channels + (channels === 1 ? 0 : c)] as number);
    const share = ramp(Math.max(...own.map((value, c) => Math.abs(value - (ground[c] as number)))), begins, whole);
    alpha.data[i] = share;
    for (let c = 0; c < 3; c++) {
      const behind = ground[c] as number;
      colours.data[i * 3 + c] = share === 0 ? behind : behind + ((own[c] as number) - behind) / share;
    }
  }
  return { alpha, colours };
}
