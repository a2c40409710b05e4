/** Why a prediction failed upstream: its `error` (mostly a string, not always) and its logs → one error of ours. */
import { AppError } from "#lib/errors.ts";
import { cleanText } from "./clean-text.ts";
import { isFiltered } from "./read-logs.ts";

const flagged = /flagged as sensitive|\bE005\b|NSFW|content[_ ]moderation|moderat(ed|ion)|safety (check|filter|system)|violat\w+ .*polic/i;
/** The platform's own accidents; another run may pass. */
const interrupted = /prediction interrupted|\(code: PA\)|director: unexpected error|\b(E6716|E8765|E9828|E1000)\b/i;

export function classifyEnding(error: unknown, logs: string, secrets: readonly string[]): AppError {
  const words = wordsOf(error);
  const sentence = cleanText(words, secrets);
  if (flagged.test(words) || (words === "" && isFiltered(logs))) return new AppError("flagged", sentence || "The result was held back");
  if (interrupted.test(words)) return new AppError("prediction_interrupted", sentence);
  return new AppError("prediction_failed", sentence || "The provider gave no reason");
}

function wordsOf(error: unknown): string {
  if (error === null || error === undefined) return "";
  if (typeof error === "string") return error.trim();
  if (typeof error === "object") {
    for (const name of ["message", "detail", "msg", "error"]) {
      const value: unknown = Reflect.get(error, name);
      if (typeof value === "string" && value !== "") return value;
    }
  }
  return JSON.stringify(error) ?? "";
}
