/** What the stage does for each of its keys; the keys themselves stand in the list of all shortcuts. */
import type { ShortcutId } from "#lib/client/shortcuts/shortcut-list.ts";
import type { Tool } from "./tool-settings.ts";

export type StageCommand =
  | { readonly kind: "tool"; readonly tool: Tool }
  | { readonly kind: "size" | "hardness"; readonly direction: 1 | -1 }
  | { readonly kind: "zoom" | "turn"; readonly direction: 1 | -1 }
  | {
      readonly kind: "swap" | "invert" | "clear" | "last-mask" | "look" | "undo" | "redo" | "fit" | "actual-size" | "abort" | "close-shape";
    };

export const stageCommands = {
  brush: { kind: "tool", tool: "brush" },
  eraser: { kind: "tool", tool: "eraser" },
  lasso: { kind: "tool", tool: "lasso" },
  rectangle: { kind: "tool", tool: "rectangle" },
  ellipse: { kind: "tool", tool: "ellipse" },
  polygon: { kind: "tool", tool: "polygon" },
  smart: { kind: "tool", tool: "smart" },
  wand: { kind: "tool", tool: "wand" },
  colour: { kind: "tool", tool: "colour" },
  bucket: { kind: "tool", tool: "bucket" },
  hand: { kind: "tool", tool: "hand" },
  smaller: { kind: "size", direction: -1 },
  larger: { kind: "size", direction: 1 },
  softer: { kind: "hardness", direction: -1 },
  harder: { kind: "hardness", direction: 1 },
  swap: { kind: "swap" },
  invert: { kind: "invert" },
  clear: { kind: "clear" },
  lastMask: { kind: "last-mask" },
  look: { kind: "look" },
  zoomIn: { kind: "zoom", direction: 1 },
  zoomOut: { kind: "zoom", direction: -1 },
  turnLeft: { kind: "turn", direction: -1 },
  turnRight: { kind: "turn", direction: 1 },
  fit: { kind: "fit" },
  actualSize: { kind: "actual-size" },
  abort: { kind: "abort" },
  closeShape: { kind: "close-shape" },
  undo: { kind: "undo" },
  redo: { kind: "redo" },
} as const satisfies Partial<Readonly<Record<ShortcutId, StageCommand>>>;
