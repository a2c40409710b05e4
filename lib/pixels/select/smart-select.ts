/**
 * The thing under a click or inside a box: pieces that follow the picture's edges, sorted into thing and surroundings by the
 * cheapest cut between what their colours say and how much their borders show (after Rother et al. 2004, on superpixels).
 */
import { FlowNetwork } from "../fill/max-flow.ts";
import type { Raster } from "../raster.ts";
import { type ColourSamples, findClouds, unlikeliness } from "./colour-clusters.ts";
import { refineEdge } from "./edge-band.ts";
import { type LabPlanes, toLabPlanes } from "./lab-planes.ts";
import { joinPieces, type PieceGraph } from "./piece-graph.ts";
import { cutSuperpixels, type Superpixels } from "./superpixels.ts";
import { trimThing } from "./trim-thing.ts";

export interface Pieces extends ColourSamples, Superpixels, PieceGraph {
  readonly planes: LabPlanes;
  /** Which pieces lie at the rim of the picture. */
  readonly atRim: Uint8Array;
}

export interface Hint {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

const wantedPieces = 1800;
const rounds = 4;
const borderWeight = 3.2;
const farWeight = 2.4;
/** How deep into a box its sides are felt, as a share of it, and how much: a box is drawn around a thing, not through it. */
const boxMargin = 0.12;
const boxRim = 0.8;
const scale = 100;

/** Worked out once a picture; every click and box uses it again. */
export function cutPieces(picture: Raster): Pieces {
  const planes = toLabPlanes(picture);
  const superpixels = cutSuperpixels(planes, wantedPieces);
  return { ...superpixels, ...joinPieces(planes, superpixels), planes, atRim: piecesAtRim(superpixels) };
}

/** A box marks where the thing ends; one without size is a click on it. 255 where the thing is. */
export function selectThing(pieces: Pieces, hint: Hint): Uint8Array {
  const isBox = hint.right - hint.left > 3 && hint.bottom - hint.top > 3;
  const { sure, start, far, seed } = isBox ? readBox(pieces, hint) : readClick(pieces, hint);
  let isThing = start;
  for (let round = 0; round < rounds; round += 1) {
    const sorted = sort(pieces, isThing, sure, far);
    const isSettled = sorted.every((is, piece) => is === isThing[piece]);
    isThing = sorted;
    if (isSettled) break;
  }
  const trimmed = trimThing(pieces, isThing, seed, pieces.atRim);
  const { labels } = pieces;
  const mask = new Uint8Array(labels.length);
  for (let at = 0; at < mask.length; at += 1) mask[at] = trimmed[labels[at] ?? 0] ? 255 : 0;
  refineEdge(mask, pieces.planes, coloursOf(pieces, trimmed));
  if (isBox) clearOutside(mask, pieces, hint);
  return mask;
}

/** What lies outside of a box was not meant, however like it looks. */
function clearOutside(mask: Uint8Array, { width, height }: Pieces, { left, top, right, bottom }: Hint): void {
  for (let row = 0; row < height; row += 1) {
    const isOut = row < Math.floor(top) || row >= Math.ceil(bottom);
    if (isOut) mask.fill(0, row * width, (row + 1) * width);
    else {
      mask.fill(0, row * width, row * width + Math.max(0, Math.floor(left)));
      mask.fill(0, row * width + Math.min(width, Math.ceil(right)), (row + 1) * width);
    }
  }
}

function piecesAtRim({ width, height, count, labels }: Superpixels): Uint8Array {
  const atRim = new Uint8Array(count);
  for (let column = 0; column < width; column += 1) atRim[labels[column] ?? 0] = atRim[labels[(height - 1) * width + column] ?? 0] = 1;
  for (let row = 0; row < height; row += 1) atRim[labels[row * width] ?? 0] = atRim[labels[(row + 1) * width - 1] ?? 0] = 1;
  return atRim;
}

interface Reading {
  /** 1 surely the thing, -1 surely not. */
  readonly sure: Int8Array;
  readonly start: Uint8Array;
  /** 0..1: how little a piece seems to belong to the place that was clicked. */
  readonly far: Float32Array;
  /** The piece that was clicked. */
  readonly seed: number | null;
}

function readBox({ count, size, labels, width, height }: Pieces, { left, top, right, bottom }: Hint): Reading {
  const inside = new Float32Array(count);
  const near = new Float32Array(count);
  const depth = boxMargin * Math.min(right - left, bottom - top);
  // A side at the picture's own rim says nothing: the thing may go on beyond it.
  const from = { left: left > 2 ? left : -width, top: top > 2 ? top : -height };
  const to = { right: right < width - 2 ? right : 2 * width, bottom: bottom < height - 2 ? bottom : 2 * height };
  for (let row = Math.floor(top); row < bottom; row += 1) {
    for (let column = Math.floor(left); column < right; column += 1) {
      const piece = labels[row * width + column] ?? 0;
      inside[piece] = (inside[piece] ?? 0) + 1;
      const deep = Math.min(column - from.left, to.right - column, row - from.top, to.bottom - row);
      near[piece] = (near[piece] ?? 0) + Math.max(0, 1 - deep / depth);
    }
  }
  const isIn = Uint8Array.from(inside, (pixels, piece) => (pixels > 0.6 * (size[piece] ?? 0) ? 1 : 0));
  const far = near.map((sum, piece) => (sum / Math.max(1, inside[piece] ?? 1)) * boxRim);
  return { sure: Int8Array.from(isIn, (is) => (is ? 0 : -1)), start: isIn, far, seed: null };
}

function readClick(pieces: Pieces, { left, top }: Hint): Reading {
  const { count, labels, width, height, size } = pieces;
  const column = Math.min(width - 1, Math.max(0, Math.floor(left)));
  const row = Math.min(height - 1, Math.max(0, Math.floor(top)));
  const seed = labels[row * width + column] ?? 0;
  const ways = waysFrom(pieces, seed);
  const order = Array.from({ length: count }, (_, piece) => piece).sort((one, other) => (ways[one] ?? 0) - (ways[other] ?? 0));
  const sure = new Int8Array(count);
  const start = new Uint8Array(count);
  const far = new Float32Array(count);
  let covered = 0;
  for (const piece of order) {
    covered += (size[piece] ?? 0) / (width * height);
    far[piece] = Math.min(1, covered * 1.6);
    if (covered < 0.06 || piece === seed) start[piece] = 1;
    if (covered > 0.85) sure[piece] = -1;
  }
  sure[seed] = 1;
  return { sure, start, far, seed };
}

/** The least change of colour on any way from the seed (Dijkstra). */
function waysFrom({ count, pairs, contrast, borders }: Pieces, seed: number): Float32Array {
  const ways = new Float32Array(count).fill(Number.POSITIVE_INFINITY);
  const neighbours = Array.from({ length: count }, (): number[] => []);
  for (let pair = 0; pair < borders.length; pair += 1) {
    neighbours[pairs[pair * 2] ?? 0]?.push(pair);
    neighbours[pairs[pair * 2 + 1] ?? 0]?.push(pair);
  }
  ways[seed] = 0;
  // Farthest first: the nearest stands at the end.
  const waiting = [seed];
  for (let piece = waiting.pop(); piece !== undefined; piece = waiting.pop()) {
    const near = ways[piece] ?? 0;
    for (const pair of neighbours[piece] ?? []) {
      const other = pairs[pair * 2] === piece ? (pairs[pair * 2 + 1] ?? 0) : (pairs[pair * 2] ?? 0);
      const way = near + (contrast[pair] ?? 0) + 1;
      if (way >= (ways[other] ?? 0)) continue;
      const known = waiting.indexOf(other);
      if (known >= 0) waiting.splice(known, 1);
      ways[other] = way;
      waiting.splice(placeOf(waiting, ways, way), 0, other);
    }
  }
  return ways;
}

function placeOf(waiting: readonly number[], ways: Float32Array, way: number): number {
  let low = 0;
  let high = waiting.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ways[waiting[middle] ?? 0] ?? 0) > way) low = middle + 1;
    else high = middle;
  }
  return low;
}

