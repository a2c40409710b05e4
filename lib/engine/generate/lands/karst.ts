/** Towers of limestone that stand by themselves along a river, as at Guilin: steep flanks under green, bare where they fall sheer. */
import { lengthOf } from "#lib/pixels/length.ts";
import { createNoiseField } from "#lib/pixels/noise-field.ts";
import { hashPoint } from "#lib/pixels/random.ts";
import { between, dim, hex, ramp, set, towards } from "../light/radiance.ts";
import type { Scene } from "../scene.ts";
import type { Land } from "./ground.ts";

const limestone = hex("a39d8f");
const stain = hex("5d5a52");
const bush = hex("365a2c");
const light = hex("7f9648");
const bank = hex("6f8a3e");

/** One tower to a cell at most; some cells are left free. */
const cell = 0.82;

export function karstOf(scene: Scene): Land {
  const noise = createNoiseField(scene.seed + 93);
  const drift = (scene.seed % 1000) * 0.31;
  const side = scene.room === undefined ? (scene.seed % 2 === 0 ? 1 : -1) : scene.room === "left" ? 1 : -1;
  // The river comes from far away in one long bend, and the towers keep off it.
  const river = (z: number): number => side * (0.3 - 0.9 * ramp(0.6, 5, z) + 1.5 * ramp(4, 12, z));
  const half = (z: number): number => 1.1 - 0.75 * ramp(0.6, 3.4, z);
  const height = (x: number, z: number, octaves: number): number => {
    const aside = Math.abs(x - river(z)) - half(z) + 0.2 * (noise.fractal(x * 1.3 + drift, z * 1.3, 2) - 0.5);
    if (aside < 0) return -0.01;
    const plain = Math.min(0.012, 0.1 * aside) + (octaves > 4 ? 0.01 * ramp(0, 0.1, aside) * noise.fractal(x * 9, z * 9, 2) : 0);
    return Math.max(plain, towersAt(x, z, octaves, aside));
  };
  const towersAt = (x: number, z: number, octaves: number, aside: number): number => {
    const free = ramp(0.02, 0.3, aside) * ramp(0.9, 1.5, z);
    if (free === 0) return 0;
    const [column, row] = [Math.floor(x / cell), Math.floor(z / cell)];
    // Gullies run down from the top, so the outline of a tower is never a circle.
    const worn = 0.34 * (noise.fractal(x * 2.4 + drift, z * 2.4, Math.min(5, octaves)) - 0.5);
    let top = 0;
    for (let i = column - 1; i <= column + 1; i++)
      for (let k = row - 1; k <= row + 1; k++) {
        const luck = hashPoint(i, k, scene.seed + 5);
        if (luck < 0.3) continue;
        const [cx, cz] = [
          (i + 0.2 + 0.6 * hashPoint(i, k, scene.seed + 6)) * cell,
          (k + 0.2 + 0.6 * hashPoint(i, k, scene.seed + 7)) * cell,
        ];
        const wide = (0.24 + 0.22 * hashPoint(i, k, scene.seed + 8)) * (0.8 + 0.5 * luck);
        const far = lengthOf(x - cx, (z - cz) * 0.9) / wide + worn;
        if (far >= 1) continue;
        // Sheer at its flanks, rounded at the top.
        const body = far <= 0 ? 1 : (1 - far ** 2.6) ** 0.8;
        top = Math.max(top, (0.16 + 0.62 * ramp(0.3, 1, luck) ** 1.3) * body);
      }
    return top * free * (1 + (octaves > 4 ? 0.1 * (noise.fractal(x * 7, z * 7 + drift, octaves - 3) - 0.5) : 0));
  };
  return {
    near: 0.1,
    far: 30,
    shadowReach: 1.4,
    octaves: 8,
    height,
    paint: ({ x, z, height: at, flatness, footprint }, out) => {
      const crowns = footprint < 0.01 ? noise.billow(x * 30, z * 30 + at * 26, 3) : 0.45;
      const patch = noise.fractal(x * 3 + 20, z * 3 + at * 3, 4);
      set(out, between(bush, light, 1.5 * (patch - 0.3)));
      dim(out, 0.5 + 0.95 * crowns);
      if (at < 0.03) towards(out, bank, 0.7 * ramp(0.03, 0.012, at));
      // Where it falls sheer nothing holds; rain has drawn dark stripes down the stone.
      const bare = ramp(0.34, 0.2, flatness + 0.42 * (patch - 0.5)) * ramp(0.05, 0.14, at);
      const stripe = noise.fractal(x * 26, z * 26, 3);
      towards(out, between(limestone, stain, 1.5 * (stripe - 0.32)), 0.8 * bare);
    },
  };
}
