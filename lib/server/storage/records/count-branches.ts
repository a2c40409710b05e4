/** How many ends the visible tree of a project has. */
export interface TreePlace {
  readonly id: string;
  readonly parentId: string | null;
  readonly isDeleted: boolean;
}

/** A deleted edit is no end, and no end is lost behind one: what hangs below it still belongs to whom it came from. */
export function countBranches(places: readonly TreePlace[]): number {
  const byId = new Map(places.map((place) => [place.id, place]));
  const isContinued = new Set<string>();
  for (const place of places) {
    if (place.isDeleted) continue;
    let above = place.parentId;
    while (above !== null && !isContinued.has(above)) {
      isContinued.add(above);
      const parent = byId.get(above);
      above = parent?.isDeleted ? parent.parentId : null;
    }
  }
  return places.filter(({ id, isDeleted }) => !isDeleted && !isContinued.has(id)).length;
}
