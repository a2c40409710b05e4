import type { Prediction } from "#lib/wire.ts";

type RunTimes = Pick<Prediction, "createdAt" | "startedAt" | "completedAt">;

/** How long the model worked, without the wait before it where that is known; null while it does. */
export function runSeconds({ createdAt, startedAt, completedAt }: RunTimes): number | null {
  return completedAt === null ? null : (Date.parse(completedAt) - Date.parse(startedAt ?? createdAt)) / 1000;
}
