/** What it costs a copy to be smoother or busier than is expected of its spot, in grey levels of a cut. */
import type { Leeway } from "./leeway.ts";
import type { Texture } from "./texture.ts";

/** Not on calm ground with a few strong things: there smooth copies are free, and busy ones are pieces of those things. */
const sparseDoubling = 25;

export function textureCost({ busyness, sparsity }: Texture, pixel: number, source: number, leeway: Leeway): number {
  const sparse = sparsity[pixel] as number;
  const halvings = (busyness[pixel] as number) - (busyness[source] as number);
  const cost = halvings > 0 ? halvings * leeway.halving * (1 - sparse) : doubled(-halvings, sparse, leeway);
  return Math.min(leeway.mostTexture, cost);
}

function doubled(doublings: number, sparse: number, { doubling, freeDoublings }: Leeway): number {
  const cost = doubling + sparse * Math.max(0, sparseDoubling - doubling);
  return Math.max(0, doublings - freeDoublings * (1 - sparse)) * cost;
}
