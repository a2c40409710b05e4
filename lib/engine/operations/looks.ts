/** Whole looks: each is a fixed grade of the picture, mixed in by its strength. */
import type { LookName } from "#lib/engine/instructions/operation.ts";
import { blend } from "#lib/pixels/blend.ts";
import { lumaOf, type Rgb } from "#lib/pixels/colour.ts";
import { mapChannels, mapPixels } from "#lib/pixels/map.ts";
import { fractalNoise } from "#lib/pixels/noise.ts";
import type { Raster } from "#lib/pixels/raster.ts";
import { grain, vignette } from "./texture.ts";
import { contrast, saturation, toneOperations, warmth } from "./tone.ts";

type Look = (source: Raster, seed: number) => Raster;

const looks: Readonly<Record<LookName, Look>> = {
  "black and white": (source) =>
    contrast(
      mapPixels(source, (r, g, b, out) => out.fill(lumaOf(r, g, b))),
      0.15,
    ),
  sepia: (source) =>
    mapPixels(source, (r, g, b, out) => {
      const luma = lumaOf(r, g, b);
      out[0] = luma * 1.08 + 14;
      out[1] = luma * 0.93 + 6;
      out[2] = luma * 0.72;
    }),
  "inverted colours": (source) => mapChannels(source, (v) => 255 - v),
  vintage: (source, seed) => {
    const faded = mapChannels(
      saturation(source, -0.3),
      (v) => 28 + v * 0.86,
      (v) => 20 + v * 0.83,
      (v) => 36 + v * 0.66,
    );
    return grain(vignette(faded, 0.6), 0.6, seed);
  },
  "golden hour": (source) => {
    const warm = warmth(contrast(source, 0.1), 0.55);
    return splitTone(warm, [96, 42, 74], [255, 206, 120], 0.3);
  },
  night: (source) => {
    const dark = mapChannels(
      saturation(source, -0.45),
      (v) => 150 * (v / 255) ** 1.9,
      (v) => 172 * (v / 255) ** 1.75,
      (v) => 14 + 205 * (v / 255) ** 1.5,
    );
    return vignette(dark, 0.8);
  },
  faded: (source) => mapChannels(saturation(source, -0.25), (v) => 42 + v * 0.78),
  "high-key": (source) => mapChannels(saturation(source, -0.1), (v) => 40 + 215 * (v / 255) ** 0.65),
  "low-key": (source) =>
    vignette(
      contrast(
        mapChannels(saturation(source, -0.15), (v) => 255 * (v / 255) ** 1.45),
        0.35,
      ),
      1,
    ),
  cinematic: (source) => contrast(splitTone(source, [10, 62, 82], [255, 176, 110], 0.28), 0.2),
  fog: (source, seed) => fog(source, seed),
};

export function applyLook(source: Raster, name: LookName, strength: number, seed: number): Raster {
  const looked = looks[name](source, seed);
  if (strength === 1) return looked;
  // Above its usual strength a look is laid on a second time in part.
  return strength < 1
    ? blend(source, looked, strength)
    : blend(looked, looks[name](looked, seed + 1), name === "inverted colours" ? 0 : Math.min(1, strength - 1) * 0.6);
}

/** One colour into the shadows, another into the lights. */
function splitTone(source: Raster, shadows: Rgb, lights: Rgb, share: number): Raster {
  return mapPixels(source, (red, green, blue, out) => {
    const luma = lumaOf(red, green, blue) / 255;
    const own = [red, green, blue];
    for (let c = 0; c < 3; c++) {
      const tone = (shadows[c] as number) * (1 - luma) + (lights[c] as number) * luma;
      const under = own[c] as number;
      const soft = ((255 - 2 * tone) * under * under) / 65025 + (2 * tone * under) / 255;
      out[c] = under + share * 1.6 * (soft - under) + share * 0.25 * (tone - under) * (1 - luma);
    }
  });
}

function fog(source: Raster, seed: number): Raster {
  const { width, height } = source;
  const scale = 3 / Math.max(width, height);
  const soft = contrast(saturation(source, -0.35), -0.15);
  return mapPixels(soft, (red, green, blue, out, i) => {
    const x = i % width;
    const y = Math.floor(i / width);
    const share = Math.min(0.9, 0.3 + 0.55 * fractalNoise(x * scale, y * scale * 2, seed, 4));
    out[0] = red + share * (222 - red);
    out[1] = green + share * (226 - green);
    out[2] = blue + share * (230 - blue);
  });
}

export function tint(source: Raster, colour: Rgb, strength: number): Raster {
  const share = Math.min(1, 0.45 * strength);
  return mapPixels(toneOperations.saturation(source, -0.25 * Math.min(1, strength)), (red, green, blue, out) => {
    const luma = lumaOf(red, green, blue);
    const own = [red, green, blue];
    const most = Math.max(60, lumaOf(...colour));
    for (let c = 0; c < 3; c++) {
      const dyed =
        luma <= most
          ? ((colour[c] as number) * luma) / most
          : (colour[c] as number) + ((255 - (colour[c] as number)) * (luma - most)) / (255 - most + 1);
      out[c] = (own[c] as number) + share * (dyed - (own[c] as number));
    }
  });
}
