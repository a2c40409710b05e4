/** How far copies may stray from what is expected of a hole, in grey levels of a cut. */
export interface Leeway {
  /** For a grey level away from the smooth guess: much less than one of a cut. */
  readonly stray: number;
  /** For being half as busy as expected. */
  readonly halving: number;
  /** For being twice as busy, which is more often right; a part of that is free. */
  readonly doubling: number;
  readonly freeDoublings: number;
  /** For being smoother or busier at most. */
  readonly mostTexture: number;
}

export const usualLeeway: Leeway = { stray: 0.05, halving: 30, doubling: 15, freeDoublings: 0.5, mostTexture: 90 };

/** Where a hole runs out of the picture nothing beyond it tells a thing to end: a second roof would stand on the first. */
export const leewayAtBorder: Leeway = { stray: 0.2, halving: 30, doubling: 45, freeDoublings: 0, mostTexture: 150 };
