/** Opens the record store: Postgres where an address is given, otherwise a file in the data folder; its tables are up to date after. */
import { open } from "node:fs/promises";
import path from "node:path";
import { CamelCasePlugin, Kysely } from "kysely";
import { makeDurableFolder, syncFolder } from "./durable-folder.ts";
import { migrate } from "./migrations/migrate.ts";
import { createPostgresDialect } from "./postgres-dialect.ts";
import { createAttemptRecords, createAuditRecords } from "./records/audit.ts";
import { createEditRecords } from "./records/edits.ts";
import { createNoteRecords } from "./records/notes.ts";
import { createPersonRecords } from "./records/people.ts";
import { createPictureRecords } from "./records/pictures.ts";
import { createPredictionRecords } from "./records/predictions.ts";
import { createProjectRecords } from "./records/projects.ts";
import { createPromptRecords } from "./records/prompts.ts";
import { createReplayRecords } from "./records/replays.ts";
import { createAccessTokenRecords, createInvitationRecords, createSessionRecords } from "./records/sessions.ts";
import { createShareRecords } from "./records/shares.ts";
import { storableTextPlugin } from "./records/storable-text.ts";
import type { Store, Tables } from "./records/tables.ts";
import type { Records } from "./records.ts";
import { createSqliteDialect } from "./sqlite-dialect.ts";

export interface RecordsPlace {
  /** null = SQLite in the data folder. */
  readonly databaseUrl: string | null;
  readonly dataFolder: string;
}

export async function openRecords(place: RecordsPlace): Promise<Records> {
  const store = await openStore(place);
  try {
    await migrate(store);
  } catch (error) {
    await store.db.destroy();
    const reason = error instanceof Error ? error.message : String(error);
    throw new Error(`Expected a ${store.dialect} database that can be used but opening it failed: ${reason}`, { cause: error });
  }
  return {
    projects: createProjectRecords(store),
    pictures: createPictureRecords(store),
    edits: createEditRecords(store),
    predictions: createPredictionRecords(store),
    prompts: createPromptRecords(store),
    shares: createShareRecords(store),
    people: createPersonRecords(store),
    sessions: createSessionRecords(store),
    invitations: createInvitationRecords(store),
    accessTokens: createAccessTokenRecords(store),
    attempts: createAttemptRecords(store),
    audit: createAuditRecords(store),
    notes: createNoteRecords(store),
    replays: createReplayRecords(store),
    close: () => store.db.destroy(),
  };
}

async function openStore({ databaseUrl, dataFolder }: RecordsPlace): Promise<Store> {
  const plugins = [storableTextPlugin(), new CamelCasePlugin()];
  if (databaseUrl !== null) {
    return { db: new Kysely<Tables>({ dialect: createPostgresDialect(databaseUrl), plugins }), dialect: "postgres" };
  }
  const file = path.join(path.resolve(dataFolder), "pentimento.db");
  await makePrivateFile(file);
  return { db: new Kysely<Tables>({ dialect: createSqliteDialect(file), plugins }), dialect: "sqlite" };
}

/** SQLite would make the file readable for everybody; what it creates beside it takes over the mode of this one. */
async function makePrivateFile(file: string): Promise<void> {
  await makeDurableFolder(path.dirname(file));
  await (await open(file, "a", 0o600)).close();
  await syncFolder(path.dirname(file));
}
