import { afterEach, beforeEach, expect, test } from "vitest";
import { openRecords, type RecordsPlace } from "../open-records.ts";
import type { Records } from "../records.ts";
import { startNode } from "./node-process.ts";
import { addEdit, addPrediction, addProject, sampleProject } from "./sample-records.ts";

const modules = {
  openRecords: new URL("../open-records.ts", import.meta.url).href,
  samples: new URL("sample-records.ts", import.meta.url).href,
};
const opening = `
  const { openRecords } = await import(args.modules.openRecords);
  const { addEdit, addProject, sampleProject } = await import(args.modules.samples);
  const records = await openRecords(args.place);
`;

/** Starting many processes takes long on a small machine. */
const patienceMs = 60_000;

export function describeProcesses(found: () => Promise<{ place: RecordsPlace; dispose(): Promise<void> }>): void {
  let place: RecordsPlace;
  let dispose: () => Promise<void>;
  let opened: Records[] = [];
  beforeEach(async () => {
    ({ place, dispose } = await found());
  });
  afterEach(async () => {
    await Promise.all(opened.map((records) => records.close()));
    opened = [];
    await dispose();
  });
  const open = async () => {
    const records = await openRecords(place);
    opened.push(records);
    return records;
  };

  test(
    "ten processes that open an empty database at once all find the same tables",
    async () => {
      const script = `${opening} await records.projects.ensure({ ...sampleProject(), id: "prj_api" }); await addProject(records); await records.close();`;
      await Promise.all(Array.from({ length: 10 }, () => startNode(script, { place, modules }).lines()));
      const { items } = await (await open()).projects.list({ limit: 100 });
      expect(items).toHaveLength(11);
    },
    patienceMs,
  );

  test("ten openings in one process at once find the same tables", async () => {
    const all = await Promise.all(Array.from({ length: 10 }, open));
    for (const records of all) await addProject(records);
    expect((await all[0]?.projects.list({ limit: 100 }))?.items).toHaveLength(10);
  });

  test(
    "three processes that write at once lose and refuse nothing",
    async () => {
      const project = await addProject(await open());
      const script = `${opening} for (let index = 0; index < 60; index += 1) await addEdit(records, args.projectId); await records.close();`;
      // Each invents its own picture names, all the same: the shared rows are part of the test.
      await Promise.all([1, 2, 3].map(() => startNode(script, { place, modules, projectId: project.id }).lines()));
      expect((await (await open()).projects.get(project.id))?.editCount).toBe(180);
    },
    patienceMs,
  );

  test("what was written is there after closing and opening again", async () => {
    const before = await openRecords(place);
    const project = await addProject(before);
    const edit = await addEdit(before, project.id);
    const prediction = await addPrediction(before, { projectId: project.id });
    await before.close();
    const after = await open();
    expect(await after.edits.ofProject(project.id)).toEqual([edit]);
    expect(await after.predictions.get(prediction.id)).toEqual(prediction);
  });

  test("tells what time it is where the rows are", async () => {
    const beforeMs = Date.now() - 1000;
    const timeMs = await (await open()).timeMs();
    expect(Number.isInteger(timeMs)).toBe(true);
    expect(timeMs).toBeGreaterThan(beforeMs);
    expect(timeMs).toBeLessThan(Date.now() + 1000);
  });

  test("closing twice is fine, and a closed store answers nothing", async () => {
    const records = await openRecords(place);
    await addProject(records);
    await Promise.all([records.close(), records.close()]);
    await records.close();
    await expect(records.projects.create(sampleProject())).rejects.toThrow();
  });

  test("every write that was answered survives the sudden end of its process", async () => {
    const script = `${opening} for (;;) console.log((await addProject(records)).id);`;
    const writer = startNode(script, { place, modules });
    const answered: string[] = [];
    while (answered.length < 50) answered.push((await writer.nextLine()) ?? "");
    await writer.kill();
    const records = await open();
    for (const id of answered) expect((await records.projects.get(id))?.id).toBe(id);
    await addProject(records);
  });
}
