/** By how much the canvas grew on the way from one edit to one that came of it. */
import { isExpanding, noExpansion } from "#lib/models/choose-frame.ts";
import type { Edit, Expansion, Prediction } from "#lib/wire.ts";

interface Tree {
  readonly edits: readonly Pick<Edit, "id" | "parentId" | "predictionId">[];
  readonly predictions: readonly Pick<Prediction, "id" | "frame">[];
}

/** Null where it did not grow, or the one does not come of the other. */
export function grownBetween({ edits, predictions }: Tree, before: string | undefined, after: string | undefined): Expansion | null {
  let grown = noExpansion;
  let edit = edits.find(({ id }) => id === after);
  // A tree has no more steps than edits, whatever was stored.
  for (let step = 0; edit && edit.id !== before && step < edits.length; step += 1) {
    const { parentId, predictionId } = edit;
    const { left, top, right, bottom } = predictions.find(({ id }) => id === predictionId)?.frame?.expand ?? noExpansion;
    grown = { left: grown.left + left, top: grown.top + top, right: grown.right + right, bottom: grown.bottom + bottom };
    edit = edits.find(({ id }) => id === parentId);
  }
  return edit && edit.id === before && isExpanding(grown) ? grown : null;
}
