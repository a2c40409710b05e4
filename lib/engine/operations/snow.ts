/** Snow that lies where it can lie, is shaded as what it lies on, and falls in the air before it. */
import { lookForWhatStandsOut } from "#lib/engine/eye/stands-out.ts";
import { findGround } from "#lib/engine/regions/cover.ts";
import { blendSlowly } from "#lib/pixels/blend.ts";
import { gaussianBlur, gaussianBlurSlowly } from "#lib/pixels/blur.ts";
import { hueDistance, lumaOf } from "#lib/pixels/colour.ts";
import { mapPixelsSlowly } from "#lib/pixels/map.ts";
import { fractalNoise } from "#lib/pixels/noise.ts";
import { lumaPlane, newPlane, type Plane } from "#lib/pixels/plane.ts";
import type { Raster } from "#lib/pixels/raster.ts";
import { ramp } from "#lib/pixels/segment/ramp.ts";
import { guidePlane } from "#lib/pixels/segment/refine.ts";
import { lookAt } from "#lib/pixels/segment/view.ts";
import { part, type Work } from "#lib/pixels/work.ts";
import { type Air, readAir, veil, viewSide } from "./air.ts";
import { filled, scatter } from "./falling.ts";
import { contrast, saturation, warmth } from "./tone.ts";

/** Of the height: over so much the snow on the ground thins out. */
const softEnd = 0.07;

export function* snow(source: Raster, strength: number, seed: number): Work<Raster> {
  const amount = Math.min(1.6, strength);
  const view = yield* lookAt(source, viewSide);
  const { plane, isSeen } = yield* part(lookForWhatStandsOut(view), 0, 0.2);
  const subject = isSeen ? plane : undefined;
  const air = yield* part(readAir(source, subject), 0.2, 0.3);
  const cover = yield* part(coverOf(source, air, subject, amount), 0.3, 0.4);
  const pale = yield* part(saturation(source, -0.4 * Math.min(1.3, amount)), 0.4, 0.44);
  const soft = yield* part(contrast(pale, -0.14), 0.44, 0.48);
  const cold = yield* part(warmth(soft, -0.16), 0.48, 0.52);
  const white = yield* part(layOn(cold, cover, amount, seed), 0.52, 0.7);
  const misty = yield* part(veil(white, air.far, 0.46 * Math.min(1.1, amount), seed + 9, [220, 225, 233]), 0.7, 0.8);
  return yield* part(fall(misty, amount, seed), 0.8, 1);
}

/** How much of it stays on each place: the ground most, then what faces up, leaves on their lit side, and nothing in the sky. */
function* coverOf(source: Raster, { view, sky }: Air, subject: Plane | undefined, amount: number): Work<Plane> {
  const { width, height, lab, hue, chroma } = view;
  const found = yield* part(findGround(view, "any"), 0, 0.6);
  // Nobody sees a line where ground that is covered ends.
  const ground = found && gaussianBlur(found, height * softEnd);
  const lightness = newPlane(width, height);
  for (let i = 0; i < lightness.data.length; i++) lightness.data[i] = lab[i * 3] as number;
  // What is brighter than what is under it faces up; looked for no finer than this, or every edge would be drawn in white.
  const calm = gaussianBlur(lightness, width / 90);
  const step = Math.max(1, Math.round(height / 45)) * width;
  const result = newPlane(width, height);
  for (let i = 0; i < result.data.length; i++) {
    const isGreen = ramp(hueDistance(hue[i] as number, 100), 62, 42);
    // A coat, a car: what has a colour of its own sheds it, or is wiped.
    const plain = 0.2 + 0.8 * Math.max(isGreen, ramp(chroma[i] as number, 34, 16));
    const under = calm.data[Math.min(result.data.length - width + (i % width), i + step)] as number;
    const up = ramp((calm.data[i] as number) - under, 1, 9);
    const leaves = isGreen * ramp(chroma[i] as number, 6, 16) * (0.35 + 0.4 * ramp(calm.data[i] as number, 20, 50));
    // It melts on faces.
    const isSkin = ramp(hueDistance(hue[i] as number, 22), 24, 14) * ramp(chroma[i] as number, 9, 15) * ramp(lab[i * 3] as number, 34, 48);
    // What the picture is of moves, or has just come: some lies on its back.
    const own = subject?.data[i] ?? 0;
    const standing = Math.max(0.62 * up, leaves) * (1 - 0.85 * isSkin) * (1 - 0.6 * own);
    const lying = (ground?.data[i] ?? 0) * (0.66 + 0.2 * up) * (1 - own);
    result.data[i] = Math.max(standing * Math.min(1, amount), lying) * plain * (1 - (sky?.data[i] ?? 0));
  }
  yield 0.7;
  return yield* part(guidePlane(source, result, 0.02), 0.7, 1);
}

/** White where it lies, in patches where there is little; light and shade of what is under it stay, and shade is blue. */
function* layOn(source: Raster, cover: Plane, amount: number, seed: number): Work<Raster> {
  const { width } = source;
  const luma = lumaPlane(source);
  const around = yield* part(gaussianBlurSlowly(luma, Math.max(1.5, Math.max(width, source.height) / 60)), 0, 0.4);
  const [coarse, fine] = [9 / width, 60 / width];
  const much = 0.73 - 0.5 * (amount - 1);
  return yield* mapPixelsSlowly(source, (red, green, blue, out, i) => {
    const [x, y] = [i % width, Math.floor(i / width)];
    const own = lumaOf(red, green, blue);
    const mean = around.data[i] as number;
    const relief = Math.max(-1, Math.min(1, (own - mean) / (24 + 0.4 * mean)));
    const drifts = fractalNoise(x * coarse, y * coarse * 1.8, seed + 3, 3) - 0.5;
    const crumbs = fractalNoise(x * fine, y * fine * 1.4, seed + 5, 2) - 0.5;
    const share = 0.95 * ramp((cover.data[i] as number) + 0.34 * drifts + 0.16 * crumbs + 0.2 * relief, much - 0.3, much + 0.12);
    // Snow in the shade of a tree is no lamp: the broad light of the place stays, pressed together.
    const light = 0.6 + 0.4 * ramp(mean, 10, 150) + 0.1 * relief;
    out[0] = red + share * (232 * light - red);
    out[1] = green + share * (239 * light - green);
    out[2] = blue + share * (232 * light + 20 - blue);
  });
}

/** Far ones are dust, those between are flakes, and a few pass so near that they are soft discs. */
function* fall(source: Raster, amount: number, seed: number): Work<Raster> {
  const { width, height } = source;
  const white = filled(width, height, [252, 253, 255]);
  const dust = yield* part(
    scatter(width, height, seed, Math.round(1500 * amount), (random, size) => ({
      ...{ length: 0.3 * size, slant: 0.3, radius: Math.min(size, 1.2) * 0.62, opacity: 0.25 + 0.35 * random() },
    })),
    0,
    0.3,
  );
  const dusted = yield* part(blendSlowly(source, white, dust), 0.3, 0.5);
  const near = yield* part(
    scatter(width, height, seed + 1, Math.round(210 * amount), (random, size) => {
      const large = 1.5 * size * (0.8 + 0.6 * random());
      return { length: 0.4 * large, slant: 0.35, radius: large, opacity: 0.9 / (1 + 0.12 * large), rim: Math.max(0.9, 0.45 * large) };
    }),
    0.5,
    0.8,
  );
  return yield* part(blendSlowly(dusted, white, near), 0.8, 1);
}
