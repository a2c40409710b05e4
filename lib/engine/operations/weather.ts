/** Fog, snow, rain and sunlight: an air between the camera and what is far, and what falls through it. */
import type { WeatherName } from "#lib/engine/instructions/operation.ts";
import { blendSlowly } from "#lib/pixels/blend.ts";
import { gaussianBlurSlowly } from "#lib/pixels/blur.ts";
import { lumaOf, type Rgb } from "#lib/pixels/colour.ts";
import { mapPixelsSlowly } from "#lib/pixels/map.ts";
import { fractalNoise } from "#lib/pixels/noise.ts";
import { lumaPlane, newPlane, type Plane } from "#lib/pixels/plane.ts";
import { createRandom } from "#lib/pixels/random.ts";
import { newRaster, type Raster } from "#lib/pixels/raster.ts";
import { ramp } from "#lib/pixels/segment/ramp.ts";
import { part, type Work } from "#lib/pixels/work.ts";
import { contrast, saturation, warmth } from "./tone.ts";

export function* applyWeather(source: Raster, name: WeatherName, strength: number, seed: number): Work<Raster> {
  switch (name) {
    case "fog":
      return yield* fog(source, strength, seed);
    case "snow":
      return yield* snow(source, strength, seed);
    case "rain":
      return yield* rain(source, strength, seed);
    case "sunlight":
      return yield* sunlight(source, strength);
  }
}

function* fog(source: Raster, strength: number, seed: number, air: Rgb = [222, 226, 230]): Work<Raster> {
  const { width, height } = source;
  const scale = 3 / Math.max(width, height);
  const pale = yield* part(saturation(source, -0.35 * Math.min(1, strength)), 0, 0.1);
  const soft = yield* part(contrast(pale, -0.12 * Math.min(1, strength)), 0.1, 0.2);
  // However thick, what stands near is still made out.
  const thick = strength <= 1 ? strength : 1 + 0.4 * (strength - 1);
  const near = yield* part(nearness(source), 0.2, 0.4);
  return yield* mapPixelsSlowly(soft, (red, green, blue, out, i) => {
    const x = i % width;
    const y = Math.floor(i / width);
    // Far is up: most pictures look over a ground.
    const far = (0.5 + 0.5 * ramp(y / height, 1, 0.3)) * (1.06 - 0.34 * (near.data[i] as number));
    const drift = 0.76 + 0.48 * fractalNoise(x * scale, y * scale * 1.5, seed, 4);
    const share = Math.min(0.88, 0.62 * thick * far * drift);
    out[0] = red + share * (air[0] - red);
    out[1] = green + share * (air[1] - green);
    out[2] = blue + share * (air[2] - blue);
  });
}

/** 0 far, 1 near: air takes colour from what is far, and what stands near has most of it. */
function* nearness(source: Raster): Work<Plane> {
  const { width, height, data, channels } = source;
  const strength = newPlane(width, height);
  let sum = 0;
  for (let i = 0, at = 0; i < strength.data.length; i++, at += channels) {
    const [red, green, blue] = [data[at] as number, data[at + 1] as number, data[at + 2] as number];
    // The open sky is farthest, however blue.
    const isSky = blue > red && blue >= green && green > 80;
    const own = isSky ? 0 : Math.max(red, green, blue) - Math.min(red, green, blue);
    strength.data[i] = own;
    sum += own;
  }
  yield 0.2;
  const wide = yield* part(gaussianBlurSlowly(strength, Math.max(width, height) / 36), 0.2, 1);
  const mean = Math.max(12, sum / strength.data.length);
  for (let i = 0; i < wide.data.length; i++) wide.data[i] = ramp(wide.data[i] as number, 0.8 * mean, 2 * mean);
  return wide;
}

function* snow(source: Raster, strength: number, seed: number): Work<Raster> {
  const { width, height } = source;
  const amount = Math.min(1.6, strength);
  const luma = lumaPlane(source);
  const below = yield* part(gaussianBlurSlowly(luma, Math.max(1, height / 160)), 0, 0.1);
  // Much of it lies on the ground, too, and least on what has a colour: a face, a coat.
  const deep = 0.42 * ramp(amount, 1.15, 1.6);
  const pale = yield* part(saturation(source, -0.5 * Math.min(1.3, amount)), 0.1, 0.2);
  const cold = yield* part(warmth(pale, -0.22), 0.2, 0.3);
  const covered = yield* mapPixelsSlowly(cold, (red, green, blue, out, i) => {
    const y = Math.floor(i / width);
    const next = i + Math.max(1, Math.round(height / 200)) * width;
    // Light from above lies on what faces up: brighter than what is under it.
    const facing = next < luma.data.length ? (luma.data[i] as number) - (below.data[next] as number) : 0;
    const green1 = Math.max(0, green - Math.max(red, blue)) / 40;
    const isPlain = 0.25 + 0.75 * ramp(Math.max(red, green, blue) - Math.min(red, green, blue), 40, 14);
    const settled = deep * isPlain * (0.4 + 0.6 * ramp(facing, -5, 7)) * ramp(y / height, 0.45, 0.75);
    const lies = ramp(y / height, 0.25, 0.7) * (0.16 + settled + 0.6 * ramp(facing, -2, 18) + 0.5 * Math.min(1, green1));
    const patches = 0.6 + 0.8 * fractalNoise((i % width) * (14 / width), y * (20 / width), seed + 3, 3);
    const share = Math.min(0.88, lies * patches * amount * (0.45 + 0.55 * ramp(lumaOf(red, green, blue), 20, 120)));
    out[0] = red + share * (236 - red) + 8;
    out[1] = green + share * (241 - green) + 9;
    out[2] = blue + share * (248 - blue) + 14;
  });
  yield 0.6;
  const misty = yield* fog(covered, 0.28 * amount, seed + 9, [226, 232, 240]);
  yield 0.8;
  const flakes = yield* scatter(width, height, seed, Math.round(900 * amount), (random, size) => ({
    length: size * (0.2 + random() * 0.5),
    slant: 0.3 + random() * 0.3,
    radius: size,
    opacity: 0.5 + 0.45 * random(),
  }));
  yield 0.9;
  return yield* blendSlowly(misty, filled(width, height, [252, 253, 255]), flakes);
}

