/** Whole looks: each is a fixed grade of the picture, mixed in by its strength. */
import type { LookName } from "#lib/engine/instructions/operation.ts";
import { blendSlowly } from "#lib/pixels/blend.ts";
import { gaussianBlurSlowly } from "#lib/pixels/blur.ts";
import { hueDistance, lumaOf, type Rgb, rgbToHsl } from "#lib/pixels/colour.ts";
import { mapChannelsSlowly, mapPixelsSlowly } from "#lib/pixels/map.ts";
import { lumaPlane } from "#lib/pixels/plane.ts";
import type { Raster } from "#lib/pixels/raster.ts";
import { ramp } from "#lib/pixels/segment/ramp.ts";
import { inTurn, type Work } from "#lib/pixels/work.ts";
import { lightLamps } from "./lamps.ts";
import { turnGreens, turnLeaves } from "./leaves.ts";
import { grain, vignette } from "./texture.ts";
import { contrast, saturation, warmth } from "./tone.ts";
import { splitTone } from "./toning.ts";

type Pass = (source: Raster, seed: number) => Work<Raster>;

/** From red-brown shade to yellow in the light: one hue for all would be rust. */
const autumnLeaves = { aim: 37, vivid: 1.12, spread: 84 };
const springLeaves = { aim: 98, vivid: 1.2, spread: 34 };

