/** Who holds a picture: the projects it stands in, and those who brought it. */
import { type Kysely, sql } from "kysely";
import { inBatches } from "./keyset.ts";
import type { Tables } from "./tables.ts";

/** Holds what is brought where nobody is asked who they are. */
export const everybody = "everybody";

/** Whatever a row tells of pictures, it tells by their ids. */
export function picturesNamedIn(text: string): readonly string[] {
  return [...new Set(text.match(/\bpic_[0-9a-f]{64}\b/g))];
}

/** Pictures that are not there are left out. In the order of their ids, as putPictures is. */
export async function holdPictures(db: Kysely<Tables>, holderId: string, pictureIds: readonly string[]): Promise<void> {
  for (const batch of inBatches([...new Set(pictureIds)].sort())) {
    const held = db
      .selectFrom("pictures")
      .select(["id", sql<string>`${sql.val(holderId)}`.as("holderId")])
      .where("id", "in", batch);
    await db
      .insertInto("holdings")
      .columns(["pictureId", "holderId"])
      .expression(held.orderBy("id"))
      .onConflict((conflict) => conflict.columns(["pictureId", "holderId"]).doNothing())
      .execute();
  }
}
