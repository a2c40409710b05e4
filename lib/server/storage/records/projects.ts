import { type Kysely, type SqlBool, sql } from "kysely";
import type { ProjectSummary, Records } from "../records.ts";
import { addEdit } from "./add-edit.ts";
import { countBranches, type TreePlace } from "./count-branches.ts";
import { inBatches } from "./keyset.ts";
import { toProjectRow } from "./rows.ts";
import { foldText, likePattern } from "./search-text.ts";
import type { Store, Tables } from "./tables.ts";
import { lockProject, touchProject } from "./touch-project.ts";

export function createProjectRecords({ db }: Store): Records["projects"] {
  const cards = () =>
    db
      .selectFrom("projects")
      .select([
        "projects.id",
        "projects.name",
        "projects.currentEditId",
        "projects.createdAtMs",
        "projects.updatedAtMs",
        "projects.starred",
        "projects.madeBy",
        "projects.isPrivate",
      ])
      .select((eb) => eb.selectFrom("edits").whereRef("edits.id", "=", "projects.currentEditId").select("edits.pictureId").as("coverId"))
      .where("projects.deletedAtMs", "is", null);

  type Card = Awaited<ReturnType<ReturnType<typeof cards>["execute"]>>[number];

  async function summaries(rows: readonly Card[]): Promise<readonly ProjectSummary[]> {
    const trees = await placesOf(
      db,
      rows.map(({ id }) => id),
    );
    return rows.map((row) => {
      const places = trees.get(row.id) ?? [];
      const editCount = places.filter(({ isDeleted }) => !isDeleted).length;
      return { ...row, starred: row.starred === 1, isPrivate: row.isPrivate === 1, editCount, branchCount: countBranches(places) };
    });
  }

  return {
    async create(project, first) {
      await db.transaction().execute(async (trx) => {
        await trx.insertInto("projects").values(toProjectRow(project)).execute();
        if (first) await addEdit(trx, first, first.id);
      });
    },

    async ensure(project) {
      await db
        .insertInto("projects")
        .values(toProjectRow(project))
        .onConflict((conflict) => conflict.column("id").doNothing())
        .execute();
    },

    async get(id) {
      const [summary] = await summaries(await cards().where("projects.id", "=", id).execute());
      return summary ?? null;
    },

    async list({ after, limit, search = "", isStarred, changedSinceMs, seenBy }) {
      let query = cards()
        .orderBy("projects.updatedAtMs", "desc")
        .orderBy("projects.id", "desc")
        .limit(limit + 1);
      if (after) query = query.where(sql<SqlBool>`(projects.updated_at_ms, projects.id) < (${after.updatedAtMs}, ${after.id})`);
      if (seenBy !== undefined) query = query.where(sql<SqlBool>`(projects.is_private = 0 or projects.made_by = ${seenBy})`);
      if (isStarred !== undefined) query = query.where("projects.starred", "=", isStarred ? 1 : 0);
      if (changedSinceMs !== undefined) query = query.where("projects.updatedAtMs", ">=", Math.round(changedSinceMs));
      for (const word of search.trim().split(/\s+/).filter(Boolean)) query = query.where(mentions(word));
      const rows = await query.execute();
      return { items: await summaries(rows.slice(0, limit)), hasMore: rows.length > limit };
    },

    async rename(id, name, nowMs) {
      const rename = touchProject(db, id, nowMs).set({ name, searchText: foldText(name) });
      return (await rename.where("projects.deletedAtMs", "is", null).executeTakeFirst()).numUpdatedRows > 0n;
    },

    setCurrent(id, editId, nowMs) {
      return db.transaction().execute(async (trx) => {
        await lockProject(trx, id);
        const edit = trx.selectFrom("edits").select("id").where("id", "=", editId).where("projectId", "=", id);
        const { numUpdatedRows } = await touchProject(trx, id, nowMs)
          .set({ currentEditId: editId })
          .where("projects.deletedAtMs", "is", null)
          .where((eb) => eb.exists(edit.where("deletedAtMs", "is", null)))
          .executeTakeFirst();
        return numUpdatedRows > 0n;
      });
    },

    async star(id, starred) {
      const update = db.updateTable("projects").set({ starred: starred ? 1 : 0 });
      return (await update.where("id", "=", id).where("deletedAtMs", "is", null).executeTakeFirst()).numUpdatedRows > 0n;
    },

    async setPrivate(id, isPrivate) {
      const update = db.updateTable("projects").set({ isPrivate: isPrivate ? 1 : 0 });
      return (await update.where("id", "=", id).where("deletedAtMs", "is", null).executeTakeFirst()).numUpdatedRows > 0n;
    },

    async shareAllOf(personId) {
      const update = db.updateTable("projects").set({ isPrivate: 0 }).where("madeBy", "=", personId).where("isPrivate", "=", 1);
      return Number((await update.executeTakeFirst()).numUpdatedRows);
    },

    async setDeleted(id, deletedAtMs) {
      const update = db.updateTable("projects").set({ deletedAtMs: deletedAtMs === null ? null : Math.round(deletedAtMs) });
      return (await update.where("id", "=", id).executeTakeFirst()).numUpdatedRows > 0n;
    },
  };
}

/** A word stands in the project's name, in the name of one of its edits, or in a prompt. */
function mentions(word: string) {
  const pattern = likePattern(word);
  return sql<SqlBool>`(projects.search_text like ${pattern} escape '\\'
    or exists (select 1 from edits as e where e.project_id = projects.id and e.deleted_at_ms is null and e.search_text like ${pattern} escape '\\')
    or exists (select 1 from predictions as p where p.project_id = projects.id and p.search_text like ${pattern} escape '\\'))`;
}

async function placesOf(db: Kysely<Tables>, ids: readonly string[]): Promise<ReadonlyMap<string, readonly TreePlace[]>> {
  const trees = new Map<string, TreePlace[]>();
  for (const batch of inBatches(ids)) {
    const rows = db.selectFrom("edits").select(["projectId", "id", "parentId", "deletedAtMs"]).where("projectId", "in", batch);
    for (const { projectId, id, parentId, deletedAtMs } of await rows.execute()) {
      const places = trees.get(projectId);
      const place = { id, parentId, isDeleted: deletedAtMs !== null };
      if (places) places.push(place);
      else trees.set(projectId, [place]);
    }
  }
  return trees;
}
