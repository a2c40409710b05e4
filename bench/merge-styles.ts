/** Changes of a whole picture: nothing of the photograph is to be kept. */
import { blurRaster } from "#lib/pixels/blur.ts";
import { fractalNoise } from "#lib/pixels/noise.ts";
import type { Raster } from "#lib/pixels/raster.ts";

interface At {
  readonly own: readonly number[];
  readonly soft: readonly number[];
  readonly light: number;
  readonly softLight: number;
  readonly x: number;
  readonly y: number;
  readonly seed: number;
}

/** Each answers one channel of a pixel. */
const painters = {
  sketch: ({ light, softLight }: At) => 255 - Math.abs(light - softLight) * 8,
  poster: ({ soft }: At, c: number) => Math.round((soft[c] as number) / 48) * 48,
  sepia: ({ light }: At, c: number) => light * ([1.1, 0.95, 0.6][c] as number),
  monochrome: ({ light }: At) => light,
  night: ({ own }: At, c: number) => (own[c] as number) * 0.35 + ([4, 10, 34][c] as number),
  negative: ({ own }: At, c: number) => 255 - (own[c] as number),
  watercolour: ({ soft, x, y, seed }: At, c: number) =>
    60 + 0.78 * (soft[c] as number) + 46 * (fractalNoise(x / 18, y / 18, seed, 4) - 0.5),
  oil: ({ soft, x, y, seed }: At, c: number) => (soft[c] as number) * 1.15 - 10 + 60 * (fractalNoise(x / 9, y / 3, seed, 3) - 0.5),
  cartoon: ({ soft, light, softLight }: At, c: number) =>
    Math.abs(light - softLight) > 10 ? 20 : Math.round(((soft[c] as number) * 1.2) / 64) * 64,
  golden: ({ own, light }: At, c: number) =>
    (own[c] as number) * ([1.15, 0.95, 0.6][c] as number) + light * ([0.1, 0.02, -0.05][c] as number),
  frost: ({ own }: At, c: number) => (own[c] as number) * ([0.6, 0.7, 0.75][c] as number) + ([70, 80, 95][c] as number),
  duotone: ({ light }: At, c: number) => ([30, 20, 90][c] as number) + (light / 255) * ([220, 190, 60][c] as number),
  faded: ({ own, light }: At, c: number) => 70 + 0.45 * (0.5 * (own[c] as number) + 0.5 * light) + ([14, 4, -10][c] as number),
  snow: ({ own, softLight, x, y, seed }: At, c: number) =>
    (own[c] as number) * 0.45 + 120 + 40 * fractalNoise(x / 7, y / 7, seed, 3) + (softLight > 120 ? 15 : 0),
  mosaic: ({ soft, x, y }: At, c: number) => (x % 16 < 2 || y % 16 < 2 ? 40 : (soft[c] as number)),
} satisfies Record<string, (at: At, channel: number) => number>;

export const styleNames = Object.keys(painters) as readonly (keyof typeof painters)[];

export function paintStyleNamed(name: keyof typeof painters, picture: Raster, seed: number): Raster {
  const blurred = blurRaster(picture, 4);
  const data = new Uint8ClampedArray(picture.data.length);
  const lightOf = (values: readonly number[]) => 0.3 * (values[0] as number) + 0.59 * (values[1] as number) + 0.11 * (values[2] as number);
  for (let at = 0; at < data.length; at += 3) {
    const own = [...picture.data.subarray(at, at + 3)];
    const soft = [...blurred.data.subarray(at, at + 3)];
    const place = { x: (at / 3) % picture.width, y: Math.floor(at / 3 / picture.width), seed };
    const pixel: At = { own, soft, light: lightOf(own), softLight: lightOf(soft), ...place };
    for (let c = 0; c < 3; c++) data[at + c] = painters[name](pixel, c);
  }
  return { ...picture, data };
}
