import { expect, test } from "vitest";
import type { PredictionStatus } from "#lib/wire.ts";
import { predictionStatuses } from "#lib/wire.ts";
import type { PredictionRecord, Records } from "../records.ts";
import { addPrediction, addProject, startMs } from "./sample-records.ts";

const leaseMs = 10_000;

export function describeClaims(one: () => Records, other: () => Records): void {
  /** Ends what earlier tests left behind, so that each begins with nothing to do. */
  async function endAll(): Promise<void> {
    for (;;) {
      const rows = await one().predictions.claim({ owner: "end", nowMs: Number.MAX_SAFE_INTEGER - leaseMs, leaseMs: 0, limit: 100 });
      if (rows.length === 0) return;
      for (const row of rows) await one().predictions.change(row.id, row.version, { status: "failed" });
    }
  }

  const claim = (records: Records, owner: string, nowMs: number, limit = 100) =>
    records.predictions.claim({ owner, nowMs, leaseMs, limit });
  const ids = (rows: readonly PredictionRecord[]) => rows.map((row) => row.id);

  test("what is not over is counted by its status", async () => {
    await endAll();
    expect(await one().predictions.countLive()).toEqual({});
    const [first, second] = [await addPrediction(one()), await addPrediction(one())];
    await one().predictions.change(second.id, second.version, { status: "running" });
    expect(await other().predictions.countLive()).toEqual({ intent: 1, running: 1 });
    await one().predictions.change(first.id, first.version, { status: "canceled" });
    expect(await other().predictions.countLive()).toEqual({ running: 1 });
  });

  test("a claim takes due rows of every status that is not terminal, longest due first, and leaves their version alone", async () => {
    await endAll();
    const wanted: string[] = [];
    for (const [index, status] of predictionStatuses.entries()) {
      const row = await addPrediction(one(), { nextAtMs: startMs - index });
      const isOver = (["stored", "failed", "canceled"] as readonly PredictionStatus[]).includes(status);
      await one().predictions.change(row.id, 1, { status });
      if (!isOver) wanted.unshift(row.id);
    }
    const later = await addPrediction(one(), { nextAtMs: startMs + 1 });
    const rows = await claim(one(), "a", startMs);
    expect(ids(rows)).toEqual(wanted);
    for (const row of rows) expect(row).toEqual({ ...(await other().predictions.get(row.id)), version: 2 });
    expect(ids(await claim(one(), "a", startMs + 1))).toEqual([later.id]);
  });

  test("a row that is leased is not claimed again, by nobody, until its lease is over", async () => {
    await endAll();
    const row = await addPrediction(one());
    expect(ids(await claim(one(), "a", startMs))).toEqual([row.id]);
    expect(await claim(other(), "b", startMs + leaseMs - 1)).toEqual([]);
    expect(await claim(one(), "a", startMs + leaseMs - 1)).toEqual([]);
    expect(ids(await claim(other(), "b", startMs + leaseMs))).toEqual([row.id]);
  });

  test("a lease can be prolonged and given back by its owner only, and not after somebody else has it", async () => {
    await endAll();
    const row = await addPrediction(one());
    await claim(one(), "a", startMs);
    expect(await other().predictions.renew(row.id, "b", startMs + 99_000)).toBe(false);
    await other().predictions.release(row.id, "b");
    expect(await one().predictions.renew(row.id, "a", startMs + 20_000.5)).toBe(true);
    expect(await claim(other(), "b", startMs + leaseMs)).toEqual([]);
    expect(ids(await claim(other(), "b", startMs + 20_001))).toEqual([row.id]);
    expect(await one().predictions.renew(row.id, "a", startMs + 99_000)).toBe(false);
    await other().predictions.release(row.id, "b");
    expect(await other().predictions.renew(row.id, "b", startMs + 99_000)).toBe(false);
    expect(ids(await claim(one(), "a", startMs))).toEqual([row.id]);
  });

  test("a claim takes no more than its limit", async () => {
    await endAll();
    for (let index = 0; index < 5; index += 1) await addPrediction(one());
    expect(await claim(one(), "a", startMs, 3)).toHaveLength(3);
    expect(await claim(one(), "a", startMs, 3)).toHaveLength(2);
    expect(await claim(one(), "a", startMs, 3)).toHaveLength(0);
  });

  test("two that claim 100 rows at the same time get each row once", async () => {
    await endAll();
    const { id: projectId } = await addProject(one());
    const added: string[] = [];
    for (let index = 0; index < 100; index += 1) added.push((await addPrediction(one(), { projectId })).id);
    const drain = async (records: Records, owner: string) => {
      const taken: string[] = [];
      for (;;) {
        const rows = await claim(records, owner, startMs, 3);
        if (rows.length === 0) return taken;
        taken.push(...ids(rows));
      }
    };
    const drains = [drain(one(), "a"), drain(other(), "b"), drain(one(), "c"), drain(other(), "d")];
    const taken = (await Promise.all(drains)).flat();
    expect(taken.toSorted()).toEqual(added.toSorted());
  });

  test("the next row is due when it can be claimed: at its time, or when the lease on it is over", async () => {
    await endAll();
    expect(await one().predictions.nextDueAtMs()).toBeNull();
    const late = await addPrediction(one(), { nextAtMs: startMs + 50_000 });
    expect(await one().predictions.nextDueAtMs()).toBe(startMs + 50_000);
    const soon = await addPrediction(one(), { nextAtMs: startMs + 20 });
    expect(await other().predictions.nextDueAtMs()).toBe(startMs + 20);
    await claim(one(), "a", startMs + 20);
    expect(await other().predictions.nextDueAtMs()).toBe(startMs + 20 + leaseMs);
    await one().predictions.release(soon.id, "a");
    expect(await other().predictions.nextDueAtMs()).toBe(startMs + 20);
    await one().predictions.change(soon.id, 1, { status: "canceled" });
    expect(await other().predictions.nextDueAtMs()).toBe(late.nextAtMs);
  });
}
