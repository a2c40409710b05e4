import { expect, test } from "vitest";
import { newId } from "#lib/ids.ts";
import type { NewPrediction, PredictionRecord, Records, Reservation } from "../records.ts";
import { addPerson } from "./sample-people.ts";
import { addEdit, addProject, sampleEdit, samplePicture, samplePrediction } from "./sample-records.ts";

const price = 40_000;
let dayMs = Date.UTC(2026, 0, 1);

/** Each test has a month of its own, because the team's count is one for all. */
function nextMonth(): number {
  const at = new Date(dayMs);
  dayMs = Date.UTC(at.getUTCFullYear(), at.getUTCMonth() + 1, 10);
  return dayMs;
}

export function describeLedger(one: () => Records, other: () => Records): void {
  const ask = async (records: Records, reservation: Partial<Reservation>, fields: Partial<NewPrediction> = {}) => {
    const projectId = fields.projectId ?? (await addProject(records)).id;
    const createdAtMs = fields.createdAtMs ?? dayMs;
    const wanted = samplePrediction({ id: newId("prd", createdAtMs), createdAtMs, ...fields, projectId });
    return (await records.predictions.insert(wanted, { personId: null, amountMicros: price, pictures: 1, ...reservation })).prediction;
  };
  const end = async (run: PredictionRecord, patch: Parameters<Records["predictions"]["change"]>[2]) => {
    const submitted = await one().predictions.change(run.id, run.version, { status: "submitting", submittedAtMs: dayMs + 1 });
    return one().predictions.change(run.id, submitted?.version ?? 0, { completedAtMs: dayMs + 2, ...patch });
  };
  const kindsOf = async (run: PredictionRecord) =>
    (await one().ledger.entries({ sinceMs: run.createdAtMs, limit: 1000 }))
      .filter(({ predictionId }) => predictionId === run.id)
      .map(({ kind, amountMicros }) => [kind, amountMicros]);
  const heldByTeam = () => one().ledger.held("team", "day", dayMs);
  const failed = (code: "provider_rejected_input" | "prediction_failed" | "results_expired") =>
    ({ status: "failed", error: { code, message: "", faults: [] } }) as const;

  test("two hundred asked for at once with money for ten are asked for ten times, and leave nothing else behind", async () => {
    nextMonth();
    await one().caps.set({ holder: "team", period: "day", mostMicros: 10 * price + 1 });
    const { id: projectId } = await addProject(one());
    const asked = await Promise.allSettled(Array.from({ length: 200 }, (_, index) => ask(index % 2 ? one() : other(), {}, { projectId })));
    await one().caps.remove({ holder: "team", period: "day" });
    expect(asked.filter(({ status }) => status === "fulfilled")).toHaveLength(10);
    for (const one of asked) if (one.status === "rejected") expect(one.reason).toMatchObject({ code: "over_cap" });
    expect((await one().predictions.list({ projectId, limit: 300 })).items).toHaveLength(10);
    expect([await heldByTeam(), await one().ledger.heldSinceMicros(dayMs)]).toEqual([10 * price, 10 * price]);
  });

  test("whoever is refused is told which cap it was, what is left of it and when it is free again", async () => {
    nextMonth();
    const person = await addPerson(one());
    await one().caps.set({ holder: "each", period: "month", mostMicros: 50_000 });
    await ask(one(), { personId: person.id });
    await expect(ask(one(), { personId: person.id })).rejects.toMatchObject({
      code: "over_cap",
      status: 402,
      cap: {
        ...{ of: "person", period: "month", capUsd: 0.05, leftUsd: 0.01, neededUsd: 0.04 },
        freesAt: new Date(Date.UTC(new Date(dayMs).getUTCFullYear(), new Date(dayMs).getUTCMonth() + 1)).toISOString(),
      },
    });
    await one().caps.remove({ holder: "each", period: "month" });
  });

  test("a person's own cap stands in place of the one for each, and holds nobody else", async () => {
    nextMonth();
    const [rich, poor] = [await addPerson(one()), await addPerson(one())];
    await one().caps.set({ holder: "each", period: "day", mostMicros: price });
    await one().caps.set({ holder: rich.id, period: "day", mostMicros: 2 * price });
    for (const personId of [rich.id, rich.id, poor.id]) await ask(one(), { personId });
    for (const personId of [rich.id, poor.id]) await expect(ask(one(), { personId })).rejects.toMatchObject({ code: "over_cap" });
    expect(await one().caps.list()).toHaveLength(2);
    expect(await one().caps.remove({ holder: rich.id, period: "day" })).toBe(true);
    expect(await one().caps.remove({ holder: rich.id, period: "day" })).toBe(false);
    await one().caps.remove({ holder: "each", period: "day" });
  });

  test("what costs nothing passes every cap, and what has no price passes none", async () => {
    nextMonth();
    await one().caps.set({ holder: "team", period: "day", mostMicros: 0 });
    const free = await ask(one(), { amountMicros: 0 });
    expect(await kindsOf(free)).toEqual([]);
    await expect(ask(one(), { amountMicros: null })).rejects.toMatchObject({ code: "price_unknown" });
    await one().caps.remove({ holder: "team", period: "day" });
    expect(await kindsOf(await ask(one(), { amountMicros: null }))).toEqual([]);
  });

  test("the same key twice is held once", async () => {
    nextMonth();
    const { id: projectId } = await addProject(one());
    const fields = { projectId, idempotencyKey: newId("prd") };
    const [first, second] = await Promise.all([ask(one(), {}, fields), ask(other(), {}, fields)]);
    expect([second.id, await heldByTeam()]).toEqual([first.id, price]);
  });

  test("a stored run is charged for the pictures that came, on the day it was asked for", async () => {
    nextMonth();
    const run = await ask(one(), { amountMicros: 4 * price, pictures: 4 });
    const edit = await addEdit(one(), run.projectId);
    const picture = samplePicture();
    const fetching = await one().predictions.change(run.id, run.version, {
      ...{ status: "fetching", submittedAtMs: dayMs, outputs: ["https://a.test/1", "https://a.test/2", "https://a.test/3"] },
    });
    const made = sampleEdit({ projectId: run.projectId, pictureId: picture.id, parentId: edit.id, predictionId: run.id });
    const patch = { status: "stored", completedAtMs: dayMs + 86_400_000 } as const;
    await one().predictions.finish({ id: run.id, version: fetching?.version ?? 0, pictures: [picture], edits: [made], patch });
    expect(await kindsOf(run)).toEqual([
      ["reserved", 4 * price],
      ["charged", -price],
    ]);
    expect([await heldByTeam(), await one().ledger.held("team", "day", dayMs + 86_400_000)]).toEqual([3 * price, 0]);
  });

  test("what failed without a charge, or never left, is given back; what was charged all the same is not", async () => {
    nextMonth();
    const runs = [await ask(one(), {}), await ask(one(), {}), await ask(one(), {})] as const;
    await end(runs[0], failed("provider_rejected_input"));
    await one().predictions.change(runs[1].id, runs[1].version, { status: "canceled", completedAtMs: dayMs });
    await end(runs[2], failed("results_expired"));
    expect(await Promise.all(runs.map(kindsOf))).toEqual([
      ...[0, 1].map(() => [
        ["reserved", price],
        ["returned", -price],
      ]),
      [
        ["reserved", price],
        ["charged", 0],
      ],
    ]);
    expect(await heldByTeam()).toBe(price);
  });

  test("a run of which nobody knows whether it was charged stays reserved until somebody says so, once", async () => {
    const at = nextMonth();
    const [charged, returned] = [await ask(one(), {}), await ask(one(), {}, { createdAtMs: at + 1 })];
    const under = await ask(one(), {});
    for (const run of [charged, returned]) await end(run, failed("prediction_failed"));
    const open = await one().ledger.open(1000);
    expect(open.entries.slice(0, 2).map(({ predictionId }) => predictionId)).toEqual([returned.id, charged.id]);
    expect(open.count).toBe(open.entries.length);
    expect((await one().ledger.open(1)).entries).toHaveLength(1);
    expect(await Promise.all([one(), other()].map((records) => records.ledger.settle(charged.id, true, dayMs)))).toContain(false);
    expect(await one().ledger.settle(returned.id, false, dayMs)).toBe(true);
    expect(await one().ledger.settle(under.id, false, dayMs)).toBe(false);
    expect(await one().ledger.settle("prd_none", true, dayMs)).toBe(false);
    expect([await kindsOf(charged), await heldByTeam()]).toEqual([
      [
        ["reserved", price],
        ["charged", 0],
      ],
      2 * price,
    ]);
  });

  test("sums tell by day, person and model what was spent and what is still reserved", async () => {
    const at = nextMonth();
    const person = await addPerson(one());
    const [mine, nobodys] = [await ask(one(), { personId: person.id }, { model: "acme/a" }), await ask(one(), {}, { model: "acme/a" })];
    await ask(one(), { personId: person.id }, { createdAtMs: at + 86_400_000, model: "acme/b" });
    await end(mine, failed("results_expired"));
    await end(nobodys, failed("provider_rejected_input"));
    const day = new Date(at).toISOString().slice(0, 10);
    const sums = (await one().ledger.sums(at)).map((sum) => [
      sum.day === day,
      sum.personId,
      sum.model,
      sum.spentMicros,
      sum.openMicros,
      sum.runs,
    ]);
    expect(sums.sort()).toEqual(
      [
        [true, person.id, "acme/a", price, 0, 1],
        [true, null, "acme/a", 0, 0, 0],
        [false, person.id, "acme/b", 0, price, 1],
      ].sort(),
    );
  });

  test("entries come page by page, in the order they were asked for", async () => {
    const at = nextMonth();
    const runs = [await ask(one(), {}), await ask(one(), {}, { createdAtMs: at + 1 })];
    for (const run of runs) await end(run, failed("results_expired"));
    const all = await one().ledger.entries({ sinceMs: at, limit: 10 });
    expect(all.map(({ predictionId, step }) => [predictionId, step])).toEqual(runs.flatMap(({ id }) => [1, 2].map((step) => [id, step])));
    const [, second] = all;
    if (!second) throw new Error("Expected entries");
    expect(await one().ledger.entries({ sinceMs: at, after: second, limit: 1 })).toEqual([all[2]]);
  });
}
