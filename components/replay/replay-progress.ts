import type { Replay } from "#lib/replay-wire.ts";

/** Of the steps that are applied. */
export function progressOf({ steps }: Pick<Replay, "steps">): { readonly done: number; readonly count: number } {
  const applied = steps.filter(({ state }) => state !== "off");
  return { done: applied.filter(({ state }) => state === "done").length, count: Math.max(1, applied.length) };
}
