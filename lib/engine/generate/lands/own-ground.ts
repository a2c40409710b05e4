/** Fields and gardens that are all of their picture's ground, and how they are looked at. */
import type { Scene } from "../scene.ts";
import type { Land } from "./ground.ts";
import { isTerraced, terracesOf } from "./terraces.ts";
import { isZenGarden, zenGardenOf } from "./zen-garden.ts";

export interface OwnGround {
  readonly land: Land;
  /** How far down the picture the horizon lies, and how high over the ground the eye. */
  readonly horizon: number;
  readonly over: number;
}

export function ownGroundOf(scene: Scene): OwnGround | undefined {
  if (isTerraced(scene)) return { land: terracesOf(scene), horizon: 0.27, over: 0.34 };
  return isZenGarden(scene) ? { land: zenGardenOf(scene), horizon: 0.24, over: 0.3 } : undefined;
}

/** Nothing else is planted on it. */
export function isOwnGround(scene: Scene): boolean {
  return isTerraced(scene) || isZenGarden(scene);
}
