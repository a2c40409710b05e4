/** The ledger counts whole millionths of a dollar; people and catalogues speak of dollars. */
const microsPerUsd = 1_000_000;

export function toMicros(usd: number): number {
  return Math.round(usd * microsPerUsd);
}

export function toUsd(micros: number): number {
  return micros / microsPerUsd;
}