/** Each look is a few passes over the picture, one after the other. */
const looks: Readonly<Record<LookName, readonly Pass[]>> = {
  "black and white": [(source) => mapPixelsSlowly(source, (r, g, b, out) => out.fill(lumaOf(r, g, b))), (grey) => contrast(grey, 0.15)],
  sepia: [
    (source) =>
      mapPixelsSlowly(source, (r, g, b, out) => {
        const luma = lumaOf(r, g, b);
        out[0] = luma * 1.08 + 14;
        out[1] = luma * 0.93 + 6;
        out[2] = luma * 0.72;
      }),
  ],
  "inverted colours": [(source) => mapChannelsSlowly(source, (v) => 255 - v)],
  vintage: [
    (source) => saturation(source, -0.3),
    (pale) =>
      mapChannelsSlowly(
        pale,
        (v) => 28 + v * 0.86,
        (v) => 20 + v * 0.83,
        (v) => 36 + v * 0.66,
      ),
    (faded) => vignette(faded, 0.6),
    (dark, seed) => grain(dark, 0.6, seed),
  ],
  "golden hour": [
    peachSky,
    (peach) => contrast(peach, 0.1),
    (strong) => warmth(strong, 0.4),
    (warm) => splitTone(warm, [96, 42, 74], [255, 196, 128], 0.3),
  ],
  dawn: [
    (source) => saturation(source, -0.1),
    (pale) => contrast(pale, -0.1),
    (flat) => warmth(flat, 0.18),
    (warm) => mapChannelsSlowly(warm, (v) => 14 + v * 0.95),
    (light) => splitTone(light, [92, 92, 148], [255, 204, 186], 0.3),
  ],
  daylight: [
    (source) => warmth(source, -0.08),
    (cool) => mapChannelsSlowly(cool, (v) => 255 * (v / 255) ** 0.62),
    (light) => saturation(light, 0.16),
  ],
  // The sun is gone and all light comes from the sky; what was bright most are lamps, and those are warm.
  "blue hour": [
    (source) => saturation(source, -0.35),
    (pale) =>
      mapChannelsSlowly(
        pale,
        (v) => 158 * (v / 255) ** 1.4,
        (v) => 186 * (v / 255) ** 1.25,
        (v) => 28 + 184 * (v / 255) ** 1.1,
      ),
    (dim) => splitTone(dim, [20, 34, 96], [255, 206, 170], 0.22),
    (blue) => skyward(blue, 0.18),
  ],
  // Moonlight is cold and hard: little colour, deep shade, and clear edges where it falls.
  night: [
    (source) => saturation(source, -0.5),
    (pale) => contrast(pale, 0.22),
    (hard) =>
      mapChannelsSlowly(
        hard,
        (v) => 4 + 122 * (v / 255) ** 1.7,
        (v) => 8 + 158 * (v / 255) ** 1.55,
        (v) => 20 + 182 * (v / 255) ** 1.38,
      ),
    (dark) => skyward(dark, 0.5),
    (dim) => vignette(dim, 0.7),
  ],
  faded: [(source) => saturation(source, -0.25), (pale) => mapChannelsSlowly(pale, (v) => 42 + v * 0.78)],
  "high-key": [(source) => saturation(source, -0.1), (pale) => mapChannelsSlowly(pale, (v) => 40 + 215 * (v / 255) ** 0.65)],
  "low-key": [
    (source) => saturation(source, -0.15),
    // What is dark already only gains depth: darkened again it would be black.
    (pale) => mapChannelsSlowly(pale, (v) => 255 * (v / 255) ** (1 + 0.45 * ramp(meanLuma(pale), 38, 92))),
    (dark) => contrast(dark, 0.35 * ramp(meanLuma(dark), 10, 60)),
    (strong) => vignette(strong, 1),
  ],
  silhouette: [blackenForms, (dark) => saturation(dark, 0.12)],
  "pastel colours": [(source) => saturation(source, 0.16), (pale) => mapChannelsSlowly(pale, (v) => 66 + 184 * (v / 255) ** 0.72)],
  cinematic: [(source) => splitTone(source, [10, 62, 82], [255, 176, 110], 0.28), (graded) => contrast(graded, 0.2)],
  film: [
    (source) => contrast(source, 0.12),
    (strong) => mapChannelsSlowly(strong, (v) => 14 + v * 0.93),
    (soft) => splitTone(soft, [28, 66, 74], [255, 226, 176], 0.2),
    (graded) => saturation(graded, -0.06),
    (pale, seed) => grain(pale, 0.55, seed),
  ],
  neon: [
    (source) => contrast(source, 0.2),
    (strong) => mapChannelsSlowly(strong, (v) => 225 * (v / 255) ** 1.75),
    (dark) => splitTone(dark, [70, 0, 150], [90, 200, 255], 0.3),
    betweenLamps,
    (graded) => saturation(graded, 0.25),
  ],
  autumn: [(source) => mapPixelsSlowly(source, (r, g, b, out) => turnGreens(r, g, b, autumnLeaves, out))],
  summer: [
    (source) => mapPixelsSlowly(source, (r, g, b, out) => turnLeaves(r, g, b, out)),
    (green) => saturation(green, 0.08),
    (vivid) => mapChannelsSlowly(vivid, (v) => 255 * (v / 255) ** 0.93),
  ],
  spring: [
    (source) => saturation(source, 0.12),
    (vivid) => mapPixelsSlowly(vivid, (r, g, b, out) => turnGreens(r, g, b, springLeaves, out)),
    (fresh) => mapChannelsSlowly(fresh, (v) => 255 * (v / 255) ** 0.88),
  ],
};

export function* applyLook(source: Raster, name: LookName, strength: number, seed: number, hasLights = false): Work<Raster> {
  const graded = yield* grade(source, name, strength, seed);
  return name === "night" || hasLights ? yield* lightLamps(source, graded, seed) : graded;
}

function* grade(source: Raster, name: LookName, strength: number, seed: number): Work<Raster> {
  const looked = yield* passesOf(source, name, seed);
  if (strength === 1) return looked;
  if (strength < 1) return yield* blendSlowly(source, looked, strength);
  // Above its usual strength a look is laid on a second time in part.
  const again = yield* passesOf(looked, name, seed + 1);
  return yield* blendSlowly(looked, again, name === "inverted colours" ? 0 : Math.min(1, strength - 1) * 0.6);
}

function passesOf(source: Raster, name: LookName, seed: number): Work<Raster> {
  return inTurn(
    source,
    looks[name].map((pass) => (raster: Raster) => pass(raster, seed)),
  );
}

