/** Pictures to begin with. Nothing is stored of one before somebody opens it. */
export const samples = [
  { id: "lake", mode: "fill" },
  { id: "still-life", mode: "edit" },
  { id: "balloon", mode: "edit" },
  { id: "city", mode: "edit" },
  { id: "dune", mode: "edit" },
] as const;
export type Sample = (typeof samples)[number];

export function sampleAddress({ id }: Sample): string {
  return `/samples/${id}.webp`;
}
