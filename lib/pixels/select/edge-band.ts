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
    const column = at % width;
    for (let way = 0; way < ways; way += 1) {
      const x = column + (across[way] ?? 0);
      const other = at + (across[way] ?? 0) + (down[way] ?? 0) * width;
      if (x < 0 || x >= width || other < 0 || other >= mask.length) continue;
      const next = nodeOf[other] ?? -1;
      if (next < 0) lean += mask[other] ? fixed : -fixed;
      // Each pair once.
      else if (next > node) {
        const weight = way < 4 ? smoothness : smoothness * Math.SQRT1_2;
        const room = Math.round(scale * weight * (0.3 + Math.exp(-softness * squaredStep(planes, at, other))));
        network.widen(network.connect(node, next), room, room);
      }
    }
    network.lean(node, Math.round(Math.max(-fixed, Math.min(fixed, lean)) * scale));
  }
  network.cut();
  for (let node = 0; node < band.length; node += 1) mask[band[node] ?? 0] = network.isOnSinkSide(node) ? 0 : 255;
}

/** To the eight pixels around one, those beside it first. */
const ways = 8;
const across = Int8Array.of(1, 0, -1, 0, 1, -1, -1, 1);
const down = Int8Array.of(0, 1, 0, -1, 1, 1, -1, -1);

/** The pixels near the outline, row by row: a square around every pixel that has another beside or below it. */
function bandAround(mask: Uint8Array, width: number): Int32Array {
  const height = mask.length / width;
  const near = new Uint8Array(mask.length);
  for (let row = 0, at = 0; row < height; row += 1) {
    // Up to here the row is marked already.
    let marked = 0;
    for (let column = 0; column < width; column += 1, at += 1) {
      const isLast = column === width - 1;
      const isEdge = (!isLast && mask[at] !== mask[at + 1]) || (row + 1 < height && mask[at] !== mask[at + width]);
      if (!isEdge) continue;
      const from = Math.max(marked, column - reach);
      marked = Math.min(width, column + reach + 1);
      near.fill(1, row * width + from, row * width + marked);
    }
  }
  const marks = new Uint8Array(width);
  const band: number[] = [];
  // How many of the rows around hold a mark there.
  for (let row = -reach; row < height; row += 1) {
    const enters = row + reach;
    const leaves = row - reach - 1;
    for (let column = 0; column < width; column += 1) {
      const more = (enters < height ? (near[enters * width + column] ?? 0) : 0) - (leaves >= 0 ? (near[leaves * width + column] ?? 0) : 0);
      const count = (marks[column] ?? 0) + more;
      marks[column] = count;
      if (count > 0 && row >= 0) band.push(row * width + column);
    }
  }
  return Int32Array.from(band);
}
