import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { DatabaseSync } from "node:sqlite";
import { Kysely, sql } from "kysely";
import { afterEach, beforeEach, expect, test } from "vitest";
import { createSqliteDialect } from "./sqlite-dialect.ts";

interface Tables {
  readonly notes: { readonly id: number; readonly text: string };
}

let folder: string;
let file: string;
let opened: Kysely<Tables>[] = [];

function openNotes(): Kysely<Tables> {
  const db = new Kysely<Tables>({ dialect: createSqliteDialect(file) });
  opened.push(db);
  return db;
}

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "pentimento-sqlite-"));
  file = path.join(folder, "notes.db");
  await openNotes()
    .schema.createTable("notes")
    .addColumn("id", "integer", (column) => column.primaryKey())
    .addColumn("text", "text")
    .execute();
});

afterEach(async () => {
  await Promise.all(opened.map((db) => db.destroy()));
  opened = [];
  await rm(folder, { recursive: true });
});

async function setting(db: Kysely<Tables>, name: string): Promise<unknown> {
  const { rows } = await sql<Record<string, unknown>>`pragma ${sql.raw(name)}`.execute(db);
  return Object.values(rows[0] ?? {})[0];
}

const count = async (db: Kysely<Tables>) => (await db.selectFrom("notes").select("id").execute()).length;

test("a commit is on disk before it is answered, readers do not wait for writers, and references are checked", async () => {
  const db = openNotes();
  expect(await setting(db, "journal_mode")).toBe("wal");
  expect(await setting(db, "synchronous")).toBe(2);
  expect(await setting(db, "foreign_keys")).toBe(1);
});

test("a query beside a transaction waits for its end, so it neither joins it nor is undone with it", async () => {
  const db = openNotes();
  let beside: Promise<unknown> | undefined;
  const failing = db.transaction().execute(async (trx) => {
    await trx.insertInto("notes").values({ id: 1, text: "inside" }).execute();
    beside = db.insertInto("notes").values({ id: 2, text: "beside" }).execute();
    await trx.insertInto("notes").values({ id: 3, text: "inside" }).execute();
    throw new Error("changed my mind");
  });
  await expect(failing).rejects.toThrow("changed my mind");
  await beside;
  expect(await db.selectFrom("notes").selectAll().execute()).toEqual([{ id: 2, text: "beside" }]);
});

test("closing lets a transaction under way end", async () => {
  const db = openNotes();
  let closing: Promise<void> | undefined;
  await db.transaction().execute(async (trx) => {
    await trx.insertInto("notes").values({ id: 1, text: "before" }).execute();
    closing = db.destroy();
    await trx.insertInto("notes").values({ id: 2, text: "after" }).execute();
  });
  await closing;
  expect(await count(openNotes())).toBe(2);
});

test("a transaction waits for another opening in this process that is writing, which can go on meanwhile", async () => {
  const [one, other] = [openNotes(), openNotes()];
  let waiting: Promise<unknown> | undefined;
  await one.transaction().execute(async (trx) => {
    await trx.insertInto("notes").values({ id: 1, text: "one" }).execute();
    waiting = other.transaction().execute((rival) => rival.insertInto("notes").values({ id: 2, text: "other" }).execute());
    await trx.insertInto("notes").values({ id: 3, text: "one" }).execute();
  });
  await waiting;
  expect(await count(one)).toBe(3);
});

test("a statement that answers rows and one that only counts both tell what they did", async () => {
  const db = openNotes();
  const added = await db
    .insertInto("notes")
    .values([
      { id: 1, text: "a" },
      { id: 2, text: "b" },
    ])
    .returning("id")
    .execute();
  expect(added).toEqual([{ id: 1 }, { id: 2 }]);
  expect((await db.updateTable("notes").set({ text: "c" }).executeTakeFirst()).numUpdatedRows).toBe(2n);
  expect((await db.deleteFrom("notes").where("id", ">", 5).executeTakeFirst()).numDeletedRows).toBe(0n);
});

test("a file that is no database is refused", async () => {
  file = path.join(folder, "letter.txt");
  await writeFile(file, "no database ".repeat(400));
  await expect(count(openNotes())).rejects.toThrow(/not a database/);
});

test("a transaction that the database has ended by itself reports its own fault", async () => {
  const db = openNotes();
  const failing = db.transaction().execute(async (trx) => {
    await trx.insertInto("notes").values({ id: 1, text: "a" }).execute();
    await sql`rollback`.execute(trx);
    throw new Error("disk full");
  });
  await expect(failing).rejects.toThrow("disk full");
  expect(new DatabaseSync(file).prepare("select count(*) as n from notes").get()).toEqual({ n: 0 });
});
