/** What the page asks the worker that holds both pictures, and what it hears. Places are pixels of the frame. */
import type { Place } from "./compare-frame.ts";

export interface PairOfFiles {
  /** Small copies, for everything seen from afar. */
  readonly copies: readonly [before: string, after: string];
  readonly files: readonly [before: string, after: string];
  readonly places: readonly [before: Place, after: Place];
  readonly frame: { readonly width: number; readonly height: number };
}

export interface Region {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface HeatOrder {
  readonly kind: "heat";
  /** Null: the whole frame from the small copies. */
  readonly region: Region | null;
  readonly thresholdDeltaE: number;
}

export interface LoupeOrder {
  readonly kind: "loupe";
  readonly x: number;
  readonly y: number;
}

export interface HeatAnswer {
  readonly image: ImageData;
  readonly region: Region;
  readonly share: number;
}

/** The pixels around a place, `loupeSide` each way; the middle one is what was asked for. */
export interface LoupeAnswer {
  readonly before: ImageData;
  readonly after: ImageData;
}

export const loupeSide = 11;

export type PixelOrder = { readonly id: number; readonly pair: PairOfFiles } & { readonly ask: HeatOrder | LoupeOrder };
export type PixelAnswer = { readonly id: number } & ({ readonly answer: HeatAnswer | LoupeAnswer } | { readonly failure: string });
