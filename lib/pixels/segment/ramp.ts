/** 0 up to `from`, 1 beyond `to`, soft between; `from` may be the larger one. */
export function ramp(value: number, from: number, to: number): number {
  const t = Math.min(1, Math.max(0, (value - from) / (to - from)));
  return t * t * (3 - 2 * t);
}
