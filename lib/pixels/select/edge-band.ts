/**
 * The outline of a selection, found anew pixel by pixel in a narrow band around it: pieces follow edges only as finely as they are
 * large, and where nothing shows they end in steps. The cheapest cut is short, and lies where colours change.
 */
import { FlowNetwork } from "../fill/max-flow.ts";
import { type Cloud, unlikeliness } from "./colour-clusters.ts";
import { type LabPlanes, meanStepOf, squaredStep } from "./lab-planes.ts";

interface Colours {
  readonly thing: readonly Cloud[];
  readonly rest: readonly Cloud[];
}

/** To each side of the outline, in pixels. */
const reach = 6;
const smoothness = 4;
const mostColour = 1;
const fixed = 1e6;
const scale = 100;

/** Changes `mask` in place; 255 where the thing is. */
export function refineEdge(mask: Uint8Array, planes: LabPlanes, { thing, rest }: Colours): void {
  const { width } = planes;
  const band = bandAround(mask, width);
  const nodeOf = new Int32Array(mask.length).fill(-1);
  for (let node = 0; node < band.length; node += 1) nodeOf[band[node] ?? 0] = node;
  const network = new FlowNetwork(band.length, band.length * 4);
  const softness = 1 / (2 * meanStepOf(planes) + 1);
  const samples = { ...planes, count: mask.length, size: planes.lightness };
  for (let node = 0; node < band.length; node += 1) {
    const at = band[node] ?? 0;
    const colour = unlikeliness(samples, at, rest) - unlikeliness(samples, at, thing);
    let lean = Math.max(-mostColour, Math.min(mostColour, colour));
    const [column, row] = [at % width, Math.floor(at / width)];
    for (const [dx, dy, weight] of neighbours) {
      const [x, y] = [column + dx, row + dy];
      const other = y * width + x;
      if (x < 0 || x >= width || y < 0 || other >= mask.length) continue;
      const next = nodeOf[other] ?? -1;
      if (next < 0) lean += mask[other] ? fixed : -fixed;
      // Each pair once.
      else if (next > node) {
        const room = Math.round(scale * smoothness * weight * (0.3 + Math.exp(-softness * squaredStep(planes, at, other))));
        network.widen(network.connect(node, next), room, room);
      }
    }
    network.lean(node, Math.round(Math.max(-fixed, Math.min(fixed, lean)) * scale));
  }
  network.cut();
  for (let node = 0; node < band.length; node += 1) mask[band[node] ?? 0] = network.isOnSinkSide(node) ? 0 : 255;
}

const neighbours = [
  [1, 0, 1],
  [0, 1, 1],
  [-1, 0, 1],
  [0, -1, 1],
  [1, 1, Math.SQRT1_2],
  [-1, 1, Math.SQRT1_2],
  [-1, -1, Math.SQRT1_2],
  [1, -1, Math.SQRT1_2],
] as const;

/** The pixels near the outline, row by row. */
function bandAround(mask: Uint8Array, width: number): Int32Array {
  const height = mask.length / width;
  const near = new Uint8Array(mask.length);
  const mark = (at: number) => {
    const [column, row] = [at % width, Math.floor(at / width)];
    for (let y = Math.max(0, row - reach); y <= Math.min(height - 1, row + reach); y += 1) {
      near.fill(1, y * width + Math.max(0, column - reach), y * width + Math.min(width, column + reach + 1));
    }
  };
  for (let at = 0; at < mask.length; at += 1) {
    const isLast = at % width === width - 1;
    if ((!isLast && mask[at] !== mask[at + 1]) || (at + width < mask.length && mask[at] !== mask[at + width])) mark(at);
  }
  const band: number[] = [];
  for (let at = 0; at < near.length; at += 1) if (near[at]) band.push(at);
  return Int32Array.from(band);
}
