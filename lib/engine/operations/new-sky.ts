/** Paints another sky where the picture has one, and lets its light fall a little on the rest. */
import type { NamedColour } from "#lib/engine/instructions/colours.ts";
import type { SkyName } from "#lib/engine/instructions/operation.ts";
import type { Rgb } from "#lib/pixels/colour.ts";
import { colourStatistics, transferColours } from "#lib/pixels/colour-transfer.ts";
import { mapPixelsSlowly } from "#lib/pixels/map.ts";
import { fractalNoise } from "#lib/pixels/noise.ts";
import type { Plane } from "#lib/pixels/plane.ts";
import { hashPoint } from "#lib/pixels/random.ts";
import { newRaster, type Raster } from "#lib/pixels/raster.ts";
import { ramp } from "#lib/pixels/segment/ramp.ts";
import { part, type Work } from "#lib/pixels/work.ts";

interface Look {
  readonly top: Rgb;
  readonly middle: Rgb;
  readonly horizon: Rgb;
  readonly cloud: Rgb;
  readonly shade: Rgb;
  /** How much of it is cloud, 0..1. */
  readonly cover: number;
  readonly hasStars?: true;
  /** How much of the sky's colours the rest takes on. */
  readonly light: number;
  /** What the rest's brightness is multiplied by. */
  readonly dim: number;
}

const looks: Readonly<Record<SkyName, Look>> = {
  blue: {
    top: [38, 104, 196],
    middle: [98, 164, 228],
    horizon: [198, 224, 242],
    cloud: [255, 255, 255],
    shade: [206, 220, 236],
    cover: 0.12,
    light: 0.05,
    dim: 1.04,
  },
  cloudy: {
    top: [52, 112, 190],
    middle: [112, 168, 222],
    horizon: [204, 224, 238],
    cloud: [252, 252, 250],
    shade: [166, 182, 204],
    cover: 0.62,
    light: 0.06,
    dim: 1,
  },
  sunset: {
    top: [58, 62, 122],
    middle: [222, 112, 96],
    horizon: [255, 196, 108],
    cloud: [255, 172, 122],
    shade: [128, 72, 112],
    cover: 0.5,
    light: 0.3,
    dim: 0.86,
  },
  stormy: {
    top: [38, 44, 56],
    middle: [78, 88, 102],
    horizon: [146, 152, 158],
    cloud: [128, 134, 144],
    shade: [28, 32, 42],
    cover: 0.95,
    light: 0.24,
    dim: 0.74,
  },
  starry: {
    top: [6, 10, 28],
    middle: [18, 28, 64],
    horizon: [52, 66, 108],
    cloud: [58, 62, 104],
    shade: [16, 20, 46],
    cover: 0.22,
    hasStars: true,
    light: 0.42,
    dim: 0.4,
  },
};

export interface WantedSky {
  readonly name: SkyName;
  readonly colour?: NamedColour;
}

export function* putSky(source: Raster, sky: Plane, { name, colour }: WantedSky, seed: number): Work<Raster> {
  const { width, height } = source;
  const look = colour === undefined ? looks[name] : leanTo(looks[name], colour.rgb);
  const horizon = lowestRow(sky);
  const painted = yield* part(paintSky(width, height, horizon, look, seed), 0, 0.5);
  const toned = yield* part(transferColours(source, colourStatistics(painted), look.light), 0.5, 0.8);
  return yield* part(
    mapPixelsSlowly(toned, (red, green, blue, out, i) => {
      const share = sky.data[i] as number;
      out[0] = red * look.dim + share * ((painted.data[i * 3] as number) - red * look.dim);
      out[1] = green * look.dim + share * ((painted.data[i * 3 + 1] as number) - green * look.dim);
      out[2] = blue * look.dim + share * ((painted.data[i * 3 + 2] as number) - blue * look.dim);
    }),
    0.8,
    1,
  );
}

/** The middle and the clouds take the colour; overhead it is deeper and at the horizon paler. */
function leanTo(look: Look, colour: Rgb): Look {
  const towards = (from: Rgb, aim: Rgb, share: number): Rgb => [
    from[0] + share * (aim[0] - from[0]),
    from[1] + share * (aim[1] - from[1]),
    from[2] + share * (aim[2] - from[2]),
  ];
  const pale = towards(colour, [255, 255, 255], 0.45);
  const deep = towards(colour, [24, 22, 58], 0.5);
  return {
    ...look,
    top: towards(look.top, deep, 0.6),
    middle: towards(look.middle, colour, 0.75),
    horizon: towards(look.horizon, pale, 0.7),
    cloud: towards(look.cloud, pale, 0.6),
    shade: towards(look.shade, deep, 0.4),
  };
}

function* paintSky(width: number, height: number, horizon: number, look: Look, seed: number): Work<Raster> {
  const result = newRaster(width, height, 3);
  for (let y = 0; y < height; y++) {
    if (y % 16 === 0) yield y / height;
    const t = Math.min(1, y / horizon);
    for (let x = 0; x < width; x++) {
      const i = y * width + x;
      // Clouds lie flatter and closer the nearer they are to the horizon.
      const depth = 1 / (0.16 + 0.84 * (1 - 0.86 * t));
      const u = ((x / width - 0.5) * depth * width) / height;
      const body = fractalNoise(u * 2.1 + 9, depth * 3.2, seed, 6);
      const cover = ramp(body, 0.68 - 0.34 * look.cover, 0.86 - 0.34 * look.cover) * (0.35 + 0.65 * ramp(t, 1.02, 0.8));
      const lit = ramp(body - fractalNoise(u * 2.1 + 9.05, depth * 3.2 - 0.14, seed, 6), -0.1, 0.12);
      const star = look.hasStars === undefined ? 0 : starAt(x, y, Math.max(1, Math.round(height / 500)), seed) * (1 - 0.8 * t);
      for (let c = 0; c < 3; c++) {
        const upper = (look.top[c] as number) + ramp(t, 0, 0.6) * ((look.middle[c] as number) - (look.top[c] as number));
        const clear = upper + ramp(t, 0.5, 1) * ((look.horizon[c] as number) - upper);
        const cloud = (look.shade[c] as number) + lit * ((look.cloud[c] as number) - (look.shade[c] as number));
        const grain = (hashPoint(x, y, seed + c) - 0.5) * 3;
        result.data[i * 3 + c] = clear + 0.92 * cover * (cloud - clear) + (1 - cover) * star * 220 + grain;
      }
    }
  }
  return result;
}

function starAt(x: number, y: number, size: number, seed: number): number {
  const [column, row] = [Math.floor(x / size), Math.floor(y / size)];
  const chance = hashPoint(column, row, seed + 77);
  return chance > 0.9968 ? 0.35 + 0.65 * hashPoint(column, row, seed + 78) : 0;
}

/** Where nearly all of the sky lies above. */
function lowestRow({ width, height, data }: Plane): number {
  let total = 0;
  for (let i = 0; i < data.length; i++) total += data[i] as number;
  let seen = 0;
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) seen += data[y * width + x] as number;
    if (seen >= total * 0.97) return Math.max(1, y);
  }
  return height;
}
