/** The lands a scene may stand on: what their heights are and what covers them. */
import { lengthOf } from "#lib/pixels/length.ts";
import { createNoiseField, type NoiseField } from "#lib/pixels/noise-field.ts";
import { between, dim, hex, type Radiance, radianceOf, ramp, set, towards } from "../light/radiance.ts";
import type { Scene } from "../scene.ts";
import type { Land } from "./ground.ts";

const rock = hex("6d655f");
const darkRock = hex("453f3f");
const pine = hex("27402c");
const pasture = hex("62793a");
const straw = hex("a89a52");
const deepGrass = hex("35522a");
const sand = hex("dba365");
const paleSand = hex("ecc890");

export interface MountainShape {
  /** Distance at which they begin to rise, and at which they stand in full. */
  readonly from: number;
  readonly to: number;
  readonly rise: number;
  /** The ground in front of them, under (negative) or over the water. */
  readonly floor: number;
  /** Where the valley opens, as x over z: a low sun is seen there. */
  readonly gap?: number;
  /** Behind another land its near part is never seen. */
  readonly near?: number;
}

/** The way from the middle of a valley; rounded, as a fold would be seen as a line from top to bottom. */
function roundedFold(across: number): number {
  return Math.sqrt(across * across + 0.12) - 0.2;
}

export function mountainsOf(scene: Scene, shape: MountainShape): Land {
  const noise = createNoiseField(scene.seed + 40);
  const drift = (scene.seed % 1000) * 0.37;
  const isAllWhite = scene.hasSnow && scene.setting === "mountains";
  const snowLine = isAllWhite ? -0.3 : scene.hasSnow ? 0.05 : 0.42 * shape.rise;
  const leaf = scene.season === "autumn" ? hex("b0692a") : pine;
  // Lit by a high sun it would be printed as one white.
  const white = hex("eef3fa", scene.hour !== "day" ? 1 : isAllWhite ? 0.6 : 0.84);
  const coneAt = scene.traits.includes("cone") && shape.rise > 1.2 ? coneOf(scene, shape, noise) : undefined;
  const height = (x: number, z: number, octaves: number): number => {
    const open = shape.gap === undefined ? 1 : 0.16 + 0.84 * ramp(0.04, 0.44, Math.abs(x / z - shape.gap));
    const valley = open * ramp(shape.from, shape.to, z + 1.1 * roundedFold(x + 2 * (noise.value(z * 0.12 + drift, 3) - 0.5)));
    // Where nothing has risen yet there is no rock to be carved.
    const peaks = valley === 0 ? 0 : noise.eroded(x * 0.17 + drift, z * 0.17 + drift, octaves) - 0.06;
    // Bays and tongues of land, which only show where it is low.
    const shore = valley > 0.5 ? 0 : (0.1 - 0.2 * valley) * (noise.fractal(x * 0.55 + drift, z * 0.55, 2) - 0.5);
    const cone = coneAt?.(x, z, octaves) ?? 0;
    // At one's feet there is water wherever there is any.
    const dip = shape.floor < 0 ? 0.1 * ramp(1.15, 0.4, z) : 0;
    return shape.floor - dip + shore + shape.rise * Math.max(cone, valley * (0.12 + 2.1 * peaks) * (coneAt === undefined ? 1 : 0.32));
  };
  return {
    near: shape.near ?? 0.12,
    far: 42,
    shadowReach: 6,
    octaves: 9,
    height,
    paint: ({ x, z, height: at, flatness, footprint }, out) => {
      const grain = noise.fractal(x * 9 + at * 14, z * 9, 4);
      const strata = noise.fractal(at * 16 + grain, x * 0.7, 3);
      set(out, rock);
      towards(out, darkRock, 1.5 * (strata - 0.25) * ramp(1, 0.55, flatness));
      const meadow = ramp(0.72, 0.88, flatness + 0.14 * (grain - 0.5)) * ramp(snowLine * 1.05, snowLine * 0.6, at);
      towards(out, pasture, 0.85 * meadow);
      towards(out, straw, meadow * ramp(0.45, 0.7, noise.fractal(x * 2.2, z * 2.2 + 9, 3)) * 0.5);
      // Grass in tufts and in the shade of clouds, so that the floor of a valley is no lawn.
      const near = ramp(3, 0.6, z);
      const shade = 0.62 + 0.5 * noise.fractal(x * 24, z * 24, 3) + 0.35 * (noise.fractal(x * 1.3 + 30, z * 1.3, 3) - 0.5);
      towards(out, deepGrass, 0.6 * near * meadow);
      dim(out, 1 - near * (1 - Math.min(1, shade)));
      // Woods up to the tree line; single crowns show where a pixel is fine enough.
      const crowns = footprint < 0.012 ? noise.billow(x * 34, z * 34, 2) : 0.4;
      const wood =
        ramp(0.36, 0.52, noise.fractal(x * 1.6 + 50, z * 1.6, 4) + 0.12 * (0.8 - at / shape.rise)) *
        ramp(0.5, 0.68, flatness) *
        ramp(0.5, 1.1, z);
      towards(out, leaf, wood * ramp(snowLine * 0.86, snowLine * 0.5, at) * 0.95);
      if (wood > 0.4 && at < snowLine * 0.7) {
        const depth = 0.55 + 0.75 * crowns;
        out.r *= depth;
        out.g *= depth;
        out.b *= depth;
      }
      const cover =
        ramp(snowLine - 0.1, snowLine + 0.25, at + 0.5 * (grain - 0.5)) *
        ramp(isAllWhite ? 0.54 : 0.42, isAllWhite ? 0.72 : 0.66, flatness + 0.22 * (grain - 0.5));
      towards(out, white, cover);
    },
  };
}

