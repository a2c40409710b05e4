/** When it is time to wait for a run's result itself, before anybody has said that it comes. */
import { isTerminal, type Prediction } from "#lib/wire.ts";

/** Runs tell of their progress in steps and are looked at now and then: the news after this one may be the end. */
const nearEnd = 0.4;
const nearEndOfUsual = 0.7;

type Going = Pick<Prediction, "status" | "progress" | "createdAt">;

/** In so many milliseconds; null where nothing tells yet, or no more. */
export function leadTimeMs(
  { status, progress, createdAt }: Going,
  usualSeconds: readonly [from: number, to: number] | null,
  nowMs: number,
): number | null {
  if (isTerminal(status) || status === "fetching") return null;
  if (progress !== null) return progress >= nearEnd ? 0 : null;
  if (!usualSeconds) return null;
  return Math.max(0, Date.parse(createdAt) + usualSeconds[0] * 1000 * nearEndOfUsual - nowMs);
}
