/** Fog, snow, rain and sunlight over a picture. */
import type { WeatherName } from "#lib/engine/instructions/operation.ts";
import { blendSlowly } from "#lib/pixels/blend.ts";
import { gaussianBlurSlowly } from "#lib/pixels/blur.ts";
import { mapPixelsSlowly } from "#lib/pixels/map.ts";
import { fractalNoise } from "#lib/pixels/noise.ts";
import { lumaPlane } from "#lib/pixels/plane.ts";
import type { Raster } from "#lib/pixels/raster.ts";
import { ramp } from "#lib/pixels/segment/ramp.ts";
import { part, type Work } from "#lib/pixels/work.ts";
import { fog, readAir, veil } from "./air.ts";
import { filled, scatter } from "./falling.ts";
import { snow } from "./snow.ts";
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
  const { far } = yield* part(readAir(source), 0.3, 0.6);
  const misty = yield* part(veil(dull, far, 0.42 * amount, seed + 5, [148, 158, 170]), 0.6, 0.8);
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
