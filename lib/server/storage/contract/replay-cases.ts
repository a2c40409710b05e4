import { expect, test } from "vitest";
import { newId } from "#lib/ids.ts";
import { replayStatuses } from "#lib/replay-wire.ts";
import type { NewReplay, Records } from "../records.ts";
import { addEdit, addProject, sampleReplay, startMs } from "./sample-records.ts";

const leaseMs = 10_000;

async function replayOf(records: Records, fields: Partial<NewReplay> = {}): Promise<NewReplay> {
  return sampleReplay(await addEdit(records, (await addProject(records)).id), fields);
}

export function describeReplays(one: () => Records, other: () => Records): void {
  const claim = (records: Records, owner: string, nowMs = startMs) =>
    records.replays.claim({ owner, nowMs, leaseMs, limit: 100 }).then((rows) => rows.map(({ id }) => id));

  test("what is written down comes back as it was, running and without a fault", async () => {
    const made = await replayOf(one());
    const stored = { ...made, status: "running", error: null, cancelRequestedAtMs: null, version: 1 };
    expect(await one().replays.insert([made])).toEqual([stored]);
    expect(await other().replays.get(made.id)).toEqual(stored);
    expect(await other().replays.get("rpl_none")).toBeNull();
  });

  test("several are written together or not at all", async () => {
    const [good, bad] = [await replayOf(one()), await replayOf(one(), { sourceEditId: "edt_none" })];
    await expect(one().replays.insert([good, bad])).rejects.toThrow();
    expect(await other().replays.get(good.id)).toBeNull();
  });

  test("a key that is taken answers the row that has it", async () => {
    const first = await replayOf(one(), { idempotencyKey: "again/0" });
    const [stored] = await one().replays.insert([first]);
    const second = await replayOf(other(), { idempotencyKey: "again/0" });
    expect(await other().replays.insert([second])).toEqual([stored]);
    expect(await other().replays.get(second.id)).toBeNull();
  });

  test("a change holds only at the version it was made for", async () => {
    const made = await replayOf(one());
    await one().replays.insert([made]);
    const error = { code: "flagged", message: "no", faults: [] } as const;
    const steps = made.steps.map((step) => ({ ...step, attempt: 1 }));
    const changed = await one().replays.change(made.id, 1, { status: "failed", error, steps, cancelRequestedAtMs: startMs + 0.4 });
    expect(changed).toMatchObject({ version: 2, status: "failed", error, steps, cancelRequestedAtMs: startMs });
    expect(await other().replays.change(made.id, 1, { status: "done" })).toBeNull();
    expect(await other().replays.change(made.id, 2, { error: null, cancelRequestedAtMs: null })).toMatchObject({
      ...{ version: 3, error: null, cancelRequestedAtMs: null },
    });
  });

  test("a project's are listed newest first, and no more than asked for", async () => {
    const projectId = newId("prj");
    const rows = await Promise.all([0, 1, 2].map((index) => replayOf(one(), { projectId, createdAtMs: startMs + index })));
    await one().replays.insert(rows);
    expect((await other().replays.ofProject(projectId, 2)).map(({ id }) => id)).toEqual([rows[2]?.id, rows[1]?.id]);
  });

  test("only what is running and due is claimed, and by one at a time", async () => {
    await one().replays.claim({ owner: "end", nowMs: startMs * 2, leaseMs: startMs * 4, limit: 1000 });
    expect(await claim(one(), "a")).toEqual([]);
    const rows = await Promise.all(replayStatuses.map(() => replayOf(one())));
    await one().replays.insert(rows);
    for (const [index, status] of replayStatuses.entries()) await one().replays.change(rows[index]?.id ?? "", 1, { status });
    const running = rows[0]?.id ?? "";
    expect((await Promise.all([claim(one(), "a"), claim(other(), "b")])).flat()).toEqual([running]);
    expect(await one().replays.nextDueAtMs()).toBe(startMs + leaseMs);
    expect(await claim(other(), "c", startMs + leaseMs)).toEqual([running]);
    expect(await other().replays.renew(running, "a", startMs * 2)).toBe(false);
    await other().replays.release(running, "c");
    expect(await one().replays.postpone(running, 2, startMs + 70.5)).toBe(true);
    expect(await other().replays.nextDueAtMs()).toBe(startMs + 71);
    expect(await one().replays.postpone(running, 1, startMs)).toBe(false);
  });
}