function meanLuma(source: Raster): number {
  const { data, channels } = source;
  const step = channels * Math.max(1, Math.floor(data.length / channels / 40_000));
  let [sum, count] = [0, 0];
  for (let at = 0; at < data.length; at += step) {
    sum += lumaOf(data[at] as number, data[at + 1] as number, data[at + 2] as number);
    count++;
  }
  return sum / count;
}

/** A magenta lamp from the left and a cyan one from the right: each colours what is bright on its side. */
function betweenLamps(source: Raster): Work<Raster> {
  const { width } = source;
  return mapPixelsSlowly(source, (red, green, blue, out, i) => {
    const side = ramp((i % width) / width, 0.1, 0.9);
    const luma = lumaOf(red, green, blue) / 255;
    const share = 0.62 * ramp(luma, 0.03, 0.4);
    const lamp: Rgb = [255 - 235 * side, 40 + 165 * side, 190 + 65 * side];
    // Dark keeps the lamp's hue, bright goes over to white.
    const glow = luma * 1.35;
    out[0] = red + share * (lamp[0] * glow + 255 * Math.max(0, glow - 0.85) - red);
    out[1] = green + share * (lamp[1] * glow + 255 * Math.max(0, glow - 0.85) - green);
    out[2] = blue + share * (lamp[2] * glow + 255 * Math.max(0, glow - 0.85) - blue);
  });
}

/** Everything darker than the split that parts dark from bright best (Otsu 1979) becomes black. */
function* blackenForms(source: Raster): Work<Raster> {
  const counts = new Float64Array(256);
  yield* mapPixelsSlowly(source, (red, green, blue) => {
    const level = Math.round(lumaOf(red, green, blue));
    counts[level] = (counts[level] as number) + 1;
  });
  const total = source.width * source.height;
  const all = counts.reduce((sum, count, level) => sum + count * level, 0);
  let [split, best, below, darkness] = [128, 0, 0, 0];
  for (let level = 0; level < 255; level++) {
    below += counts[level] as number;
    darkness += level * (counts[level] as number);
    if (below === 0 || below === total) continue;
    const gap = darkness / below - (all - darkness) / (total - below);
    const between = below * (total - below) * gap * gap;
    if (between > best) [split, best] = [level, between];
  }
  // Forms are whole: a bright stone on dark ground is part of the ground.
  const { data: broad } = yield* gaussianBlurSlowly(lumaPlane(source), Math.max(1, Math.max(source.width, source.height) / 300));
  return yield* mapPixelsSlowly(source, (red, green, blue, out, i) => {
    const gain = 0.03 + 0.97 * ramp(Math.min(lumaOf(red, green, blue) + 12, broad[i] as number), split - 24, split + 14);
    out[0] = red * gain;
    out[1] = green * gain;
    out[2] = blue * gain;
  });
}

/** Light blues become peach, as a low sun makes them; warming alone would make them olive. */
function peachSky(source: Raster): Work<Raster> {
  return mapPixelsSlowly(source, (red, green, blue, out) => {
    const [hue, strength, lightness] = rgbToHsl(red, green, blue);
    const share = 0.85 * ramp(hueDistance(hue, 212), 60, 30) * ramp(strength, 0.05, 0.2) * ramp(lightness, 0.36, 0.56);
    const luma = lumaOf(red, green, blue);
    out[0] = red + share * (luma * 1.2 + 8 - red);
    out[1] = green + share * (luma * 0.94 - green);
    out[2] = blue + share * (luma * 0.92 - blue);
  });
}

/** Darker towards the top, where a sky would be. */
function skyward(source: Raster, share: number): Work<Raster> {
  const { width, height } = source;
  return mapPixelsSlowly(source, (red, green, blue, out, i) => {
    const gain = 1 - share * ramp(Math.floor(i / width) / height, 0.6, 0);
    out[0] = red * gain;
    out[1] = green * gain;
    out[2] = blue * (0.15 + 0.85 * gain);
  });
}
