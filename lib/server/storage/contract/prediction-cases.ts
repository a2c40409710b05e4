import { expect, test } from "vitest";
import type { NewPrediction, PredictionPatch, Records } from "../records.ts";
import { addEdit, addPrediction, addProject, free, sampleFrame, samplePrediction, startMs } from "./sample-records.ts";

export function describePredictions(one: () => Records, other: () => Records): void {
  test("a new prediction is an intent of version 1 and reads as it was written", async () => {
    const project = await addProject(one());
    const edit = await addEdit(one(), project.id);
    const wanted = samplePrediction({
      projectId: project.id,
      parentEditId: edit.id,
      idempotencyKey: "key-1",
      logs: "fitted\n",
      frame: sampleFrame(),
    });
    const { created, prediction } = await one().predictions.insert(wanted, free);
    expect(created).toBe(true);
    expect(prediction).toEqual({
      ...wanted,
      status: "intent",
      version: 1,
      upstreamId: null,
      progress: null,
      outputs: [],
      error: null,
      waiting: null,
      cancelRequestedAtMs: null,
      failures: 0,
      submittedAtMs: null,
      startedAtMs: null,
      completedAtMs: null,
    });
    expect(await other().predictions.get(wanted.id)).toEqual(prediction);
    expect(await other().predictions.get("prd_none")).toBeNull();
  });

  test("of twenty inserts at once with the same key one is created and all answer its row", async () => {
    const { id: projectId } = await addProject(one());
    const rivals = Array.from({ length: 20 }, () => samplePrediction({ projectId, idempotencyKey: "the-same" }));
    const answers = await Promise.all(rivals.map((rival, index) => (index % 2 ? one() : other()).predictions.insert(rival, free)));
    expect(answers.filter((answer) => answer.created)).toHaveLength(1);
    const winner = answers.find((answer) => answer.created)?.prediction;
    for (const answer of answers) expect(answer.prediction).toEqual(winner);
    expect((await one().predictions.list({ projectId, limit: 100 })).items).toEqual([winner]);
    const late = await one().predictions.insert(samplePrediction({ projectId, idempotencyKey: "the-same", requestHash: "other" }), free);
    expect(late).toEqual({ created: false, prediction: winner });
  });

  test("predictions without a key never collide, and the same id twice is refused", async () => {
    const project = await addProject(one());
    const [first, second] = [await addPrediction(one(), { projectId: project.id }), await addPrediction(one(), { projectId: project.id })];
    expect(first.id).not.toBe(second.id);
    await expect(one().predictions.insert(samplePrediction({ projectId: project.id, id: first.id }), free)).rejects.toThrow();
  });

  test("a change writes every field it names and nothing else", async () => {
    const row = await addPrediction(one());
    const patch: Required<PredictionPatch> = {
      status: "fetching",
      upstreamId: "up-1",
      progress: 0.35,
      logs: "12%\u0000 done",
      seed: 2 ** 70,
      outputs: ["https://files.example/1.png?a=b&c", "https://files.example/2.png"],
      error: { code: "invalid_input", message: "no", faults: [{ field: "prompt", rule: "required", message: "Expected text for prompt" }] },
      waiting: { code: "provider_throttled", untilMs: startMs + 5 },
      cancelRequestedAtMs: startMs + 1,
      failures: 3,
      submittedAtMs: startMs + 2,
      startedAtMs: startMs + 3,
      completedAtMs: startMs + 4,
      deadlineAtMs: startMs + 6,
      nextAtMs: startMs + 7.6,
    };
    const changed = await one().predictions.change(row.id, 1, patch);
    // A NUL is the one character not every database can keep.
    expect(changed).toEqual({ ...row, ...patch, version: 2, logs: "12%\ufffd done", nextAtMs: startMs + 8 });
    expect(await other().predictions.get(row.id)).toEqual(changed);
    const cleared = await other().predictions.change(row.id, 2, { error: null, waiting: null, outputs: [], progress: null });
    expect(cleared).toEqual({ ...changed, version: 3, error: null, waiting: null, outputs: [], progress: null });
    expect(await one().predictions.change(row.id, 3, {})).toEqual({ ...cleared, version: 4 });
  });

  test("of many changes at one version exactly one wins, and a change at an old version writes nothing", async () => {
    const row = await addPrediction(one());
    const rivals = Array.from({ length: 20 }, (_, index) =>
      (index % 2 ? one() : other()).predictions.change(row.id, 1, { failures: index + 1 }),
    );
    const [winner, ...others] = (await Promise.all(rivals)).filter((answer) => answer !== null);
    expect(others).toEqual([]);
    expect(winner?.version).toBe(2);
    expect(await one().predictions.change(row.id, 1, { logs: "late" })).toBeNull();
    expect(await one().predictions.change("prd_none", 1, { logs: "x" })).toBeNull();
    expect(await one().predictions.get(row.id)).toEqual(winner);
  });

  test("postponing changes only the time of the next look, and only at the version it was meant for", async () => {
    const row = await addPrediction(one());
    expect(await one().predictions.postpone(row.id, 1, startMs + 99.2)).toBe(true);
    expect(await one().predictions.get(row.id)).toEqual({ ...row, nextAtMs: startMs + 99 });
    await one().predictions.change(row.id, 1, { status: "submitting" });
    expect(await one().predictions.postpone(row.id, 1, startMs + 500)).toBe(false);
    expect(await one().predictions.get(row.id)).toMatchObject({ version: 2, nextAtMs: startMs + 99 });
  });

  test("one upstream id belongs to one row of a provider, and the known ones are found", async () => {
    const [first, second, third] = [
      await addPrediction(one()),
      await addPrediction(one()),
      await addPrediction(one(), { provider: "local" }),
    ];
    await one().predictions.change(first.id, 1, { upstreamId: "abc" });
    await expect(one().predictions.change(second.id, 1, { upstreamId: "abc" })).rejects.toThrow();
    await one().predictions.change(third.id, 1, { upstreamId: "abc" });
    expect(await one().predictions.get(second.id)).toEqual(second);
    expect(await other().predictions.knownUpstream("replicate", ["abc", "def", "\u0000"])).toEqual(new Set(["abc"]));
    expect(await other().predictions.knownUpstream("local", ["def"])).toEqual(new Set());
    expect(await other().predictions.knownUpstream("local", [])).toEqual(new Set());
  });

  test("lists come newest first, by project and by way in, in pages without gaps or repeats", async () => {
    const { id: projectId } = await addProject(one());
    const ways: readonly NewPrediction["via"][] = ["studio", "facade"];
    const rows = [];
    for (let index = 0; index < 90; index += 1) {
      const via = ways[index % 2] ?? "studio";
      rows.push(await addPrediction(one(), { projectId, via, createdAtMs: startMs + 1000 + Math.floor(index / 4) }));
    }
    const inOrder = rows.toSorted((a, b) => b.createdAtMs - a.createdAtMs || (a.id < b.id ? 1 : -1)).map((row) => row.id);
    const pages = async (filter: { projectId?: string; via?: NewPrediction["via"] }) => {
      const seen: string[] = [];
      for (let after: string | null = "start"; after !== null; ) {
        const keyset = after === "start" ? { limit: 7 } : { limit: 7, after };
        const page = await other().predictions.list({ ...keyset, ...filter });
        seen.push(...page.items.map((row) => row.id));
        after = page.next;
        await addPrediction(one(), { ...filter, createdAtMs: startMs + 5000 });
      }
      return seen;
    };
    expect(await pages({ projectId })).toEqual(inOrder);
    const ours = new Set(inOrder);
    const viaOf = new Map(rows.map((row) => [row.id, row.via]));
    expect((await pages({ via: "facade" })).filter((id) => ours.has(id))).toEqual(inOrder.filter((id) => viaOf.get(id) === "facade"));
    expect((await pages({})).filter((id) => ours.has(id))).toEqual(inOrder);
  });

  test("outputs of predictions that have none are left out", async () => {
    const row = await addPrediction(one());
    expect(await one().predictions.outputs([row.id, "prd_none"])).toEqual(new Map());
    expect(await one().predictions.outputs([])).toEqual(new Map());
  });
}
