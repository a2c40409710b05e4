/** A data folder with thousands of projects: what the studio wrote for a few is written again by its database, under other names. */
import { DatabaseSync } from "node:sqlite";
import { sqliteFile } from "#lib/server/storage/open-store.ts";
import { startStudio } from "#lib/testing/start-studio.ts";
import { createPictureProject } from "./bench-client.ts";

const covers = 24;
const words = ["harbour", "meadow", "tower", "market", "glacier", "lantern", "orchard", "bridge"];

export interface ManyProjects {
  readonly count: number;
  readonly editsOfEach: number;
  /** Every edit has a picture of its own: a row without a file, which lists do not ask for. */
  readonly hasOwnPictures?: true;
}

export async function fillWithProjects(dataFolder: string, { count, editsOfEach, hasOwnPictures }: ManyProjects): Promise<void> {
  const studio = await startStudio({ dataFolder });
  try {
    // One after the other: a few with pictures of their own, of which all the others are copies.
    for (let at = 0; at < covers; at += 1) await createPictureProject(studio.origin, 900 + at, 600);
  } finally {
    await studio.stop();
  }
  const db = new DatabaseSync(sqliteFile(dataFolder));
  try {
    db.exec("pragma foreign_keys = off; begin");
    const word = `(select value from json_each('${JSON.stringify(words)}') where key = n % ${words.length})`;
    const first = { id: "printf('prj_bench%06d', n)", current_edit_id: "printf('edt_bench%06d_0', n)" };
    const name = `${word} || ' ' || n`;
    copyRows(db, "projects", count, { ...first, name, search_text: name, updated_at_ms: "t.updated_at_ms - n * 1000" });
    for (let at = 0; at < editsOfEach; at += 1) {
      const hash = `printf('%064x', n * ${editsOfEach} + ${at})`;
      const own = hasOwnPictures ? { picture_id: `'pic_' || ${hash}` } : {};
      if (hasOwnPictures) copyRows(db, "pictures", count, { id: own.picture_id ?? "", sha256: hash, source_sha256: "null" });
      const edit = { id: `printf('edt_bench%06d_${at}', n)`, project_id: first.id, search_text: `'edit ' || ${name}` };
      copyRows(db, "edits", count, { ...edit, ...own });
    }
    db.exec("commit");
  } finally {
    db.close();
  }
}

const benchProjects = "select id from projects where name = 'Bench'";
/** Which rows of each table belong to the few that are copied. */
const benchRows = {
  projects: "name = 'Bench'",
  edits: `project_id in (${benchProjects})`,
  pictures: `id in (select picture_id from edits where project_id in (${benchProjects}))`,
} as const;

/** `n` counts the copies and `t` is the row a copy is made of. */
function copyRows(db: DatabaseSync, table: keyof typeof benchRows, count: number, changed: Readonly<Record<string, string>>): void {
  const columns = db
    .prepare(`select name from pragma_table_info('${table}')`)
    .all()
    .map(({ name }) => String(name));
  const values = columns.map((column) => changed[column] ?? `t.${column}`);
  db.exec(`insert into ${table} (${columns.join()})
    with recursive counted(n) as (select 0 union all select n + 1 from counted where n + 1 < ${count}),
      originals as (select *, row_number() over (order by id) - 1 as place from ${table} where ${benchRows[table]})
    select ${values.join()} from counted join originals t on t.place = n % ${covers}`);
}
