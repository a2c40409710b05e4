/** Canyons and table mountains: what water left standing of flat layers of rock, in steps, with the layers showing on every wall. */
import { createNoiseField } from "#lib/pixels/noise-field.ts";
import { dim, hex, type Radiance, ramp, set, towards } from "../light/radiance.ts";
import type { Scene } from "../scene.ts";
import type { Land } from "./ground.ts";

const layers: readonly Radiance[] = ["b5623a", "8f4527", "c98556", "a5512f", "d9a877", "7a3a24", "bd6d44"].map((code) => hex(code));
const dust = hex("cf9a68");
const scree = hex("b0704a");
const bush = hex("5a6338");

export function mesasOf(scene: Scene): Land {
  const noise = createNoiseField(scene.seed + 91);
  const drift = (scene.seed % 1000) * 0.41;
  const height = (x: number, z: number, octaves: number): number => {
    // The way of the river stays open; to both sides and farther off rock is left.
    const open = ramp(0.5, 2.2, Math.abs(x - 0.35 * Math.sin(z * 0.7 + drift)) * 1.5 + 0.22 * z);
    const floor = 0.02 + (octaves > 5 ? 0.012 * (noise.fractal(x * 5 + drift, z * 5, octaves - 5) - 0.5) : 0);
    if (open === 0) return floor;
    const bend = 0.5 * (noise.fractal(x * 0.6 + drift, z * 0.6, 2) - 0.5);
    const body =
      noise.fractal(x * 0.42 + drift + bend, z * 0.42 + 3, 3) +
      0.16 * (noise.fractal(x * 1.9 + drift, z * 1.9, Math.min(3, octaves)) - 0.5);
    const tall = 1.5 * open * ramp(0.4, 0.72, body);
    // Steps: walls, each with a slope of rubble at its foot.
    const step = 0.24;
    const level = Math.floor(tall / step);
    const within = tall / step - level;
    return (level + 0.28 * within + 0.72 * ramp(0.2, 0.95, within)) * step + floor;
  };
  return {
    near: 0.12,
    far: 34,
    shadowReach: 2.6,
    octaves: 8,
    height,
    paint: ({ x, z, height: at, flatness }, out) => {
      const grain = noise.fractal(x * 6, z * 6, 3);
      // Layers are level all over the land, of uneven thickness, and a little worn.
      const up = at * 17 + 0.9 * (noise.fractal(x * 0.7, z * 0.7 + drift, 3) - 0.5) + 3 * noise.value(at * 5, 7);
      const n = Math.floor(up);
      set(out, layers[((n % layers.length) + layers.length) % layers.length] as Radiance);
      towards(out, layers[(((n + 1) % layers.length) + layers.length) % layers.length] as Radiance, ramp(0.7, 1, up - n));
      dim(out, 0.8 + 0.4 * noise.fractal(x * 14 + z * 14, at * 3, 3));
      const isFlat = ramp(0.6, 0.85, flatness);
      towards(out, scree, 0.7 * ramp(0.4, 0.62, flatness));
      towards(out, dust, isFlat * (0.7 + 0.5 * (grain - 0.5)));
      // Pebbles near by; low bushes farther off, where they are specks.
      dim(out, 1 + isFlat * 0.3 * (noise.fractal(x * 90, z * 90, 3) - 0.5) * ramp(2.5, 0.3, z));
      towards(out, bush, 0.75 * isFlat * ramp(0.8, 0.86, noise.value(x * 46, z * 46)) * ramp(0.9, 1.6, z));
    },
  };
}
