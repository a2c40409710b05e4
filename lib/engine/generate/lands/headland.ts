/** Grass that rises towards one side and breaks off over the sea: what a lighthouse stands on. */
import { createNoiseField } from "#lib/pixels/noise-field.ts";
import { dim, hex, ramp, set, towards } from "../light/radiance.ts";
import type { Scene } from "../scene.ts";
import type { Land } from "./ground.ts";

/** To which side it rises: away from words. */
export function headlandSide({ seed, room }: Scene): 1 | -1 {
  if (room !== undefined) return room === "left" ? 1 : -1;
  return seed % 2 === 0 ? 1 : -1;
}

export function headlandOf(scene: Scene): Land {
  const noise = createNoiseField(scene.seed + 99);
  const drift = (scene.seed % 1000) * 0.31;
  const side = headlandSide(scene);
  const isAutumn = scene.season === "autumn";
  const [low, high] = scene.hasSnow
    ? [hex("c8d2e2"), hex("eef3fa")]
    : isAutumn
      ? [hex("7c6c34"), hex("b8964c")]
      : [hex("4a742c"), hex("90aa4c")];
  const [rock, pale] = [hex("5f5850"), hex("a39a8a")];
  // Ground is left at this distance: soon on the open side, far out on the point.
  const edgeAt = (x: number): number => 0.5 + 0.62 * ramp(-0.34, 0.34, side * x) + 0.24 * (noise.fractal(x * 3.2 + drift, 3, 4) - 0.5);
  // Across a bay the coast goes on, and shows its face.
  const hasCliffs = scene.traits.includes("cliffs");
  const beyondAt = (x: number, z: number): number =>
    hasCliffs
      ? Math.min(0.16 * z - side * x - 0.46 + 0.3 * (noise.fractal(x * 2.2, z * 2.2 + drift, 4) - 0.5), 1.2 * (z - 1.12), 3 - z)
      : -1;
  return {
    near: 0.05,
    far: hasCliffs ? 3 : 2.2,
    shadowReach: 0.4,
    octaves: 8,
    height: (x, z, octaves) => {
      const over = edgeAt(x) - z;
      if (over < -0.06) {
        const beyond = beyondAt(x, z);
        if (beyond < -0.03) return -0.03;
        const face = 0.05 * (noise.ridged(x * 16, z * 16 + drift, Math.min(5, octaves)) - 0.5) * ramp(0.06, 0.01, beyond);
        return -0.03 + (0.17 + 0.09 * noise.fractal(x * 2, z * 2, 3) + face) * ramp(-0.03, 0.035, beyond) ** 0.7;
      }
      const swell = 0.03 * (noise.fractal(x * 2.6 + drift, z * 2.6, 3) - 0.5);
      const point = 0.075 * ramp(-0.1, 0.42, side * x) * ramp(0.2, 0.75, z);
      const top = 0.07 + swell + point;
      const fine = octaves > 5 ? 0.004 * ramp(1.1, 0.2, z) * noise.fractal(x * 150, z * 90, 3) : 0;
      const crag = octaves > 4 ? 0.03 * (noise.ridged(x * 22, z * 22 + drift, 4) - 0.5) : 0;
      // A brow of turf, then a face of rock.
      return over > 0.05 ? top + fine : -0.03 + (top + 0.03 + crag * ramp(0.05, 0.02, over)) * ramp(-0.06, 0.05, over) ** 0.6;
    },
    paint: ({ x, z, height: at, flatness }, out) => {
      const patch = noise.fractal(x * 2.6 + 20, z * 2.6, 4);
      set(out, low);
      towards(out, high, 2 * (patch - 0.3));
      dim(out, 0.66 + 0.62 * noise.fractal((x * 60) / (1 + z), z * 60, 3));
      const bare = ramp(0.8, 0.58, flatness + 0.12 * (patch - 0.5)) * ramp(0.02, -0.02, edgeAt(x) - z - 0.05);
      if (bare === 0) return;
      const strata = noise.fractal(at * 60 + patch * 2, x * 3, 4);
      const stone = { ...rock };
      towards(stone, pale, 1.5 * (strata - 0.3));
      dim(stone, 0.6 + 0.6 * noise.ridged(x * 40, at * 50, 3));
      towards(out, stone, bare);
    },
  };
}