function* rain(source: Raster, strength: number, seed: number): Work<Raster> {
  const { width, height } = source;
  const amount = Math.min(1.8, strength);
  const pale = yield* part(saturation(source, -0.38), 0, 0.1);
  const cold = yield* part(warmth(pale, -0.22), 0.1, 0.2);
  const grey = yield* mapPixelsSlowly(cold, (red, green, blue, out) => {
    const dim = 1 - 0.24 * Math.min(1.4, amount);
    out[0] = red * dim;
    out[1] = green * dim;
    out[2] = blue * dim + 6;
  });
  yield 0.3;
  const dull = yield* contrast(grey, 0.06);
  const misty = yield* fog(dull, 0.34 * amount, seed + 5, [148, 158, 170]);
  yield 0.8;
  const drops = yield* scatter(width, height, seed, Math.round(1500 * amount), (random, size) => ({
    length: size * (9 + 14 * random()),
    slant: 0.16 + 0.05 * random(),
    radius: size * 0.24,
    opacity: 0.16 + 0.3 * random(),
  }));
  yield 0.9;
  return yield* blendSlowly(misty, filled(width, height, [222, 230, 240]), drops);
}

/** Rays from a source above: light that runs down along them, strongest where the picture is bright. */
function* sunlight(source: Raster, strength: number): Work<Raster> {
  const { width, height } = source;
  const luma = yield* part(gaussianBlurSlowly(lumaPlane(source), width / 20), 0, 0.2);
  let best = 0;
  for (let i = 0; i < width * Math.ceil(height * 0.35); i++) if ((luma.data[i] as number) > (luma.data[best] as number)) best = i;
  const sunX = Math.min(0.9, Math.max(0.1, (best % width) / width)) * width;
  const sunY = -0.08 * height;
  yield 0.2;
  const strong = yield* part(contrast(source, 0.06), 0.2, 0.3);
  const warm = yield* part(warmth(strong, 0.2 * Math.min(1.5, strength)), 0.3, 0.4);
  return yield* mapPixelsSlowly(warm, (red, green, blue, out, i) => {
    const [x, y] = [(i % width) - sunX, Math.floor(i / width) - sunY];
    const far = Math.hypot(x, y) / Math.hypot(width, height);
    const angle = Math.atan2(y, x);
    const ray = 0.3 + 1.25 * ramp(fractalNoise(angle * 7 + 20, 3.7, 11, 3), 0.38, 0.68);
    const glow = strength * (0.75 * Math.exp(-far * 3.2) * ray + 0.55 * Math.exp(-far * 12));
    out[0] = 255 - (255 - red) * (1 - Math.min(0.95, glow * 0.9));
    out[1] = 255 - (255 - green) * (1 - Math.min(0.9, glow * 0.76));
    out[2] = 255 - (255 - blue) * (1 - Math.min(0.8, glow * 0.5));
  });
}

interface Streak {
  readonly length: number;
  /** Sideways for each step down. */
  readonly slant: number;
  readonly radius: number;
  readonly opacity: number;
}

/** Things that fall, near ones large and few; in shares of what they cover. */
function* scatter(
  width: number,
  height: number,
  seed: number,
  count: number,
  streakOf: (random: () => number, size: number) => Streak,
): Work<Plane> {
  const random = createRandom(seed);
  const result = newPlane(width, height);
  const unit = Math.max(width, height) / 1000;
  const fitting = Math.round(count * Math.min(1, Math.max(width, height) / 700));
  for (let n = 0; n < fitting; n++) {
    if (n % 64 === 0) yield n / fitting;
    const [cx, cy] = [random() * width, random() * height];
    const size = Math.max(0.6, unit * (0.9 + 4.2 * random() ** 5));
    const { length, slant, radius, opacity } = streakOf(random, size);
    const reach = Math.ceil(length / 2 + radius + 1);
    const sideways = Math.ceil((length / 2) * slant + radius + 1);
    for (let y = Math.max(0, Math.floor(cy) - reach); y <= Math.min(height - 1, Math.floor(cy) + reach); y++) {
      for (let x = Math.max(0, Math.floor(cx) - sideways); x <= Math.min(width - 1, Math.floor(cx) + sideways); x++) {
        const along = Math.max(-length / 2, Math.min(length / 2, y - cy));
        const distance = Math.hypot(x - cx + along * slant, y - cy - along);
        const share = opacity * ramp(distance, radius + 0.8, Math.max(0, radius - 0.8));
        const i = y * width + x;
        result.data[i] = 1 - (1 - (result.data[i] as number)) * (1 - share);
      }
    }
  }
  return result;
}

function filled(width: number, height: number, colour: Rgb): Raster {
  const result = newRaster(width, height, 3);
  for (let i = 0; i < result.data.length; i++) result.data[i] = colour[i % 3] as number;
  return result;
}
