import { type Kysely, sql } from "kysely";
import type { Records } from "../records.ts";
import { toPage } from "./keyset.ts";
import { toProjectRow } from "./rows.ts";
import type { Store, Tables } from "./tables.ts";

export function createProjectRecords({ db }: Store): Records["projects"] {
  const summaries = () =>
    db
      .selectFrom("projects")
      .selectAll("projects")
      .select((eb) => [
        eb
          .selectFrom("edits")
          .whereRef("edits.projectId", "=", "projects.id")
          .select((count) => count.fn.countAll<number>().as("count"))
          .$asScalar()
          .$notNull()
          .as("editCount"),
        eb.selectFrom("edits").whereRef("edits.id", "=", "projects.currentEditId").select("edits.pictureId").as("coverId"),
      ]);

  return {
    async create(project) {
      await db.insertInto("projects").values(toProjectRow(project)).execute();
    },

    async ensure(project) {
      await db
        .insertInto("projects")
        .values(toProjectRow(project))
        .onConflict((conflict) => conflict.column("id").doNothing())
        .execute();
    },

    async get(id) {
      return (await summaries().where("projects.id", "=", id).executeTakeFirst()) ?? null;
    },

    async list({ after, limit }) {
      let query = summaries()
        .orderBy("projects.updatedAtMs", "desc")
        .orderBy("projects.id", "desc")
        .limit(limit + 1);
      if (after !== undefined) {
        query = query.where(
          sql<boolean>`(projects.updated_at_ms, projects.id) < (select p.updated_at_ms, p.id from projects as p where p.id = ${after})`,
        );
      }
      return toPage(await query.execute(), limit);
    },

    async rename(id, name, nowMs) {
      return (await touchProject(db, id, nowMs).set({ name }).executeTakeFirst()).numUpdatedRows > 0n;
    },

    async setCurrent(id, editId, nowMs) {
      const { numUpdatedRows } = await touchProject(db, id, nowMs)
        .set({ currentEditId: editId })
        .where((eb) =>
          eb.exists(eb.selectFrom("edits").select("edits.id").where("edits.id", "=", editId).where("edits.projectId", "=", id)),
        )
        .executeTakeFirst();
      return numUpdatedRows > 0n;
    },
  };
}

/** Begins an update of a project that makes it the last changed one; a clock that was set back does not move it down. */
export function touchProject(db: Kysely<Tables>, id: string, nowMs: number) {
  const wholeMs = Math.round(nowMs);
  return db
    .updateTable("projects")
    .set({ updatedAtMs: sql<number>`case when updated_at_ms < ${wholeMs} then ${wholeMs} else updated_at_ms end` })
    .where("projects.id", "=", id);
}
