export const pairModes = ["slider", "side", "blink", "onion", "difference"] as const;
export const compareModes = [...pairModes, "grid", "result"] as const;
export type CompareMode = (typeof compareModes)[number];

export function readCompareMode(value: string | null): CompareMode | null {
  return compareModes.find((mode) => mode === value) ?? null;
}

/** Those that make sense for what is there; a key goes through them in this order. */
export function modesFor({ hasPair, hasVariants }: { readonly hasPair: boolean; readonly hasVariants: boolean }): readonly CompareMode[] {
  return [...(hasPair ? pairModes : []), ...(hasVariants ? (["grid"] as const) : []), "result"];
}

export function nextMode(modes: readonly CompareMode[], mode: CompareMode): CompareMode {
  return modes[(modes.indexOf(mode) + 1) % modes.length] ?? mode;
}
