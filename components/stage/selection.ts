/** What can be asked of the picture's own pixels, and what comes back; both cross to the worker. Places are in the picture's pixels. */
import type { MaskOperation } from "#lib/mask/mask-document.ts";

export interface Place {
  readonly x: number;
  readonly y: number;
}

export type Selection =
  | { readonly tool: "wand"; readonly at: Place; readonly tolerance: number; readonly isContiguous: boolean }
  | { readonly tool: "colour"; readonly places: readonly Place[]; readonly tolerance: number }
  | { readonly tool: "smart"; readonly from: Place; readonly to: Place }
  | { readonly tool: "bucket"; readonly at: Place; readonly operations: readonly MaskOperation[]; readonly isPainted: boolean };

export interface SelectionRequest {
  readonly id: number;
  readonly source: string;
  readonly width: number;
  readonly height: number;
  readonly selection: Selection;
}

export interface Marked {
  readonly columns: number;
  readonly rows: number;
  readonly runs: Uint8Array;
  readonly isSharp: boolean;
}

export type SelectionAnswer = { readonly id: number; readonly marked: Marked | null } | { readonly id: number; readonly failure: string };
