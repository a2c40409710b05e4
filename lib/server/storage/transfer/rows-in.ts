/** Fills an empty database with the rows of another one: all of them, or none where it breaks off. */
import type { Kysely } from "kysely";
import { apiProjectId } from "#lib/ids.ts";
import { migrate } from "../migrations/migrate.ts";
import { openStore, type RecordsPlace } from "../open-store.ts";
import type { Store } from "../records/tables.ts";
import { type AnyTables, asAny, describeTables, listMigrations, type TableFacts } from "./describe-tables.ts";
import { type Row, withStore } from "./rows-out.ts";

export interface RowsIn {
  readonly migrations: readonly string[];
  /** Table by table, in any order of rows. */
  readonly rows: AsyncIterable<{ readonly table: string; readonly rows: readonly Row[] }>;
}

/** The most values in one statement that both databases take. */
const mostValues = 5000;

/** What the first start of a studio writes counts as empty. */
export async function isEmpty(place: RecordsPlace): Promise<boolean> {
  return withStore(await openStore(place), async (store) => {
    for (const { name } of await describeTables(store)) if (await hasRows(store, name)) return false;
    return true;
  });
}

export async function writeRowsIn(place: RecordsPlace, { migrations, rows }: RowsIn): Promise<void> {
  await withStore(await openStore(place), async (store) => {
    const last = migrations.at(-1);
    const there = await listMigrations(store);
    // As old as the rows are, so that what newer versions do to old rows is done to them.
    if (there.length === 0) await migrate(store, last);
    else if (there.at(-1) !== last)
      throw new Error(`Expected a database without tables, or as of ${last}, but it is as of ${there.at(-1)}`);
    await store.db.transaction().execute((db) => insertAll({ ...store, db }, rows));
    await migrate(store);
  });
}

async function insertAll(store: Store, rows: RowsIn["rows"]): Promise<void> {
  const db = asAny(store.db);
  const tables = new Map((await describeTables(store)).map((table) => [table.name, table]));
  for (const name of tables.keys()) {
    if (await hasRows(store, name)) throw new Error(`Expected an empty database but there are rows in ${name}`);
  }
  if (tables.has("projects")) await db.deleteFrom("projects").where("id", "=", apiProjectId).execute();
  const inserters = new Map<string, ReturnType<typeof createInserter>>();
  for await (const { table, rows: batch } of rows) {
    const facts = tables.get(table);
    if (!facts) throw new Error(`Expected a table of this studio but received rows for "${table.slice(0, 80)}"`);
    const inserter = inserters.get(table) ?? createInserter(db, facts);
    inserters.set(table, inserter);
    await inserter.insert(batch);
  }
  for (const inserter of inserters.values()) inserter.finish();
}

/** Rows that refer to others of their table wait until those are in. */
function createInserter(db: Kysely<AnyTables>, { name, columns, key, parentColumn }: TableFacts) {
  const present = new Set<unknown>();
  const waiting = new Map<unknown, Row[]>();
  const [id = ""] = key;

  async function insert(rows: readonly Row[]): Promise<void> {
    let ready = parentColumn === null ? rows : holdBack(rows, parentColumn);
    while (ready.length > 0) {
      await insertReady(ready);
      ready = ready.flatMap((row) => {
        const next = waiting.get(row[id]) ?? [];
        waiting.delete(row[id]);
        for (const child of next) present.add(child[id]);
        return next;
      });
    }
  }

  function holdBack(rows: readonly Row[], column: string): readonly Row[] {
    // A row may refer to one before it in the same statement.
    const ready: Row[] = [];
    for (const row of rows) {
      const parent = row[column] ?? null;
      if (parent === null || present.has(parent)) {
        present.add(row[id]);
        ready.push(row);
      } else waiting.set(parent, [...(waiting.get(parent) ?? []), row]);
    }
    return ready;
  }

  async function insertReady(rows: readonly Row[]): Promise<void> {
    const atOnce = Math.max(1, Math.floor(mostValues / Math.max(1, columns.length)));
    for (let start = 0; start < rows.length; start += atOnce) {
      await db
        .insertInto(name)
        .values(rows.slice(start, start + atOnce))
        .execute();
    }
  }

  return {
    insert,
    finish() {
      if (waiting.size > 0) throw new Error(`Expected every row of ${name} to come with what it refers to but ${waiting.size} are missing`);
    },
  };
}

async function hasRows(store: Store, table: string): Promise<boolean> {
  let query = asAny(store.db)
    .selectFrom(table)
    .select((eb) => eb.val(1).as("one"));
  if (table === "projects") query = query.where("id", "!=", apiProjectId);
  return (await query.limit(1).execute()).length > 0;
}
