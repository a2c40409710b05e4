/** Colours that were chosen to stand together, from dark to light; named ones take their place. */
import { createRandom } from "#lib/pixels/random.ts";
import { between, hex, luma, type Radiance, radianceOf } from "../light/radiance.ts";
import type { Scene } from "../scene.ts";

export type Swatches = readonly [Radiance, Radiance, Radiance, Radiance, Radiance];

const sets: readonly string[] = [
  "13263b 1f5f7a e4743f f2b66d f6ead6",
  "1c1a2e 5b3a8c d6497d f79b7b fdeade",
  "10312b 2f6f57 9fb96a e8c66a faf3df",
  "2a1b2d 7d2e4c d9583b f2a65a fbead0",
  "0f2440 2c5aa0 6fb1d6 f3c9a8 f8f1e7",
  "22262e 4f6272 b7a08a e0cdb4 f5efe6",
  "1a1423 3d315b 7f6ba8 f0a6a0 fff1e3",
  "0b3037 137c78 5ec2a7 f6d186 fdf6e3",
];

const retro: readonly string[] = ["3a2a24 d1495b edae49 00798c f6ecd8", "2d2a32 c8553d f28f3b 588b8b fbeed9"];

/** Tubes of light against the night. */
const neon: readonly string[] = [
  "140a33 5a1fd0 e0218a ff7a4d 35d0ff",
  "0a1238 2a3be0 b026e8 ff4fa0 4de8e0",
  "1a0630 8a1fd6 ff2f7d ff9a3d ffe46a",
];

/** Every colour with as much grey in it as keeps them quiet together. */
const muted: readonly string[] = [
  "6e7b7d a5978f c3a99b b4bcab ebe5db",
  "77707f a58d8f cbb5a6 97a59c efe9e1",
  "6b7568 9c8a7c bfa6a0 a9b4bb ece7df",
];
const earthy: readonly string[] = [
  "4a352a a35a3a cb8f5e dcbf97 f5ebdc",
  "3e3a2c 8a6a45 b5744c d9b48c f1e6d4",
  "51382f b8694b 8d8a63 e0b68a f6ecdf",
];

/** Without a dark one. */
const pastel: readonly string[] = [
  "a9c4de f3c6c9 f9e2c0 c9dfc8 fbf6ee",
  "c6b9dc f6cdd8 bfe0dc fbe6c6 faf5f0",
  "9fc7c2 f7d6c4 f2c0c8 dcd2ec fdf8f0",
];

export function swatchesFor(scene: Scene): Swatches {
  const random = createRandom(scene.seed + 77);
  const choice = scene.styles.includes("retro")
    ? retro
    : scene.styles.includes("muted")
      ? muted
      : scene.styles.includes("earthy")
        ? earthy
        : scene.traits.includes("pastel")
          ? pastel
          : scene.traits.includes("neon")
            ? neon
            : sets;
  const codes = (choice[Math.floor(random() * choice.length)] ?? "").split(" ").map((code) => hex(code));
  const [a, b, c, d, e] = codes as [Radiance, Radiance, Radiance, Radiance, Radiance];
  const [first, second, third] = scene.palette.map((colour) => radianceOf(colour));
  if (first === undefined) return [a, b, c, d, e];
  const black = hex("0c0d14");
  const paper = hex("fbf6ec");
  // What was asked for dark is not to turn white where it is lit.
  const isDark = luma(first) < 0.11;
  if (second === undefined && isDark)
    return [between(first, black, 0.9), between(first, black, 0.6), first, between(first, paper, 0.14), between(first, paper, 0.32)];
  if (second === undefined)
    return [between(first, black, 0.82), between(first, black, 0.4), first, between(first, paper, 0.4), between(first, paper, 0.88)];
  if (third === undefined) return [between(first, black, 0.8), first, between(first, second, 0.5), second, between(second, paper, 0.82)];
  return [between(first, black, 0.72), first, second, third, between(third, paper, 0.85)];
}

/** A colour on the way through all of them, 0..1. */
export function along(swatches: Swatches, t: number): Radiance {
  const at = Math.max(0, Math.min(3.9999, t * 4));
  const from = Math.floor(at);
  return between(swatches[from] as Radiance, swatches[from + 1] as Radiance, at - from);
}
