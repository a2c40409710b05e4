/** Clouds seen from above, out to the horizon, with the peaks that stand out of them. */
import { createNoiseField } from "#lib/pixels/noise-field.ts";
import type { Land } from "./ground.ts";
import { mountainsOf } from "./lands.ts";
import { hex, ramp, towards } from "./radiance.ts";
import type { Scene } from "./scene.ts";

const white = hex("f6f7fa", 0.92);

export function cloudSeaOf(scene: Scene): Land {
  const noise = createNoiseField(scene.seed + 311);
  const drift = (scene.seed % 1000) * 0.23;
  const peaks = mountainsOf(scene, { from: 1.2, to: 9, rise: 2.1, floor: -0.55 });
  const clouds = (x: number, z: number, octaves: number): number => {
    const swell = noise.fractal(x * 0.3 + drift, z * 0.42, 2) - 0.5;
    const heaps = 1 - noise.billow(x * 0.8 + drift, z * 1.1 + drift, Math.min(6, Math.max(2, octaves - 2)));
    // They pile up where they meet a slope.
    return 0.34 * swell + (0.1 + 0.16 * ramp(0.6, 5, z)) * (heaps - 0.5);
  };
  const height = (x: number, z: number, octaves: number): number => Math.max(clouds(x, z, octaves), peaks.height(x, z, octaves));
  return {
    near: 0.3,
    far: 60,
    shadowReach: 3,
    octaves: 8,
    height,
    paint: (point, out) => {
      peaks.paint(point, out);
      // Mist climbs the rock where the two meet.
      const above = point.height - clouds(point.x, point.z, 4);
      const wisp = 0.12 * noise.fractal(point.x * 4 + drift, point.z * 4, 3);
      towards(out, white, ramp(0.16, 0.02, above - wisp));
    },
  };
}
