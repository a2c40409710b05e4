/** How much a fill may take and how freely it may choose: what the knobs of a model mean to this algorithm. */
export interface Effort {
  /** How often patches are matched and voted at each size above the smallest. */
  readonly rounds: number;
  /** 0..1: how far chance may lift a rarer shift of the picture above a more frequent one. */
  readonly freedom: number;
}

export const usualEffort: Effort = { rounds: 2, freedom: 0.4 };
