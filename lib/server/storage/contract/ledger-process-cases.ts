/** What is promised about money across processes, and about those that die in the middle of it. */
import { afterEach, beforeEach, expect, test } from "vitest";
import { openRecords, type RecordsPlace } from "../open-records.ts";
import type { Records } from "../records.ts";
import { startNode } from "./node-process.ts";
import { addProject, startMs } from "./sample-records.ts";

const modules = {
  openRecords: new URL("../open-records.ts", import.meta.url).href,
  samples: new URL("sample-records.ts", import.meta.url).href,
};
const price = 40_000;
const opening = `
  const { openRecords } = await import(args.modules.openRecords);
  const { samplePrediction } = await import(args.modules.samples);
  const records = await openRecords(args.place);
  const ask = () =>
    records.predictions.insert(samplePrediction({ projectId: args.projectId }), { personId: null, amountMicros: args.price, pictures: 1 });
`;
const patienceMs = 60_000;

export function describeLedgerProcesses(found: () => Promise<{ place: RecordsPlace; dispose(): Promise<void> }>): void {
  let place: RecordsPlace;
  let dispose: () => Promise<void>;
  let records: Records;
  let projectId: string;
  beforeEach(async () => {
    ({ place, dispose } = await found());
    records = await openRecords(place);
    projectId = (await addProject(records)).id;
  });
  afterEach(async () => {
    await records.close();
    await dispose();
  });
  const start = (script: string) => startNode(`${opening} ${script}`, { place, modules, projectId, price });
  const runs = async () => (await records.predictions.list({ projectId, limit: 1000 })).items;
  const held = () => Promise.all([records.ledger.held("team", "day", startMs), records.ledger.heldSinceMicros(startMs)]);

  test(
    "three processes with money for ten ask ten times between them, though one of them dies",
    async () => {
      await records.caps.set({ holder: "team", period: "day", mostMicros: 10 * price });
      const script = `for (let left = 60; left > 0; left -= 1) await ask().then(() => console.log("asked"), ({ code }) => console.log(code)); await records.close();`;
      const [dying, ...others] = [start(script), start(script), start(script)] as const;
      await dying.nextLine();
      await dying.kill();
      const said = (await Promise.all(others.map((process) => process.lines()))).flat();
      expect(new Set(said.filter((line) => line !== "asked"))).toEqual(new Set(["over_cap"]));
      expect([(await runs()).length, ...(await held())]).toEqual([10, 10 * price, 10 * price]);
    },
    patienceMs,
  );

  test(
    "whatever moment a process dies at, what is held is what the runs say",
    async () => {
      const script = `
        for (let index = 0; ; index += 1) {
          const { prediction } = await ask();
          const row = await records.predictions.change(prediction.id, 1, { status: "submitting", submittedAtMs: prediction.createdAtMs });
          const code = index % 2 ? "provider_rejected_input" : "results_expired";
          const error = { code, message: "", faults: [] };
          await records.predictions.change(row.id, row.version, { status: "failed", error, completedAtMs: prediction.createdAtMs });
          console.log(code);
        }`;
      for (let death = 1; death <= 5; death += 1) {
        const worker = start(script);
        for (let lines = 0; lines < death * 3; lines += 1) await worker.nextLine();
        await worker.kill();
      }
      const all = await runs();
      const kept = all.filter(({ error }) => error?.code !== "provider_rejected_input").length * price;
      expect(all.length).toBeGreaterThanOrEqual(45);
      expect(await held()).toEqual([kept, kept]);
    },
    patienceMs,
  );
}
