/** What can be asked of the picture's own pixels, and what comes back; both cross to the worker. Places are in the picture's pixels. */
import type { MaskDocument, MaskOperation } from "#lib/mask/mask-document.ts";
import { isSelectTool, type SelectTool, type ToolSettings } from "./tool-settings.ts";

export interface Place {
  readonly x: number;
  readonly y: number;
}

export type Selection =
  | { readonly tool: "wand"; readonly at: Place; readonly tolerance: number; readonly isContiguous: boolean }
  | { readonly tool: "colour"; readonly places: readonly Place[]; readonly tolerance: number }
  | { readonly tool: "smart"; readonly from: Place; readonly to: Place }
  | { readonly tool: "bucket"; readonly at: Place; readonly operations: readonly MaskOperation[]; readonly isPainted: boolean };

/** A mask from elsewhere: a file, the picture's own transparency, one painted before, or what differs from another picture. */
export type Import =
  | { readonly tool: "file"; readonly file: Blob }
  | { readonly tool: "transparency" }
  | { readonly tool: "painted"; readonly mask: MaskDocument }
  | { readonly tool: "difference"; readonly from: string; readonly threshold: number };

/** Nothing is asked yet, but soon will be: what the tool needs to know of the picture is worked out. */
export interface Preparation {
  readonly tool: "prepare";
  readonly for: SelectTool;
}

export interface SelectionRequest {
  readonly id: number;
  /** The picture itself, and its copy that is on the screen. */
  readonly source: string;
  readonly copy: string;
  readonly width: number;
  readonly height: number;
  readonly selection: Selection | Import | Preparation;
}

export interface Marked {
  readonly columns: number;
  readonly rows: number;
  readonly runs: Uint8Array;
  readonly isSharp: boolean;
}

export type SelectionAnswer = { readonly id: number; readonly marked: Marked | null } | { readonly id: number; readonly failure: string };

/** How far it is: a worker looks at the picture, or has found nothing there, or has failed. */
export type Selecting = "idle" | "busy" | "nothing" | "failed";

/** What the tool in hand asks about the places it passed. */
export function selectionWith(settings: ToolSettings, trace: readonly Place[], operations: readonly MaskOperation[]): Selection | null {
  const { tool, tolerance, isContiguous, mode } = settings;
  const places = trace.map(({ x, y }) => ({ x, y }));
  const [from] = places;
  const to = places.at(-1);
  if (!from || !to || !isSelectTool(tool)) return null;
  if (tool === "wand") return { tool, at: to, tolerance, isContiguous };
  if (tool === "colour") return { tool, places, tolerance };
  if (tool === "smart") return { tool, from, to };
  return { tool, at: to, operations, isPainted: mode !== "add" };
}
