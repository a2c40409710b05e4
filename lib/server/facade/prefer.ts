/** `Prefer: wait` or `wait=n`, n from 1 to 60 seconds. */
import { AppError } from "#lib/errors.ts";

const longestS = 60;

export function readPrefer(header: string | null): { readonly waitMs: number; readonly applied: string | null } {
  const match = /(?:^|[,;\s])wait(?:=(\d+))?(?=$|[,;\s])/i.exec(header ?? "");
  if (!match) return { waitMs: 0, applied: null };
  const seconds = match[1] === undefined ? longestS : Number(match[1]);
  if (seconds < 1 || seconds > longestS) {
    throw new AppError("invalid_input", "Prefer: wait=x header must specify a value between 1 and 60");
  }
  return { waitMs: seconds * 1000, applied: match[0].replace(/^[,;\s]+/, "") };
}
