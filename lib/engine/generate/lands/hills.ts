/** Rolling ground: meadows, fields in rows, the floor of a wood, snow, and the path that leads over it. */
import { createNoiseField, type NoiseField } from "#lib/pixels/noise-field.ts";
import { between, dim, hex, radianceOf, ramp, set, towards } from "../light/radiance.ts";
import type { Scene } from "../scene.ts";
import type { Land } from "./ground.ts";

const snow = hex("eef3fa");
const pine = hex("27402c");
const straw = hex("a89a52");

/** How much of a path lies there; undefined where none was asked for. It winds away from one's feet, as broad as a cart. */
export function pathOf(scene: Scene): ((x: number, z: number) => number) | undefined {
  if (!scene.traits.includes("path")) return undefined;
  const noise = createNoiseField(scene.seed + 86);
  const bend = scene.seed % 2 === 0 ? 1 : -1;
  return (x, z) => {
    const far = Math.abs(x - bend * (0.16 * Math.sin(z * 2.6 + 0.5) * Math.min(1, z * 1.8) - 0.02));
    return far > 0.05 ? 0 : ramp(0.034, 0.022, far + 0.008 * (noise.fractal(x * 60, z * 60, 2) - 0.5));
  };
}

/** Where the middle of a river runs at that distance; undefined where none was asked for. It crosses the picture in bends. */
export function riverOf(scene: Scene): ((z: number) => number) | undefined {
  if (!scene.traits.includes("river")) return undefined;
  const side = scene.room === undefined ? (scene.seed % 2 === 0 ? 1 : -1) : scene.room === "left" ? 1 : -1;
  return (z) => side * (0.07 + 0.16 * z) * Math.cos(3.1 * Math.sqrt(Math.max(0, z)) - 0.5);
}

export const riverHalf = (z: number): number => 0.055 + 0.016 * z;

/** Poppies are not sown in rows: they come up where they like. */
function growsWild({ traits }: Scene): boolean {
  return traits.includes("poppies");
}

/** How thick wild flowers stand there: what is planted one by one near by is a colour of the ground farther off. */
export function driftAt(noise: NoiseField, x: number, z: number): number {
  return ramp(0.36, 0.6, noise.fractal(x * 2.4 + 5, z * 2.4, 4)) * ramp(5, 2.2, z);
}

/** How full a spot is of a crop: fields of one flower are planted in rows that run away from the eye. */
export function rowsOf(scene: Scene): ((x: number, z: number) => number) | undefined {
  const isOfFlowers = scene.traits.includes("wildflowers") && scene.colours.flower !== undefined && !growsWild(scene);
  const isField = scene.setting === "meadow" && (isOfFlowers || scene.traits.includes("rows"));
  if (!isField) return undefined;
  const lean = scene.seed % 2 === 0 ? 0.25 : -0.25;
  return (x, z) => {
    const across = (x - lean * z) * 11 + 0.3;
    return ramp(0.1, 0.3, Math.abs((((across % 1) + 1) % 1) - 0.5) * -1 + 0.5);
  };
}