/** A volcano by itself: its flanks steepen to a dented rim, and gullies run down from it. */
function coneOf({ seed, room }: Scene, { to }: MountainShape, noise: NoiseField): (x: number, z: number, octaves: number) => number {
  const z0 = Math.max(7, to * 0.85);
  const aside = 0.1 + 0.12 * ((seed % 7) / 7);
  const x0 = z0 * aside * (room === "left" ? 1 : room === "right" ? -1 : seed % 2 === 0 ? 1 : -1);
  const reach = z0 * 0.62;
  return (x, z, octaves) => {
    const [dx, dz] = [x - x0, z - z0];
    const far = lengthOf(dx, dz) / reach;
    if (far >= 1) return 0;
    const turn = Math.atan2(dz, dx);
    const gully = 0.05 * far * (1 - far) * 4 * (noise.fractal(turn * 7 + 40, far * 2.5, Math.min(5, octaves)) - 0.5);
    const rim = 0.02 * (noise.value(turn * 3 + 9, 2) - 0.5);
    return 1.55 * (Math.min(1 - far, 0.93 + rim) ** 1.75 + gully);
  };
}

/** Where a low sun is to be seen the dunes far off lie lower. */
export function dunesOf(scene: Scene, gap?: number): Land {
  const noise = createNoiseField(scene.seed + 80);
  const drift = (scene.seed % 1000) * 0.53;
  const said = scene.landColour;
  const ground = said === undefined ? sand : between(sand, radianceOf(said), 0.72);
  const pale = said === undefined ? paleSand : between(paleSand, radianceOf(said), 0.55);
  // A dune is long on the side of the wind and steep on the other: the distance to a crest line, folded unevenly.
  const roadAt = roadOf(scene);
  const dune = (u: number, v: number): number => {
    const bend = 1.25 * noise.fractal(u * 0.5 + drift, v * 0.5, 2) + 0.16 * noise.value(u * 1.6, v * 1.6 + drift);
    const phase = (u * 0.42 + v * 0.62 + bend * 1.3) % 1;
    const t = phase < 0 ? phase + 1 : phase;
    const rise = t < 0.68 ? t / 0.68 : (1 - t) / 0.32;
    return rise * rise * (3 - 2 * rise) * 0.45 + rise * 0.55;
  };
  const height = (x: number, z: number, octaves: number): number => {
    const great = dune(x * 0.75, z * 0.75);
    const small = dune(x * 2.1 + 7, z * 2.1 + 3);
    const far = ramp(0.3, 5, z);
    const size =
      (0.3 + 0.9 * noise.value(x * 0.3 + drift, z * 0.3 + 5)) *
      levelAt(x, z) *
      (gap === undefined ? 1 : 1 - 0.72 * ramp(0.34, 0.06, Math.abs(x / z - gap)) * ramp(0.5, 2, z));
    return (0.17 + 0.4 * far) * great * size + 0.05 * small * size * (1 - 0.6 * far) + (octaves > 6 ? ripples(x, z) : 0);
  };
  // A road keeps to the flat, and sand blows over its edges.
  const levelAt = (x: number, z: number): number => (roadAt === undefined ? 1 : ramp(0.02, 0.9, Math.abs(x - roadAt(z))));
  const ripples = (x: number, z: number): number => {
    const bend = 1.2 * noise.fractal(x * 7, z * 7, 2);
    return 0.00022 * Math.sin((x * 0.5 + z) * 260 + bend * 9) * ramp(0.9, 0.2, z);
  };
  return {
    near: 0.1,
    far: 40,
    shadowReach: 1.6,
    octaves: 8,
    height,
    paint: ({ x, z, flatness }, out) => {
      set(out, ground);
      towards(out, pale, 1.4 * (noise.fractal(x * 1.4, z * 1.4, 4) - 0.35) + 0.4 * (flatness - 0.9));
      const grain = 0.94 + 0.12 * noise.value(x * 2600, z * 2600);
      out.r *= grain;
      out.g *= grain;
      out.b *= grain;
      if (roadAt !== undefined) layAsphalt(out, noise, Math.abs(x - roadAt(z)), x, z);
    },
  };
}

