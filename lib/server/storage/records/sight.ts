import { type RawBuilder, type SqlBool, sql } from "kysely";
import type { SightRecords } from "../sight-records.ts";
import { everybody, holdPictures } from "./holdings.ts";
import { inBatches } from "./keyset.ts";
import type { Store, Tables } from "./tables.ts";

/** What stands in a project, by the beginning of its id, and the projects it stands in. */
const places: Readonly<Record<string, { readonly table: keyof Tables; readonly projects: RawBuilder<unknown> }>> = {
  prj: { table: "projects", projects: sql`seen.id` },
  edt: { table: "edits", projects: sql`seen.project_id` },
  prd: { table: "predictions", projects: sql`seen.project_id` },
  // The new project may not be there yet; the steps are those of the old one.
  rpl: { table: "replays", projects: sql`seen.project_id, (select e.project_id from edits as e where e.id = seen.source_edit_id)` },
  shr: { table: "shares", projects: sql`seen.project_id` },
  rmk: { table: "remarks", projects: sql`(select s.project_id from shares as s where s.id = seen.share_id)` },
  nte: { table: "notes", projects: sql`seen.project_id` },
};

export function createSightRecords({ db }: Store): SightRecords["sight"] {
  async function find(table: keyof Tables, ids: readonly string[], isHidden: RawBuilder<SqlBool>): Promise<readonly string[]> {
    const found = await sql<{ id: string }>`select seen.id from ${sql.table(table)} as seen
      where seen.id in (${sql.join(ids)}) and ${isHidden}`.execute(db);
    return found.rows.map(({ id }) => id);
  }

  function hiddenOfKind(kind: string, ids: readonly string[], personId: string): Promise<readonly string[]> | readonly string[] {
    if (kind === "pic") return find("pictures", ids, isPictureHidden(personId));
    if (kind === "prm") return find("prompts", ids, sql<SqlBool>`seen.person_id not in ('', ${personId})`);
    const place = places[kind];
    return place ? find(place.table, ids, isProjectHidden(place.projects, personId)) : [];
  }

  return {
    async hiddenFrom(personId, ids) {
      const hidden = new Set<string>();
      for (const [kind, ofKind] of Map.groupBy(new Set(ids), (id) => id.slice(0, 3))) {
        for (const batch of inBatches(ofKind)) for (const id of await hiddenOfKind(kind, batch, personId)) hidden.add(id);
      }
      return hidden;
    },

    hold: (holderId, pictureIds) => holdPictures(db, holderId ?? everybody, pictureIds),

    async isHeldByOneOf(pictureId, holderPrefix) {
      const beginsSo = sql<SqlBool>`substr(holder_id, 1, ${sql.lit(holderPrefix.length)}) = ${holderPrefix}`;
      const query = db.selectFrom("holdings").select("pictureId").where("pictureId", "=", pictureId).where(beginsSo);
      return (await query.executeTakeFirst()) !== undefined;
    },
  };
}

function isProjectHidden(projects: RawBuilder<unknown>, personId: string): RawBuilder<SqlBool> {
  return sql<SqlBool>`exists (select 1 from projects as p where p.id in (${projects}) and p.is_private = 1 and p.made_by <> ${personId})`;
}

function isPictureHidden(personId: string): RawBuilder<SqlBool> {
  return sql<SqlBool>`not exists (select 1 from holdings as h where h.picture_id = seen.id and (h.holder_id in (${everybody}, ${personId})
    or exists (select 1 from projects as p where p.id = h.holder_id and (p.is_private = 0 or p.made_by = ${personId}))))`;
}