function coloursOf(pieces: Pieces, isThing: Uint8Array) {
  const others = Float32Array.from(isThing, (is) => 1 - is);
  return { thing: findClouds(pieces, Float32Array.from(isThing)), rest: findClouds(pieces, others) };
}

function sort(pieces: Pieces, isThing: Uint8Array, sure: Int8Array, far: Float32Array): Uint8Array {
  const { count, size, pairs, borders, likeness } = pieces;
  const { thing, rest } = coloursOf(pieces, isThing);
  const network = new FlowNetwork(count, borders.length);
  for (let piece = 0; piece < count; piece += 1) {
    // The source is the thing: what costs more on the sink's side leans to the source.
    const colour = unlikeliness(pieces, piece, rest) - unlikeliness(pieces, piece, thing);
    const lean = Math.max(-8, Math.min(8, colour)) - farWeight * (far[piece] ?? 0);
    const cost = sure[piece] === 0 ? lean * Math.sqrt(size[piece] ?? 1) : (sure[piece] ?? 0) * 1e5;
    network.lean(piece, Math.round(cost * scale));
  }
  for (let pair = 0; pair < borders.length; pair += 1) {
    const edge = network.connect(pairs[pair * 2] ?? 0, pairs[pair * 2 + 1] ?? 0);
    const room = Math.round(borderWeight * (borders[pair] ?? 0) * (likeness[pair] ?? 0) * scale);
    network.widen(edge, room, room);
  }
  network.cut();
  return Uint8Array.from({ length: count }, (_, piece) => (network.isOnSinkSide(piece) || sure[piece] === -1 ? 0 : 1));
}
