import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { sql } from "kysely";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Postgres, startPostgres } from "#lib/testing/postgres.ts";
import { openRecords, type RecordsPlace } from "../open-records.ts";
import { openStore } from "../open-store.ts";
import { migrate } from "./migrate.ts";

let postgres: Postgres;
let folder: string;
beforeAll(async () => {
  [postgres, folder] = await Promise.all([startPostgres(), mkdtemp(path.join(tmpdir(), "pentimento-identities-"))]);
});
afterAll(() => Promise.all([postgres.stop(), rm(folder, { recursive: true })]));

const issuer = "https://id.example.com";

async function identitiesKept(place: RecordsPlace): Promise<readonly (string | undefined)[]> {
  const store = await openStore(place);
  await migrate(store, "010-identities");
  for (const id of ["psn_ann", "psn_bob"]) {
    await sql`insert into people (id, name, email, role, password_hash, created_at_ms) values (${id}, ${id}, ${id}, 'editor', '', 0)`.execute(
      store.db,
    );
  }
  const linked = [
    ["later", "psn_ann", issuer, 2],
    ["first", "psn_ann", issuer, 1],
    ["twin", "psn_ann", issuer, 2],
    ["elsewhere", "psn_ann", "https://other.example.com", 3],
    ["bob", "psn_bob", issuer, 4],
  ];
  for (const [subject, personId, from, atMs] of linked)
    await sql`insert into identities (issuer, subject, person_id, created_at_ms) values (${from}, ${subject}, ${personId}, ${atMs})`.execute(
      store.db,
    );
  await store.db.destroy();
  const records = await openRecords(place);
  const link = (subject: string) => records.identities.link({ issuer, subject, personId: "psn_ann", createdAtMs: 5 });
  expect([await link("later"), await link("first")]).toEqual([false, true]);
  const kept = await Promise.all(linked.map(([subject, , from]) => records.identities.person(String(from), String(subject))));
  await records.close();
  return kept.map((person) => person?.id);
}

test("who was linked first stays, on either database, and nobody is linked beside them", async () => {
  const expected = [undefined, "psn_ann", undefined, "psn_ann", "psn_bob"];
  expect(await identitiesKept({ databaseUrl: null, dataFolder: folder })).toEqual(expected);
  expect(await identitiesKept({ databaseUrl: postgres.url, dataFolder: folder })).toEqual(expected);
});
