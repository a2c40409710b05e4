import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Postgres, startPostgres } from "#lib/testing/postgres.ts";
import { samplePrediction } from "../contract/sample-records.ts";
import { openRecords, type RecordsPlace } from "../open-records.ts";
import { openStore } from "../open-store.ts";
import { toNewPredictionRow } from "../records/rows.ts";
import type { PredictionRow } from "../records/tables.ts";
import { migrate } from "./migrate.ts";

let postgres: Postgres;
let folder: string;
beforeAll(async () => {
  [postgres, folder] = await Promise.all([startPostgres(), mkdtemp(path.join(tmpdir(), "pentimento-ledger-"))]);
});
afterAll(() => Promise.all([postgres.stop(), rm(folder, { recursive: true })]));

const atMs = Date.UTC(2026, 10, 21, 23, 30);
const failed = (code: string) => ({ status: "failed", error: JSON.stringify({ code, message: "", faults: [] }) }) as const;
const runs: Record<string, Partial<PredictionRow>> = {
  stored: { status: "stored", outputs: '["https://a.test/1","https://a.test/2"]', priceUsd: 0.08, completedAtMs: atMs + 5 },
  lost: failed("results_expired"),
  running: { status: "running" },
  nextDay: { status: "stored", createdAtMs: atMs + 3_600_000 },
  returned: failed("provider_rejected_input"),
  unknown: failed("answer_lost"),
  local: { status: "stored", provider: "local" },
  priceless: { status: "stored", priceUsd: null },
};

async function findings(place: RecordsPlace) {
  const store = await openStore(place);
  await migrate(store, "007-people");
  // As it was then; later columns are not there yet.
  const project = { id: "prj_old", name: "Old", searchText: "old", currentEditId: null, createdAtMs: atMs, updatedAtMs: atMs, starred: 0 };
  await store.db
    .insertInto("projects")
    .values(project as never)
    .execute();
  for (const [name, fields] of Object.entries(runs)) {
    const row = toNewPredictionRow(samplePrediction({ id: `prd_${name}`, projectId: project.id, createdAtMs: atMs }));
    await store.db
      .insertInto("predictions")
      .values({ ...row, submittedAtMs: atMs, ...fields })
      .execute();
  }
  await store.db.destroy();
  const records = await openRecords(place);
  const entries = await records.ledger.entries({ sinceMs: 0, limit: 100 });
  const held = {
    today: await records.ledger.held("team", "day", atMs),
    tomorrow: await records.ledger.held("team", "day", atMs + 3_600_000),
    month: await records.ledger.held("team", "month", atMs),
  };
  const settled = await records.predictions.change("prd_running", 1, { status: "canceled", submittedAtMs: null });
  const after = await records.ledger.held("team", "month", atMs);
  await records.close();
  return {
    entries: entries.map(({ predictionId, kind, amountMicros, pictures }) => [predictionId, kind, amountMicros, pictures]),
    held,
    settled,
    after,
  };
}

test.each(["SQLite", "Postgres"])("on %s runs of before come along with what they are known to have cost", async (name) => {
  const place = { databaseUrl: name === "SQLite" ? null : postgres.url, dataFolder: folder };
  const { entries, held, settled, after } = await findings(place);
  expect(entries).toEqual([
    ["prd_lost", "reserved", 40_000, 1],
    ["prd_lost", "charged", 0, 1],
    ["prd_nextDay", "reserved", 40_000, 1],
    ["prd_nextDay", "charged", 0, 1],
    ["prd_running", "reserved", 40_000, 1],
    ["prd_stored", "reserved", 80_000, 2],
    ["prd_stored", "charged", 0, 2],
  ]);
  expect(held).toEqual({ today: 160_000, tomorrow: 40_000, month: 200_000 });
  expect(settled).toMatchObject({ status: "canceled" });
  expect(after).toBe(160_000);
});
