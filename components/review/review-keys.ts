/** What a comparison does for each of its keys; the keys themselves stand in the list of all shortcuts. */
import type { ShortcutId } from "#lib/client/shortcuts/shortcut-list.ts";

export type ReviewCommand =
  | { readonly kind: "mode" | "fit" | "actual-size" | "zoom-in" | "zoom-out" | "loupe" | "keep-part" | "again" }
  | { readonly kind: "pick"; readonly number: number };

export const reviewCommands = {
  compare: { kind: "mode" },
  loupe: { kind: "loupe" },
  keepPart: { kind: "keep-part" },
  again: { kind: "again" },
  pick1: { kind: "pick", number: 1 },
  pick2: { kind: "pick", number: 2 },
  pick3: { kind: "pick", number: 3 },
  pick4: { kind: "pick", number: 4 },
  pick5: { kind: "pick", number: 5 },
  pick6: { kind: "pick", number: 6 },
  pick7: { kind: "pick", number: 7 },
  pick8: { kind: "pick", number: 8 },
  pick9: { kind: "pick", number: 9 },
  fit: { kind: "fit" },
  actualSize: { kind: "actual-size" },
  zoomIn: { kind: "zoom-in" },
  zoomOut: { kind: "zoom-out" },
} as const satisfies Partial<Readonly<Record<ShortcutId, ReviewCommand>>>;
