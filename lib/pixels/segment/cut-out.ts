/**
 * From a rough guess to an outline: colour models of inside and outside and a graph cut along strong edges, learned
 * from each other in turn (GrabCut, Rother et al. 2004).
 */
import { FlowNetwork } from "../fill/max-flow.ts";
import type { Plane } from "../plane.ts";
import type { Work } from "../work.ts";
import { cellsOf, learnColours } from "./colour-model.ts";
import type { View } from "./view.ts";

export interface CutOptions {
  /** How much the colours may overrule the guess: 0 keeps to the guess and only straightens its outline. */
  readonly trustColours: number;
  readonly smoothness?: number;
  readonly rounds?: number;
}

const unit = 100;

/** 1 inside, 0 outside, at the view's size. */
export function* cutOut(view: View, guess: Plane, { trustColours, smoothness = 2.2, rounds = 3 }: CutOptions): Work<Plane> {
  const { width, height, lab } = view;
  const pixels = width * height;
  const cell = cellsOf(lab);
  const edges = neighbourEdges(width, height);
  const contrast = contrastsOf(lab, edges);
  let inside: (pixel: number) => number = (i) => guess.data[i] as number;
  const result = { width, height, data: new Float32Array(pixels) };
  for (let round = 0; round < rounds; round++) {
    yield round / rounds;
    const own = learnColours(cell, inside);
    const other = learnColours(cell, (i) => 1 - inside(i));
    const network = new FlowNetwork(pixels, edges.length / 2);
    for (let n = 0; n < edges.length; n += 2) {
      const edge = network.connect(edges[n] as number, edges[n + 1] as number);
      const weight = Math.round(unit * smoothness * (0.08 + (contrast[n / 2] as number)));
      network.widen(edge, weight, weight);
    }
    for (let i = 0; i < pixels; i++) {
      const share = Math.min(0.97, Math.max(0.03, guess.data[i] as number));
      const colours = Math.log(own.likelihood(cell[i] as number) / other.likelihood(cell[i] as number));
      const bounded = Math.max(-3, Math.min(3, colours));
      network.lean(i, Math.round(unit * (Math.log(share / (1 - share)) + trustColours * bounded)));
    }
    yield (round + 0.4) / rounds;
    network.cut();
    for (let i = 0; i < pixels; i++) result.data[i] = (network.isOnSinkSide(i) ? 0 : 1) as number;
    // A pixel that neither tree reached is undecided; it goes where the guess leans.
    const known = result.data.slice();
    inside = (i) => 0.85 * (known[i] as number) + 0.15 * (guess.data[i] as number);
  }
  return result;
}

/** Pairs of pixels that touch, corners included. */
function neighbourEdges(width: number, height: number): Int32Array {
  const pairs: number[] = [];
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const i = y * width + x;
      if (x + 1 < width) pairs.push(i, i + 1);
      if (y + 1 < height) pairs.push(i, i + width);
      if (x + 1 < width && y + 1 < height) pairs.push(i, i + width + 1);
      if (x > 0 && y + 1 < height) pairs.push(i, i + width - 1);
    }
  }
  return Int32Array.from(pairs);
}

/** 1 between equal colours, near 0 across an edge. */
function contrastsOf(lab: Float32Array, edges: Int32Array): Float32Array {
  const squares = new Float32Array(edges.length / 2);
  let sum = 0;
  for (let n = 0; n < squares.length; n++) {
    const [a, b] = [(edges[2 * n] as number) * 3, (edges[2 * n + 1] as number) * 3];
    for (let c = 0; c < 3; c++) squares[n] = (squares[n] as number) + ((lab[a + c] as number) - (lab[b + c] as number)) ** 2;
    sum += squares[n] as number;
  }
  const mean = Math.max(4, sum / Math.max(1, squares.length));
  return squares.map((square) => Math.exp(-square / (2 * mean)));
}
