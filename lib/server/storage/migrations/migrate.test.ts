import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { DatabaseSync } from "node:sqlite";
import { Kysely } from "kysely";
import { Migrator } from "kysely/migration";
import { expect, it } from "vitest";
import { addEdit, addPrediction, addProject, samplePicture } from "../contract/sample-records.ts";
import { openRecords } from "../open-records.ts";
import { createSqliteDialect } from "../sqlite-dialect.ts";
import { first } from "./001-first.ts";

it("brings a database of the first version up to date: its rows have no fidelity and no frame, and everybody sees them", async () => {
  const folder = await mkdtemp(path.join(tmpdir(), "pentimento-migrate-"));
  const [newFolder, oldFolder] = [path.join(folder, "new"), path.join(folder, "old")];
  const records = await openRecords({ databaseUrl: null, dataFolder: newFolder });
  const project = await addProject(records);
  const edit = await addEdit(records, project.id);
  const [mask, unused] = [await records.pictures.put(samplePicture()), await records.pictures.put(samplePicture())];
  const prediction = await addPrediction(records, { projectId: project.id, inputs: { prompt: "a boat", mask: mask.id } });
  await records.close();

  await (await openRecords({ databaseUrl: null, dataFolder: oldFolder })).close();
  const oldFile = path.join(oldFolder, "pentimento.db");
  await rm(oldFile);
  const database = new Kysely({ dialect: createSqliteDialect(oldFile) });
  await new Migrator({ db: database, provider: { getMigrations: async () => ({ "001-first": first("sqlite") }) } }).migrateToLatest();
  await database.destroy();
  copyRows(path.join(newFolder, "pentimento.db"), oldFile);

  const again = await openRecords({ databaseUrl: null, dataFolder: oldFolder });
  expect(await again.projects.get(project.id)).toMatchObject({ id: project.id, name: project.name });
  expect(await again.edits.get(edit.id)).toEqual({ ...edit, fidelity: null });
  expect(await again.predictions.get(prediction.id)).toEqual({ ...prediction, frame: null });
  for (const { id } of [mask, { id: edit.pictureId }]) expect(await again.sight.isHeldByOneOf(id, project.id)).toBe(true);
  expect(await again.sight.isHeldByOneOf(unused.id, project.id)).toBe(false);
  const ids = [project.id, edit.id, prediction.id, mask.id, unused.id, edit.pictureId];
  expect(await again.sight.hiddenFrom("psn_new", ids)).toEqual(new Set());
  await again.close();
  await rm(folder, { recursive: true });
});

/** What the older tables have room for. */
function copyRows(from: string, to: string): void {
  const database = new DatabaseSync(to);
  database.prepare("attach database ? as newer").run(from);
  for (const table of ["projects", "pictures", "edits", "predictions"]) {
    const columns = database
      .prepare(`select name from pragma_table_info('${table}')`)
      .all()
      .map(({ name }) => String(name))
      .join(", ");
    database.exec(`insert into ${table} (${columns}) select ${columns} from newer.${table}`);
  }
  database.close();
}
