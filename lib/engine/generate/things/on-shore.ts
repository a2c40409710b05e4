/** Where a thing stands on a shore. */
import type { Land } from "../lands/ground.ts";
import { type Camera, rowOf } from "../light/camera.ts";
import type { Canvas } from "../light/canvas.ts";
import type { Stand } from "./spot.ts";

export interface Wanted {
  readonly x: number;
  readonly size: number;
  /** How far down on the picture it may stand, as a share of its height. */
  readonly lowest: number;
}

/** The nearest dry spot on that side of the picture that is not at its very edge. */
export function onShore(canvas: Canvas, camera: Camera, land: Land, { x, size, lowest }: Wanted): Stand {
  for (const shift of [0, 0.1, -0.1, 0.2, -0.2, 0.3, -0.3, 0.4, -0.4]) {
    const column = Math.max(0.1, Math.min(0.9, x / canvas.width + shift)) * canvas.width;
    for (let z = Math.max(land.near, 0.06); z < 4; z *= 1.06) {
      const height = land.height(((column - camera.centre) / camera.focal) * z, z, 6);
      const y = rowOf(camera, height, z);
      if (height < 0.0025 || y > canvas.height * lowest) continue;
      // Beyond the first few steps it stands small, as the land there is far.
      return {
        x: column,
        y,
        size: z < 0.4 ? size : Math.max(size * 0.35, Math.min(size, size / (0.6 + z * 0.5))),
        haze: Math.min(0.4, z * 0.1),
        on: "ground",
      };
    }
  }
  return { x, y: camera.horizon + size * 0.1, size: size * 0.4, haze: 0.3, on: "ground" };
}
