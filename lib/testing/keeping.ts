/**
 * Where a studio under test keeps what it has: in a folder, as on one machine, or with SETUP=several in a Postgres and a
 * bucket, with a process that answers browsers and one that works. The same tests hold for both.
 */
import { mkdtemp, readFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { DatabaseSync } from "node:sqlite";
import { Client } from "pg";
import { openS3Blobs } from "#lib/server/storage/s3/s3-blobs.ts";
import { filesBelow } from "./files-below.ts";
import { startPostgres } from "./postgres.ts";
import { blobsUrlOf, startS3 } from "./s3.ts";

export interface Keeping {
  /** A process for browsers and one for work, instead of one for both. */
  readonly isSeveral: boolean;
  /** Settings of each process of the studio. */
  readonly settings: Readonly<Record<string, string>>;
  /** Names in its store of pictures, half-written files included. */
  storedFiles(): Promise<string[]>;
  /** Changes what its database holds, as time or a fault would; answers how many rows. */
  execute(sql: string): Promise<number>;
  /** All that its database holds, to be searched for what must not be there. */
  databaseText(): Promise<string>;
}

/** Whether this run of the tests is the one over several machines. */
export const wantsSeveral = process.env.SETUP === "several";

/** A place for each data folder: who starts again with the same folder finds what was there. */
const places = new Map<string, Promise<Keeping>>();
let services: ReturnType<typeof startServices> | null = null;

/** Settings that say by themselves where things are kept are left alone. */
export function keepingOf(dataFolder: string, settings: Readonly<Record<string, string>> = {}): Promise<Keeping> {
  const saysItself = ["DATABASE_URL", "BLOBS_URL", "ROLE"].some((name) => name in settings);
  if (!wantsSeveral || saysItself) return Promise.resolve(inFolder(dataFolder));
  const known = places.get(dataFolder) ?? inServices(`studio_${places.size + 1}`);
  places.set(dataFolder, known);
  return known;
}

function inFolder(dataFolder: string): Keeping {
  return {
    isSeveral: false,
    settings: {},
    storedFiles: () => filesBelow(path.join(dataFolder, "blobs")),
    async execute(sql) {
      const database = new DatabaseSync(path.join(dataFolder, "pentimento.db"));
      const { changes } = database.prepare(sql).run();
      database.close();
      return Number(changes);
    },
    async databaseText() {
      const files = (await filesBelow(dataFolder)).filter((name) => /\.(db|sqlite)(-wal)?$/.test(name));
      // What was written last stands in the log beside it.
      if (files.length !== 2) throw new Error(`Expected a database and its log in ${dataFolder} but found ${files.join(", ") || "none"}`);
      const texts = await Promise.all(files.map((name) => readFile(path.join(dataFolder, name), "latin1")));
      return texts.join("\n");
    },
  };
}

/** They end with the process that runs the tests. */
function startServices() {
  return Promise.all([startPostgres(), startS3()]);
}

async function inServices(name: string): Promise<Keeping> {
  services ??= startServices();
  const [postgres, s3] = await services;
  await ask(postgres.url, (client) => client.query(`create database ${name}`));
  const databaseUrl = new URL(postgres.url);
  databaseUrl.pathname = `/${name}`;
  const bucket = await s3.createBucket(name.replace("_", "-"));
  return {
    isSeveral: true,
    settings: { DATABASE_URL: databaseUrl.href, BLOBS_URL: blobsUrlOf(bucket) },
    async storedFiles() {
      const blobs = await openS3Blobs(bucket, { scratchFolder: await mkdtemp(path.join(tmpdir(), "pentimento-look-")) });
      const stored = await Array.fromAsync(blobs.list(""));
      await blobs.close();
      return stored.map(({ key }) => key);
    },
    execute: (sql) => ask(databaseUrl.href, async (client) => (await client.query(sql)).rowCount ?? 0),
    databaseText: () => ask(databaseUrl.href, readEverything),
  };
}

async function ask<Answer>(url: string, question: (client: Client) => Promise<Answer>): Promise<Answer> {
  const client = new Client({ connectionString: url });
  await client.connect();
  return question(client).finally(() => client.end());
}

async function readEverything(client: Client): Promise<string> {
  const tables = await client.query<{ name: string }>("select tablename as name from pg_tables where schemaname = 'public'");
  const texts: string[] = [];
  for (const { name } of tables.rows) {
    const { rows } = await client.query<{ row: string }>(`select t::text as row from "${name}" t`);
    texts.push(...rows.map(({ row }) => row));
  }
  return texts.join("\n");
}
