import { randomUUID } from "node:crypto";
import { mkdtemp, readdir, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { Client } from "pg";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Postgres, startPostgres } from "#lib/testing/postgres.ts";
import { openRecords } from "./open-records.ts";
import { describeRecords } from "./records-contract.ts";

let postgres: Postgres;

beforeAll(async () => {
  postgres = await startPostgres();
});

afterAll(() => postgres.stop());

async function freshFolder() {
  const dataFolder = await mkdtemp(path.join(tmpdir(), "pentimento-records-"));
  return { place: { databaseUrl: null, dataFolder }, dispose: () => rm(dataFolder, { recursive: true }) };
}

async function freshDatabase() {
  const name = `test_${randomUUID().replaceAll("-", "")}`;
  const client = new Client({ connectionString: postgres.url });
  await client.connect();
  await client.query(`create database ${name}`);
  await client.end();
  const databaseUrl = postgres.url.replace(/[^/]+$/, name);
  return { place: { databaseUrl, dataFolder: "unused" }, dispose: async () => undefined };
}

describeRecords("SQLite", freshFolder);
describeRecords("Postgres", freshDatabase);

describe("opening records", () => {
  test("the SQLite file and its folder are for their owner only", async () => {
    const { place, dispose } = await freshFolder();
    const dataFolder = path.join(place.dataFolder, "deep", "data");
    const records = await openRecords({ ...place, dataFolder });
    const names = await readdir(dataFolder);
    expect(names).toContain("pentimento.db-wal");
    for (const name of names) expect((await stat(path.join(dataFolder, name))).mode & 0o777).toBe(0o600);
    expect((await stat(dataFolder)).mode & 0o777).toBe(0o700);
    await records.close();
    await dispose();
  });

  test("a database that goes away makes whoever asks wait", async () => {
    const own = await startPostgres();
    const records = await openRecords({ databaseUrl: own.url, dataFolder: "unused" });
    await own.stop();
    // What was lent out when it went breaks once; from then on there is no connection to be had.
    await records.projects.get("prj_1").catch(() => undefined);
    await expect(records.projects.get("prj_1")).rejects.toMatchObject({ code: "busy", retryAfterMs: 3000 });
    await records.close();
  });

  test("a database that cannot be opened is an error that says so and keeps the password to itself", async () => {
    const databaseUrl = "postgres://someone:hunter2@127.0.0.1:1/nowhere";
    const opening = openRecords({ databaseUrl, dataFolder: "unused" });
    await expect(opening).rejects.toThrow(/^Expected a postgres database that can be used/);
    await expect(opening).rejects.not.toThrow(/hunter2/);
  });
});
