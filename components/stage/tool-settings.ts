import type { CombineMode } from "#lib/mask/mask-document.ts";
import type { FingerChoice } from "./finger-choice.ts";
import type { MaskLook } from "./overlay-pixels.ts";
import { type OverlayStyle, usualOverlay } from "./overlay-style.ts";

export const tools = ["brush", "eraser", "lasso", "rectangle", "ellipse", "polygon", "smart", "wand", "colour", "bucket", "hand"] as const;
export type Tool = (typeof tools)[number];

/** Tools that look at pixels and mark what they find. */
export type SelectTool = "smart" | "wand" | "colour" | "bucket";

export function isSelectTool(tool: Tool): tool is SelectTool {
  return tool === "smart" || tool === "wand" || tool === "colour" || tool === "bucket";
}

export interface ToolSettings {
  readonly tool: Tool;
  /** Diameter in pixels of the picture. */
  readonly size: number;
  readonly hardness: number;
  /** What the brush and the shapes do; the eraser always takes away. */
  readonly mode: CombineMode;
  readonly look: MaskLook;
  readonly overlay: OverlayStyle;
  /** 0..255: how far a colour may be off for the wand and the colour range. */
  readonly tolerance: number;
  /** Whether the wand stays with what hangs together. */
  readonly isContiguous: boolean;
  readonly finger: FingerChoice;
  /** Whether the outline's dashes walk. */
  readonly isMarching: boolean;
}

export const minSize = 1;
export const maxSize = 1000;

export function startSettings(picture: { readonly width: number; readonly height: number }): ToolSettings {
  const size = Math.max(8, Math.round(Math.max(picture.width, picture.height) / 18));
  const look = { look: "overlay", overlay: usualOverlay, tolerance: 32, isContiguous: true, finger: "paint", isMarching: false } as const;
  return { tool: "brush", size: Math.min(maxSize, size), hardness: 0.8, mode: "add", ...look };
}

/** Steps that feel alike at every size: a tenth, at least one pixel. */
export function stepSize(size: number, direction: 1 | -1): number {
  const step = Math.max(1, Math.round(size / 10));
  return Math.min(maxSize, Math.max(minSize, size + direction * step));
}

export function stepHardness(hardness: number, direction: 1 | -1): number {
  return Math.min(1, Math.max(0, Math.round(hardness * 10 + direction) / 10));
}
