/** A stored history comes back from a place anybody may have written to: only operations that can be drawn are taken. */
import type { MaskOperation } from "./mask-document.ts";
import { emptyHistory, type MaskHistory } from "./mask-history.ts";

export function readHistory(stored: unknown): MaskHistory {
  if (typeof stored !== "object" || stored === null) return emptyHistory;
  const { operations, undone } = stored as Record<string, unknown>;
  return { operations: readOperations(operations), undone: readOperations(undone) };
}

function readOperations(stored: unknown): readonly MaskOperation[] {
  return Array.isArray(stored) ? stored.filter(isOperation) : [];
}

function isOperation(stored: unknown): stored is MaskOperation {
  if (typeof stored !== "object" || stored === null) return false;
  const { kind, mode, size, hardness, points, x, y, width, height, columns, rows, runs, by, radius } = stored as Record<string, unknown>;
  switch (kind) {
    case "stroke":
      return (mode === "add" || mode === "subtract") && areNumbers([size, hardness]) && areNumbers(points);
    case "rectangle":
    case "ellipse":
      return isCombineMode(mode) && areNumbers([x, y, width, height]);
    case "polygon":
      return isCombineMode(mode) && areNumbers(points);
    case "area":
      return isCombineMode(mode) && areNumbers([x, y, width, height, columns, rows]) && runs instanceof Uint8Array;
    case "grow":
      return areNumbers([by]);
    case "feather":
    case "smooth":
      return areNumbers([radius]);
    default:
      return kind === "invert" || kind === "clear" || kind === "fill-holes";
  }
}

function isCombineMode(mode: unknown): boolean {
  return mode === "add" || mode === "subtract" || mode === "intersect";
}

function areNumbers(values: unknown): boolean {
  return Array.isArray(values) && values.every((value) => typeof value === "number" && Number.isFinite(value));
}
