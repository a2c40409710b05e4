import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Caller } from "#lib/server/people/people.ts";
import { addPerson } from "#lib/server/storage/contract/sample-people.ts";
import { addProject, samplePrediction } from "#lib/server/storage/contract/sample-records.ts";
import { openRecords } from "#lib/server/storage/open-records.ts";
import type { PersonRecord, PredictionPatch, Records } from "#lib/server/storage/records.ts";
import { createLedger } from "./create-ledger.ts";
import type { Ledger } from "./ledger.ts";

const nowMs = Date.UTC(2026, 10, 21, 12);
const dayMs = 86_400_000;

let folder: string;
let records: Records;
let ledger: Ledger;
let ada: PersonRecord;
let owner: Caller;
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "pentimento-ledger-"));
  records = await openRecords({ databaseUrl: null, dataFolder: folder });
  ledger = createLedger({ records, clock: { now: () => nowMs, sleep: () => Promise.resolve() } });
  ada = await addPerson(records, { name: '=cmd, "Ada"', email: "ada@example.com" });
  owner = { person: null, role: "owner", sessionId: null };
});
afterEach(async () => {
  await records.close();
  await rm(folder, { recursive: true });
});

const charged: PredictionPatch = { status: "failed", error: { code: "results_expired", message: "", faults: [] } };
const unknown: PredictionPatch = { status: "failed", error: { code: "prediction_failed", message: "", faults: [] } };

async function run(at: number, model: string, patch: PredictionPatch, personId: string | null = ada.id): Promise<string> {
  const { id: projectId } = await addProject(records);
  const wanted = samplePrediction({ projectId, model, createdAtMs: at });
  const { prediction } = await records.predictions.insert(wanted, { personId, amountMicros: 30_000, pictures: 1 });
  await records.predictions.change(prediction.id, 1, { submittedAtMs: at, completedAtMs: at, ...patch });
  return prediction.id;
}

const textOf = (body: ReadableStream<Uint8Array>) => new Response(body).text();

describe("the ledger", () => {
  it("adds up by day, person and model, without a fraction too much, and shows every day", async () => {
    for (let count = 0; count < 3; count += 1) await run(nowMs, "acme/a", charged);
    await run(nowMs - dayMs, "acme/b", unknown, null);
    await run(nowMs - 3 * dayMs, "acme/b", charged);
    const { total, byDay, byPerson, byModel, held } = await ledger.spending(3);
    expect(total).toEqual({ spentUsd: 0.09, openUsd: 0.03, runs: 4 });
    expect(byDay).toEqual([
      { day: "2026-11-19", spentUsd: 0, openUsd: 0, runs: 0 },
      { day: "2026-11-20", spentUsd: 0, openUsd: 0.03, runs: 1 },
      { day: "2026-11-21", spentUsd: 0.09, openUsd: 0, runs: 3 },
    ]);
    expect(byPerson).toEqual([
      { id: null, name: null, spentUsd: 0, openUsd: 0.03, runs: 1 },
      { id: ada.id, name: ada.name, spentUsd: 0.09, openUsd: 0, runs: 3 },
    ]);
    expect(byModel.map(({ model, spentUsd }) => [model, spentUsd])).toEqual([
      ["acme/b", 0],
      ["acme/a", 0.09],
    ]);
    expect(held).toEqual({ day: 0.09, month: 0.15 });
  });

  it("is written as a table that no program takes for formulas", async () => {
    const id = await run(nowMs, "acme/a", charged);
    expect(await textOf(ledger.csv(1))).toBe(
      [
        "asked_at,at,kind,person,model,pictures,usd,run",
        `2026-11-21T12:00:00.000Z,2026-11-21T12:00:00.000Z,reserved,"'=cmd, ""Ada""",acme/a,1,0.030000,${id}`,
        `2026-11-21T12:00:00.000Z,2026-11-21T12:00:00.000Z,charged,"'=cmd, ""Ada""",acme/a,1,0.000000,${id}`,
        "",
      ].join("\r\n"),
    );
    await run(nowMs, "acme/a", { status: "canceled", submittedAtMs: null });
    expect(await textOf(ledger.csv(1))).toContain(",returned,");
    expect(await textOf(ledger.csv(1))).toContain(",-0.030000,");
  });
});

describe("caps", () => {
  it("are set, changed and taken away, and each change is written down with who made it", async () => {
    await ledger.setCap(owner, { holder: "team", period: "day", mostUsd: 5 });
    await ledger.setCap(owner, { holder: "team", period: "day", mostUsd: 0.3 });
    expect(await ledger.setCap(owner, { holder: ada.id, period: "month", mostUsd: 20 })).toEqual([
      { holder: ada.id, period: "month", mostUsd: 20 },
      { holder: "team", period: "day", mostUsd: 0.3 },
    ]);
    await ledger.setCap(owner, { holder: "team", period: "day", mostUsd: null });
    expect((await ledger.spending(1)).caps).toEqual([{ holder: ada.id, period: "month", mostUsd: 20 }]);
    const told = await records.audit.list({ limit: 10 });
    expect(told.map(({ action, subject }) => [action, subject]).sort()).toEqual([
      ["cap-changed", "ada@example.com, month: $20"],
      ["cap-changed", "team, day: $0.3"],
      ["cap-changed", "team, day: $5"],
      ["cap-changed", "team, day: –"],
    ]);
  });

  it("are of nobody who is not there", async () => {
    const setting = ledger.setCap(owner, { holder: "psn_none", period: "day", mostUsd: 1 });
    await expect(setting).rejects.toMatchObject({ code: "invalid_input", faults: [{ field: "holder" }] });
    expect(await records.caps.list()).toEqual([]);
  });
});

describe("a run of which nobody knows", () => {
  it("is shown with whose it was, until an owner says what became of it", async () => {
    const id = await run(nowMs, "acme/a", unknown);
    const { open, openCount } = await ledger.spending(1);
    expect([openCount, open]).toEqual([
      1,
      [{ predictionId: id, who: ada.name, model: "acme/a", openUsd: 0.03, askedAt: "2026-11-21T12:00:00.000Z" }],
    ]);
    await ledger.settle(owner, id, false);
    expect(await ledger.spending(1)).toMatchObject({ openCount: 0, total: { spentUsd: 0, openUsd: 0, runs: 0 }, held: { day: 0 } });
    await expect(ledger.settle(owner, id, true)).rejects.toMatchObject({ code: "not_found" });
    expect(await records.audit.list({ limit: 10 })).toMatchObject([{ action: "run-settled", subject: `${id}: returned` }]);
  });
});
