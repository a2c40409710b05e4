/**
 * Whose a project is, and who holds a picture: what was made before belongs to everybody, as it did.
 * Pictures are named by their bytes and shared by whoever brings the same ones, so that a picture is nobody's own: it is seen
 * by those who see one of its holders.
 */
import { type Kysely, sql } from "kysely";
import type { Migration } from "kysely/migration";
import { everybody, picturesNamedIn } from "../records/holdings.ts";
import type { Dialect, Tables } from "../records/tables.ts";

export function privateProjects(dialect: Dialect): Migration {
  const id = dialect === "postgres" ? sql`text collate "C"` : sql`text`;
  return {
    async up(db: Kysely<Tables>) {
      await db.schema.alterTable("projects").addColumn("made_by", id).execute();
      await db.schema
        .alterTable("projects")
        .addColumn("is_private", "integer", (column) => column.notNull().defaultTo(0))
        .execute();
      await db.schema.alterTable("replays").addColumn("person_id", id).execute();
      await db.schema
        .alterTable("prompts")
        .addColumn("person_id", id, (column) => column.notNull().defaultTo(""))
        .execute();
      await db.schema
        .createTable("holdings")
        .addColumn("picture_id", id, (column) => column.notNull().references("pictures.id"))
        // A project's id, a person's, or everybody.
        .addColumn("holder_id", id, (column) => column.notNull())
        .addPrimaryKeyConstraint("holdings_key", ["picture_id", "holder_id"])
        .execute();
      await fill(db);
    },
  };
}

async function fill(db: Kysely<Tables>): Promise<void> {
  const named = sql`select picture_id, project_id from edits`;
  await sql`insert into holdings (picture_id, holder_id) ${named} group by picture_id, project_id`.execute(db);
  const told = [
    ...(await db.selectFrom("edits").select(["projectId", "fidelity as text"]).where("fidelity", "is not", null).execute()),
    ...(await db.selectFrom("predictions").select(["projectId", "inputs as text"]).execute()),
  ];
  const rows = new Map<string, { readonly pictureId: string; readonly holderId: string }>();
  for (const { projectId, text } of told) {
    for (const pictureId of picturesNamedIn(text ?? "")) rows.set(`${pictureId} ${projectId}`, { pictureId, holderId: projectId });
  }
  for (const row of rows.values()) {
    const isThere = db
      .selectFrom("pictures")
      .select(["id", sql<string>`${row.holderId}`.as("holderId")])
      .where("id", "=", row.pictureId);
    await db
      .insertInto("holdings")
      .columns(["pictureId", "holderId"])
      .expression(isThere)
      .onConflict((conflict) => conflict.doNothing())
      .execute();
  }
  // Brought, and not used yet: the drafts they stand in are of people who could see everything.
  await sql`insert into holdings (picture_id, holder_id)
    select id, ${everybody} from pictures where not exists (select 1 from holdings where picture_id = pictures.id)`.execute(db);
}
