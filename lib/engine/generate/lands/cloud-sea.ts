/** Clouds seen from above, out to the horizon, with the peaks that stand out of them. */
import { createNoiseField } from "#lib/pixels/noise-field.ts";
import { hex, ramp, towards } from "../light/radiance.ts";
import type { Scene } from "../scene.ts";
import type { Land } from "./ground.ts";
import { mountainsOf } from "./lands.ts";

const white = hex("f6f7fa", 0.92);

export function cloudSeaOf(scene: Scene): Land {
  const noise = createNoiseField(scene.seed + 311);
  const drift = (scene.seed % 1000) * 0.23;
  const peaks = mountainsOf({ ...scene, hasSnow: false }, { from: 1.6, to: 9, rise: 2.4, floor: -0.62 });
  const clouds = (x: number, z: number, octaves: number): number => {
    const swell = noise.fractal(x * 0.26 + drift, z * 0.34, 2) - 0.5;
    const warp = noise.value(x * 0.9, z * 0.9 + drift) - 0.5;
    // Round above and creased between: the creases of the noise turned upside down.
    const heaps = noise.billow(x * 0.8 + drift + 0.7 * warp, z * 1 + drift + 0.7 * warp, Math.min(5, Math.max(2, octaves - 2)));
    return 0.4 * swell + (0.19 + 0.12 * ramp(0.6, 5, z)) * (heaps - 0.5);
  };
  const height = (x: number, z: number, octaves: number): number => Math.max(clouds(x, z, octaves), peaks.height(x, z, octaves));
  return {
    near: 0.3,
    far: 60,
    shadowReach: 3,
    octaves: 8,
    height,
    softness: (point) => 0.8 * ramp(0.16, 0.02, point.height - clouds(point.x, point.z, 4)),
    paint: (point, out) => {
      peaks.paint(point, out);
      // Mist climbs the rock where the two meet.
      const above = point.height - clouds(point.x, point.z, 4);
      const wisp = 0.12 * noise.fractal(point.x * 4 + drift, point.z * 4, 3);
      towards(out, white, ramp(0.16, 0.02, above - wisp));
    },
  };
}
