import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { DatabaseSync } from "node:sqlite";
import { expect, it } from "vitest";
import { addEdit, addPrediction, addProject } from "../contract/sample-records.ts";
import { openRecords } from "../open-records.ts";

it("brings a database of the first version up to date, and its rows have no fidelity and no frame", async () => {
  const dataFolder = await mkdtemp(path.join(tmpdir(), "pentimento-migrate-"));
  const place = { databaseUrl: null, dataFolder };
  const first = await openRecords(place);
  const project = await addProject(first);
  const edit = await addEdit(first, project.id);
  const prediction = await addPrediction(first, { projectId: project.id });
  await first.close();

  const raw = new DatabaseSync(path.join(dataFolder, "pentimento.db"));
  raw.exec("alter table edits drop column fidelity; alter table predictions drop column frame");
  raw.exec("delete from kysely_migration where name = '002-fidelity'");
  raw.close();

  const again = await openRecords(place);
  expect(await again.edits.get(edit.id)).toEqual({ ...edit, fidelity: null });
  expect(await again.predictions.get(prediction.id)).toEqual({ ...prediction, frame: null });
  await again.close();
  await rm(dataFolder, { recursive: true });
});
