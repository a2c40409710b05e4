import type { Edit } from "#lib/wire.ts";

/** The edit that keys mean: the one whose card has the focus, in the strip or in the tree, else the open one. */
export function editAtHand(edits: readonly Edit[], open: Edit | null): Edit | null {
  const focused = document.activeElement?.closest<HTMLElement>("[data-edit]")?.dataset.edit;
  return edits.find(({ id }) => id === focused) ?? open;
}
