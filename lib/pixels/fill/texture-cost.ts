/** What it costs a copy to be smoother or busier than is expected of its spot, in grey levels of a cut. */
import type { Texture } from "./texture.ts";

/** For being half as busy, and no more than so often. */
const halvingCost = 30;
const mostHalvings = 3;
/** A busier copy is more often right: the first half of a doubling is free, the rest cheaper. */
const doublingCost = 15;
const freeDoublings = 0.5;
/** Not on calm ground with a few strong things: there smooth copies are free, and busy ones are pieces of those things. */
const sparseDoublingCost = 25;

export function textureCost({ busyness, sparsity }: Texture, pixel: number, source: number): number {
  const sparse = sparsity[pixel] as number;
  const halvings = (busyness[pixel] as number) - (busyness[source] as number);
  const cost = halvings > 0 ? halvings * halvingCost * (1 - sparse) : doubled(-halvings, sparse);
  return Math.min(mostHalvings * halvingCost, cost);
}

function doubled(doublings: number, sparse: number): number {
  return Math.max(0, doublings - freeDoublings * (1 - sparse)) * (doublingCost + sparse * (sparseDoublingCost - doublingCost));
}
