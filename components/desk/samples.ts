/** Pictures to begin with. Nothing is stored of one before somebody opens it. */
export const samples = ["lake", "still-life", "balloon", "city", "dune"] as const;
export type Sample = (typeof samples)[number];

export function sampleAddress(sample: Sample): string {
  return `/samples/${sample}.webp`;
}