/** Where the middle of a road runs: nearly straight, towards where it vanishes. */
function roadOf({ traits, seed }: Scene): ((z: number) => number) | undefined {
  const side = seed % 2 === 0 ? 1 : -1;
  return traits.includes("path") ? (z) => side * (0.012 + 0.03 * z * Math.sin(0.55 * z)) : undefined;
}

const roadHalf = 0.03;

function layAsphalt(out: Radiance, noise: NoiseField, aside: number, x: number, z: number): void {
  const blown = 0.006 * (noise.fractal(x * 40, z * 9, 3) - 0.5);
  const cover = ramp(roadHalf, roadHalf * 0.94, aside + blown);
  if (cover === 0) return;
  const tar = hex("3c3a3a");
  dim(tar, 0.8 + 0.4 * noise.fractal(x * 300, z * 300, 2));
  towards(tar, sand, 0.45 * ramp(0.52, 0.72, noise.fractal(x * 30, z * 5, 3)));
  const dash = ((z * 9) % 1) - 0.5;
  const paint = Math.max(ramp(0.0014, 0.0008, aside) * ramp(0.05, -0.05, dash), ramp(0.0012, 0.0006, Math.abs(aside - roadHalf * 0.88)));
  towards(tar, hex("e8dfc4"), 0.85 * paint);
  towards(out, tar, cover);
}

/** A strip of sand at one's feet that runs out into the water. */
export function beachOf(scene: Scene): Land {
  const noise = createNoiseField(scene.seed + 85);
  const drift = (scene.seed % 1000) * 0.29;
  const [dry, bright, wet] = (scene.traits.includes("black sand") ? ["4a484a", "6b6868", "1d1c20"] : ["ecc890", "fff2d8", "8a6a48"]).map(
    (code) => hex(code),
  ) as [Radiance, Radiance, Radiance];
  const lean = scene.seed % 2 === 0 ? 0.5 : -0.5;
  return {
    near: 0.02,
    far: 1.2,
    shadowReach: 0,
    octaves: 7,
    height: (x, z, octaves) => {
      const shore = 0.2 + lean * x + 0.09 * (noise.fractal(x * 5 + drift, 2, 3) - 0.5);
      const rise = 0.045 * Math.min(0.2, shore - z);
      return rise + (octaves > 5 && rise > 0 ? 0.0009 * (noise.fractal(x * 60, z * 60, 3) - 0.5) : 0);
    },
    paint: ({ x, z, height }, out) => {
      set(out, dry);
      towards(out, bright, 0.6 * noise.fractal(x * 30, z * 30, 3));
      // The last wave left it wet, with a seam of foam.
      towards(out, wet, 0.75 * ramp(0.0016, 0.0004, height));
      towards(out, hex("ffffff"), 0.9 * ramp(0.0005, 0.0001, height) * ramp(0.3, 0.6, noise.fractal(x * 50, z * 50 + 3, 3)));
      const grain = 0.92 + 0.14 * noise.value(x * 4000, z * 4000);
      out.r *= grain;
      out.g *= grain;
      out.b *= grain;
    },
  };
}
