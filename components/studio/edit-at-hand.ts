import type { Edit } from "#lib/wire.ts";

/** The edit that keys mean: the one whose card has the focus, in the strip or in the tree, else the open one. */
export function editAtHand(edits: readonly Edit[], open: Edit | null): Edit | null {
  const focused = document.activeElement?.closest<HTMLElement>("[data-edit]")?.dataset.edit;
  return edits.find(({ id }) => id === focused) ?? open;
}

/** Before a card goes, the focus in it moves on to the next one, so that nobody at the keyboard begins anew at the top. */
export function leaveCard(editId: string): void {
  const own = document.activeElement?.closest<HTMLElement>("[data-edit]");
  if (own?.dataset.edit !== editId) return;
  const next = [own.nextElementSibling, own.previousElementSibling].find((other) => other?.hasAttribute("data-edit"));
  next?.querySelector<HTMLElement>("button")?.focus({ preventScroll: true });
}
