import { expect, it } from "vitest";
import type { CapRecord, Records } from "#lib/server/storage/records.ts";
import { readUsage } from "./read-usage.ts";

type Finished = Awaited<ReturnType<Records["predictions"]["finishedLast"]>>[number];

const finished = (seconds: number, model = "a/b"): Finished => ({
  ...{ provider: "replicate", model },
  ...{ createdAtMs: 1000, completedAtMs: 1000 + seconds * 1000 },
});

/** The store, as far as it is asked. */
function partsOf(facts: { readonly heldMicros?: number; readonly caps?: readonly CapRecord[]; readonly finished?: readonly Finished[] }) {
  const { heldMicros = 0, caps = [], finished = [] } = facts;
  const records = {
    predictions: { finishedLast: async () => finished },
    ledger: { heldSinceMicros: async () => heldMicros, held: async () => heldMicros },
    caps: { list: async () => caps },
  } as unknown as Records;
  return { records, clock: { now: () => Date.UTC(2026, 10, 21, 12) } };
}
const question = { sinceMs: 0, personId: "psn_1" };

it("tells what the ledger holds, in dollars", async () => {
  expect(await readUsage(partsOf({ heldMicros: 123_000 }), question)).toEqual({ spentUsd: 0.123, budget: null, usual: [] });
});

it("tells the cap that is the nearest: a person's own in place of the one for each, and nobody's but theirs", async () => {
  const cap = (holder: string, period: CapRecord["period"], mostMicros: number): CapRecord => ({ holder, period, mostMicros });
  const caps = [cap("each", "day", 200_000), cap("psn_1", "day", 900_000), cap("psn_2", "day", 100), cap("team", "month", 500_000)];
  expect((await readUsage(partsOf({ heldMicros: 123_000, caps }), question)).budget).toEqual({
    ...{ of: "team", period: "month", capUsd: 0.5, leftUsd: 0.377, freesAt: "2026-12-01T00:00:00.000Z" },
  });
  expect((await readUsage(partsOf({ heldMicros: 300_000, caps }), { sinceMs: 0, personId: "psn_3" })).budget).toEqual({
    ...{ of: "person", period: "day", capUsd: 0.2, leftUsd: 0, freesAt: "2026-11-22T00:00:00.000Z" },
  });
});

it("tells the middle half of the times of each model, from three runs on", async () => {
  const rows = [8, 30, 10, 12, 9].map((seconds) => finished(seconds)).concat([finished(5, "c/d"), finished(6, "c/d")]);
  expect((await readUsage(partsOf({ finished: rows }), question)).usual).toEqual([
    { model: "a/b", provider: "replicate", seconds: [9, 12], medianSeconds: 10 },
  ]);
});
