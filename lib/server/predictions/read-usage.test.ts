import { expect, it } from "vitest";
import type { Records } from "#lib/server/storage/records.ts";
import { readUsage } from "./read-usage.ts";

type Asked = Awaited<ReturnType<Records["predictions"]["askedSince"]>>[number];
type Finished = Awaited<ReturnType<Records["predictions"]["finishedLast"]>>[number];

const asked = (fields: Partial<Asked>): Asked => ({
  ...{ provider: "replicate", status: "stored", error: null, submittedAtMs: 1, priceUsd: 0.04 },
  ...fields,
});
const finished = (seconds: number, model = "a/b"): Finished => ({
  ...{ provider: "replicate", model },
  ...{ createdAtMs: 1000, completedAtMs: 1000 + seconds * 1000 },
});

function recordsOf(askedRows: readonly Asked[], finishedRows: readonly Finished[]): Records {
  const predictions = { askedSince: async () => askedRows, finishedLast: async () => finishedRows };
  return { predictions } as unknown as Records;
}

it("counts what was charged or may have been, and nothing that surely was not", async () => {
  const rows = [
    asked({}),
    asked({ priceUsd: 0.003 }),
    asked({ status: "running" }),
    asked({ provider: "local", priceUsd: 0.04 }),
    asked({ submittedAtMs: null }),
    asked({ status: "failed", error: { code: "provider_rejected_input", message: "", faults: [] } }),
    asked({ status: "failed", error: { code: "answer_lost", message: "", faults: [] } }),
    asked({ priceUsd: null }),
  ];
  expect((await readUsage(recordsOf(rows, []), 0)).spentUsd).toBe(0.123);
});

it("tells the middle half of the times of each model, from three runs on", async () => {
  const rows = [8, 30, 10, 12, 9].map((seconds) => finished(seconds)).concat([finished(5, "c/d"), finished(6, "c/d")]);
  expect((await readUsage(recordsOf([], rows), 0)).usual).toEqual([
    { model: "a/b", provider: "replicate", seconds: [9, 12], medianSeconds: 10 },
  ]);
});
