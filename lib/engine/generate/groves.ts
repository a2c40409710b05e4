/** Where the trees of a grove stand aside: for words, for a path, or in files along it. */

import { pathOf } from "./lands/hills.ts";
import type { Scene } from "./scene.ts";
import type { Grove } from "./woods/trees.ts";

/** Near trees leave the side that words will take. */
export function offRoom({ room }: Scene, grove: Grove): Grove {
  if (room === undefined) return grove;
  const side = room === "left" ? -1 : 1;
  return { ...grove, grows: (x, z, h) => (z > 4.5 || (side * x) / z < 0.02) && grove.grows?.(x, z, h) !== false };
}

/** In files along the crests and the road, and a few by themselves. */
export function cypresses(scene: Scene, grove: Grove): Grove {
  const path = pathOf(scene);
  const linesPath = (x: number, z: number): boolean => path !== undefined && [-0.09, 0.09].some((aside) => path(x + aside, z) > 0);
  return {
    ...grove,
    from: 0.4,
    to: 5,
    count: 420,
    treeHeight: 0.1,
    kind: "cypress",
    grows: (x, z, h) => linesPath(x, z) || grove.grows?.(x, 1.7, h) !== false || Math.abs(Math.sin(x * 1.3 + 0.9 * z + scene.seed)) < 0.05,
  };
}

/** No tree on the path, and those beside it leave its view open. */
export function besidePath(scene: Scene, grove: Grove): Grove {
  const path = pathOf(scene);
  if (path === undefined) return grove;
  const isFree = (x: number, z: number): boolean => [-0.05, -0.02, 0.02, 0.05].every((aside) => path(x + aside, z) === 0);
  return { ...grove, from: Math.min(grove.from, 0.24), grows: (x, z, h) => isFree(x, z) && grove.grows?.(x, z, h) !== false };
}

/** Dense woods on both sides of the water. */
export function besideFalls({ season, traits }: Scene, isWooded: Grove["grows"]): Grove {
  const kind = season === undefined && !traits.includes("jungle") ? "conifer" : "crown";
  return {
    from: 0.34,
    to: 4,
    count: 1500,
    treeHeight: 0.075,
    unevenness: 1.6,
    kind,
    ...(isWooded === undefined ? {} : { grows: isWooded }),
  };
}