export function hillsOf(scene: Scene): Land {
  const noise = createNoiseField(scene.seed + 60);
  const drift = (scene.seed % 1000) * 0.41;
  const isWhite = scene.hasSnow;
  // Under trees grows less, and darker.
  const isWood = scene.setting === "forest";
  const green = isWood ? ([hex("2f4220"), hex("5f6f34")] as const) : ([hex("4e7a2e"), hex("93ad4c")] as const);
  const isWheat = scene.traits.includes("wheat");
  const [low, high] = isWheat
    ? ([hex("94773c"), hex("dcc27c")] as const)
    : scene.season === "autumn"
      ? ([hex("8c7a3a"), hex("c09a4c")] as const)
      : green;
  const broadAt = (x: number, z: number): number => noise.fractal(x * 0.9 + 70, z * 0.9, 2);
  const rows = rowsOf(scene);
  const bloomed = radianceOf(scene.colours.flower ?? (scene.season === "autumn" ? [150, 92, 34] : [62, 108, 40]));
  const pathAt = pathOf(scene) ?? (() => 0);
  // Under a high sun, so bright that its forms would be lost, it is printed darker.
  const albedo = scene.hour === "day" ? 0.55 : 0.7;
  const whiteAt = (x: number, z: number, octaves: number, broad: number): number => {
    const drifts = octaves > 4 ? 0.012 * ramp(2.4, 0.2, z) * noise.fractal(x * 7 + drift, z * 15, 3) : 0;
    return (0.5 + 1.2 * ramp(0.6, 9, z)) * (broad - 0.4) + 0.04 * (noise.fractal(x * 1.5, z * 1.5 + drift, 2) - 0.5) + drifts;
  };
  const river = riverOf(scene);
  // Down to the water, and flat beside it.
  const height = (x: number, z: number, octaves: number): number => {
    if (river === undefined) return rolling(x, z, octaves);
    const half = riverHalf(z);
    const aside = Math.abs(x - river(z)) + 0.02 * (noise.fractal(x * 9, z * 9, 3) - 0.5);
    const bank = 0.006 + 0.5 * Math.max(0, rolling(x, z, octaves) + 0.12) * ramp(half, half + 0.5 + 0.3 * z, aside);
    return -0.015 + (bank + 0.015) * ramp(half * 0.8, half * 1.15, aside);
  };
  const rolling = (x: number, z: number, octaves: number): number => {
    const broad = noise.fractal(x * 0.32 + drift, z * 0.32, 3);
    if (isWhite) return whiteAt(x, z, octaves, broad);
    const fine = octaves > 5 ? (isWood ? 0.3 : 1) * blades(noise, x, z) * (1 - pathAt(x, z)) : 0;
    return (0.5 + 1.2 * ramp(0.6, 9, z)) * (broad - 0.4) + 0.05 * (noise.fractal(x * 1.5, z * 1.5 + drift, 3) - 0.5) + fine;
  };
  return {
    near: river === undefined ? 0.05 : 0.06,
    far: 40,
    shadowReach: isWhite ? 2 : 0.7,
    octaves: 8,
    height,
    paint: ({ x, z, height: at, footprint }, out) => {
      const patch = noise.fractal(x * 1.1 + 20, z * 1.1, 4);
      const onPath = pathAt(x, z);
      if (isWhite) {
        // Wind has packed it in drifts; a path through it is trodden, not bare.
        set(out, snow, albedo + 0.1 * patch + 0.05 * noise.fractal(x * 9, z * 3, 3) - 0.16 * onPath);
        dim(out, 0.985 + 0.03 * noise.value(x * 900, z * 900));
        return;
      }
      set(out, low);
      towards(out, high, 2 * (patch - 0.3));
      // Behind the field lie pastures and woods, or all of the land would be of one colour.
      if (isWheat) towards(out, between(hex("3f5a2a"), hex("7f8f48"), patch), 0.85 * ramp(0.75, 1.15, z + 0.3 * (broadAt(x, z) - 0.5)));
      towards(out, straw, ramp(0.55, 0.75, noise.fractal(x * 0.5 + 4, z * 0.5, 3)) * 0.4);
      const tuft = noise.fractal((x * 60) / (1 + z), z * 60, 3);
      // Clouds draw their shadows over the land.
      const cloud = 0.5 + 0.5 * ramp(0.36, 0.58, noise.fractal(x * 0.34 + 60, z * 0.34, 3));
      const shade = (0.72 + 0.56 * tuft) * cloud;
      out.r *= shade;
      out.g *= shade;
      out.b *= shade;
      if (onPath > 0) {
        const earth = hex(scene.season === "autumn" ? "a9713c" : "b09a74");
        dim(earth, (0.7 + 0.5 * noise.fractal(x * 90, z * 90, 3)) * cloud);
        towards(out, earth, onPath * 0.9);
      }
      if (rows !== undefined) {
        // Far off the rows run together; near by earth shows between them.
        const full = rows(x, z) + (0.72 - rows(x, z)) * ramp(0.0025, 0.011, footprint);
        if (scene.traits.includes("rows")) towards(out, hex("a5865a"), 0.85 * (1 - full));
        else dim(out, 1 - 0.35 * (1 - full));
        const heads = 0.62 + 0.7 * noise.fractal(x * 210, z * 150, 3);
        towards(
          out,
          { r: bloomed.r * heads, g: bloomed.g * heads, b: bloomed.b * heads },
          full * ramp(9, 3, z) * (scene.traits.includes("sunflowers") ? ramp(0.5, 1.6, z) : 1) * (0.5 + 0.45 * ramp(0.3, 0.6, patch + 0.1)),
        );
      }
      if (growsWild(scene)) {
        const heads = 0.55 + 0.8 * noise.fractal(x * 260, z * 170, 3);
        towards(
          out,
          { r: bloomed.r * heads, g: bloomed.g * heads, b: bloomed.b * heads },
          0.75 * driftAt(noise, x, z) * ramp(0.12, 0.7, z),
        );
      }
      // Silt and wet stones where the water ends.
      if (river !== undefined) towards(out, hex("6b6048"), 0.75 * ramp(0.008, 0.002, at));
      if (isWood && scene.season === "autumn") {
        const fallen = ramp(0.62, 0.72, noise.value(x * 420, z * 300)) * ramp(0.006, 0.002, footprint);
        towards(out, noise.value(x * 190 + 7, z * 190) > 0.5 ? hex("c8702a") : hex("a83e1c"), 0.85 * fallen);
      }
      // Copses on the far slopes.
      const copse = ramp(0.56, 0.62, noise.fractal(x * 1.7 + 90, z * 1.7, 5)) * ramp(1.6, 3, z);
      if (copse === 0) return;
      const crown = footprint < 0.01 ? 0.5 + 0.8 * noise.billow(x * 28, z * 28 + at, 2) : 0.8;
      towards(out, { r: pine.r * crown, g: pine.g * crown * 1.1, b: pine.b * crown }, copse);
    },
  };
}

/** Grass that stands: it breaks the crest of a near hill and catches the light. */
function blades(noise: NoiseField, x: number, z: number): number {
  const fade = ramp(1.2, 0.3, z);
  return fade === 0 ? 0 : 0.006 * fade * noise.fractal(x * 160, z * 90, 3);
}
