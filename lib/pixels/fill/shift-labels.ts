/**
 * Which offset every pixel of a hole is copied from: the labelling whose copies join with the least visible cuts, by
 * alpha expansion (Boykov et al. 2001).
 */
import type { Work } from "../work.ts";
import { FlowNetwork } from "./max-flow.ts";
import type { Offset } from "./offsets.ts";
import { describeEnergy, type Energy, type Ground } from "./shift-energy.ts";

export interface Labelling {
  readonly energy: Energy;
  /** The number of the offset for each of the energy's pixels; beyond the last one for what patches match. */
  readonly label: Int32Array;
  /** What it comes to: of two labellings of one hole the cheaper is the better. */
  readonly cost: number;
}

/** Offers every offset once: enough to tell which offsets suit a hole. */
export function* labelHole(ground: Ground, offsets: readonly Offset[]): Work<Labelling> {
  const energy = yield* describeEnergy(ground, offsets);
  const label = startCheapest(energy);
  const cost = yield* expand(energy, label, 1);
  return { energy, label, cost };
}

/** Offers every offset once more, now beside what the others have taken. */
export function* improve({ energy, label }: Labelling): Work<Labelling> {
  const cost = yield* expand(energy, label, 1);
  return { energy, label, cost };
}

/** Offers every label to all pixels at once, in turn and in rounds, as long as that lowers the energy. Returns what is left of it. */
export function* expand(energy: Energy, label: Int32Array, rounds: number): Work<number> {
  const { pixels, pairs, labels } = energy;
  const network = new FlowNetwork(pixels.length, pairs.length / 2);
  for (let n = 0; n < pairs.length; n += 2) network.connect(pairs[n] as number, pairs[n + 1] as number);
  let lowest = addUp(energy, label);
  for (let round = 0; round < rounds; round++) {
    const before = lowest;
    for (let alpha = 0; alpha < labels; alpha++) {
      yield (round + alpha / labels) / rounds;
      const moved = offer(energy, network, label, alpha);
      const sum = addUp(energy, moved);
      if (sum >= lowest) continue;
      lowest = sum;
      label.set(moved);
    }
    if (lowest === before) break;
  }
  return lowest;
}

function offer(energy: Energy, network: FlowNetwork, label: Int32Array, alpha: number): Int32Array {
  const { pixels, pairs, data, pair } = energy;
  network.empty();
  for (let n = 0; n < pixels.length; n++) network.lean(n, data(n, alpha) - data(n, label[n] as number));
  for (let n = 0; n < pairs.length; n += 2) {
    const a = pairs[n] as number;
    const b = pairs[n + 1] as number;
    const keep = pair(a, b, label[a] as number, label[b] as number);
    const takeA = pair(a, b, alpha, label[b] as number);
    const takeB = pair(a, b, label[a] as number, alpha);
    network.lean(a, takeA - keep);
    network.lean(b, -takeA);
    // Where the costs are no metric the edge is cut short; a move that then does not pay is not taken.
    network.widen(n / 2, Math.max(0, takeA + takeB - keep), 0);
  }
  network.cut();
  return label.map((old, n) => (network.isOnSinkSide(n) ? alpha : old));
}

export function addUp({ pixels, pairs, data, pair }: Energy, label: Int32Array): number {
  let sum = 0;
  for (let n = 0; n < pixels.length; n++) sum += data(n, label[n] as number);
  for (let n = 0; n < pairs.length; n += 2) {
    const a = pairs[n] as number;
    const b = pairs[n + 1] as number;
    sum += pair(a, b, label[a] as number, label[b] as number);
  }
  return sum;
}

function startCheapest({ pixels, labels, data }: Energy): Int32Array {
  const label = new Int32Array(pixels.length);
  for (let n = 0; n < pixels.length; n++) {
    let best = Infinity;
    for (let each = 0; each < labels; each++) {
      const cost = data(n, each);
      if (cost >= best) continue;
      best = cost;
      label[n] = each;
    }
  }
  return label;
}
