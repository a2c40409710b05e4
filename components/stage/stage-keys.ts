/** What a key means on the stage. Letters go by what is typed, or by their place where an input method swallows them. */
import type { Tool } from "./tool-settings.ts";

export type StageCommand =
  | { readonly kind: "tool"; readonly tool: Tool }
  | { readonly kind: "size" | "hardness"; readonly direction: 1 | -1 }
  | { readonly kind: "swap" | "invert" | "clear" | "look" | "undo" | "redo" | "fit" | "actual-size" | "abort" | "close-shape" };

type Keys = Pick<KeyboardEvent, "key" | "code" | "shiftKey" | "ctrlKey" | "metaKey" | "altKey" | "isComposing">;

export const toolKeys: Readonly<Record<Tool, string>> = {
  brush: "B",
  eraser: "E",
  lasso: "L",
  rectangle: "M",
  ellipse: "O",
  polygon: "P",
  hand: "H",
};

const commands: Readonly<Record<string, StageCommand>> = {
  ...Object.fromEntries(Object.entries(toolKeys).map(([tool, key]) => [key.toLowerCase(), { kind: "tool", tool: tool as Tool }])),
  "[": { kind: "size", direction: -1 },
  "]": { kind: "size", direction: 1 },
  "shift+[": { kind: "hardness", direction: -1 },
  "shift+]": { kind: "hardness", direction: 1 },
  x: { kind: "swap" },
  "shift+i": { kind: "invert" },
  delete: { kind: "clear" },
  q: { kind: "look" },
  "0": { kind: "fit" },
  "1": { kind: "actual-size" },
  escape: { kind: "abort" },
  enter: { kind: "close-shape" },
  "mod+z": { kind: "undo" },
  "mod+shift+z": { kind: "redo" },
  "mod+y": { kind: "redo" },
};

export function readStageKey(keys: Keys): StageCommand | undefined {
  if (keys.isComposing || keys.altKey) return undefined;
  const modifiers = `${keys.ctrlKey || keys.metaKey ? "mod+" : ""}${keys.shiftKey ? "shift+" : ""}`;
  return commands[`${modifiers}${nameOf(keys)}`];
}

function nameOf({ key, code }: Keys): string {
  // Shift turns brackets into braces, and on some keyboards into something else.
  if (code === "BracketLeft" || code === "BracketRight") return code === "BracketLeft" ? "[" : "]";
  if (/^(Process|Dead|Unidentified)$/.test(key)) return code.replace(/^(Key|Digit)/, "").toLowerCase();
  return key.toLowerCase();
}
