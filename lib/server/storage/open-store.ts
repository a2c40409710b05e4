/** Opens the database as it is: Postgres where an address is given, otherwise a file in the data folder. */
import { open } from "node:fs/promises";
import path from "node:path";
import { CamelCasePlugin, Kysely } from "kysely";
import { makeDurableFolder, syncFolder } from "./durable-folder.ts";
import { createPostgresDialect } from "./postgres-dialect.ts";
import { storableTextPlugin } from "./records/storable-text.ts";
import type { Store, Tables } from "./records/tables.ts";
import { createSqliteDialect } from "./sqlite-dialect.ts";

export interface RecordsPlace {
  /** null = SQLite in the data folder. */
  readonly databaseUrl: string | null;
  readonly dataFolder: string;
}

const plugins = [storableTextPlugin(), new CamelCasePlugin()];

export async function openStore({ databaseUrl, dataFolder }: RecordsPlace): Promise<Store> {
  if (databaseUrl !== null) {
    return { db: new Kysely<Tables>({ dialect: createPostgresDialect(databaseUrl), plugins }), dialect: "postgres" };
  }
  const file = sqliteFile(dataFolder);
  await makePrivateFile(file);
  return openSqlite(file);
}

export function sqliteFile(dataFolder: string): string {
  return path.join(path.resolve(dataFolder), "pentimento.db");
}

export function openSqlite(file: string): Store {
  return { db: new Kysely<Tables>({ dialect: createSqliteDialect(file), plugins }), dialect: "sqlite" };
}

/** SQLite would make the file readable for everybody; what it creates beside it takes over the mode of this one. */
async function makePrivateFile(file: string): Promise<void> {
  await makeDurableFolder(path.dirname(file));
  await (await open(file, "a", 0o600)).close();
  await syncFolder(path.dirname(file));
}
