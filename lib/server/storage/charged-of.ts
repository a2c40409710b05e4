/** Whether a run was paid for, as far as its row can tell: the one rule for what is shown and for what the ledger keeps. */
import { type Charged, errorCodes } from "#lib/errors.ts";
import type { PredictionRecord } from "./record-shapes.ts";

export function chargedOf(row: Pick<PredictionRecord, "provider" | "status" | "error" | "submittedAtMs">): Charged {
  if (row.provider === "local") return "no";
  // Only a request that surely never left us, or that had not begun when it was canceled, clears this time again.
  if (row.submittedAtMs === null) return "no";
  if (row.status === "stored") return "yes";
  return row.error ? errorCodes[row.error.code].charged : "maybe";
}
