/** All rows of a database as they stood at one moment, while others go on writing. */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { backup, DatabaseSync } from "node:sqlite";
import { openSqlite, openStore, type RecordsPlace, sqliteFile } from "../open-store.ts";
import type { Store } from "../records/tables.ts";
import { asAny, describeTables, listMigrations, type TableFacts } from "./describe-tables.ts";

export type Value = string | number | null;
export type Row = Readonly<Record<string, Value>>;

export interface RowsOut {
  readonly migrations: readonly string[];
  readonly tables: readonly TableFacts[];
  /** In the order of the primary key. */
  read(table: TableFacts): AsyncIterable<readonly Row[]>;
}

const batch = 500;

export async function readRowsOut<Result>(place: RecordsPlace, use: (rows: RowsOut) => Promise<Result>): Promise<Result> {
  if (place.databaseUrl !== null) return withStore(await openStore(place), (store) => inOneSnapshot(store, use));
  // A reader of SQLite would keep writers waiting; a copy made while it is in use does not.
  const folder = await mkdtemp(path.join(tmpdir(), "pentimento-rows-"));
  try {
    const file = path.join(folder, "copy.db");
    const source = new DatabaseSync(sqliteFile(place.dataFolder), { readOnly: true });
    await backup(source, file).finally(() => source.close());
    return await withStore(openSqlite(file), (store) => readFrom(store, use));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

export async function withStore<Result>(store: Store, use: (store: Store) => Promise<Result>): Promise<Result> {
  try {
    return await use(store);
  } finally {
    await store.db.destroy();
  }
}

function inOneSnapshot<Result>(store: Store, use: (rows: RowsOut) => Promise<Result>): Promise<Result> {
  return store.db
    .transaction()
    .setIsolationLevel("repeatable read")
    .execute((db) => readFrom({ ...store, db }, use));
}

async function readFrom<Result>(store: Store, use: (rows: RowsOut) => Promise<Result>): Promise<Result> {
  const db = asAny(store.db);
  return use({
    migrations: await listMigrations(store),
    tables: await describeTables(store),
    async *read({ name, columns, key }) {
      for (let offset = 0; ; offset += batch) {
        let query = db.selectFrom(name).select([...columns]);
        for (const column of key) query = query.orderBy(column);
        const rows = await query.limit(batch).offset(offset).execute();
        if (rows.length > 0) yield rows.map((row) => toRow(name, row));
        if (rows.length < batch) return;
      }
    },
  });
}

function toRow(table: string, row: Readonly<Record<string, unknown>>): Row {
  return Object.fromEntries(
    Object.entries(row).map(([column, value]) => {
      if (value === null || typeof value === "string" || typeof value === "number") return [column, value];
      throw new Error(`Expected text, a number or nothing in ${table}.${column} but received ${typeof value}`);
    }),
  );
}
