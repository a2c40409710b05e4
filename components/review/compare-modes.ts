export const compareModes = ["slider", "side", "result"] as const;
export type CompareMode = (typeof compareModes)[number];

export function readCompareMode(value: string | null): CompareMode | null {
  return compareModes.find((mode) => mode === value) ?? null;
}
