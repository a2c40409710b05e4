import type { Kysely } from "kysely";
import type { PictureRecord, Records } from "../records.ts";
import { inBatches } from "./keyset.ts";
import { toPicture, toPictureRow } from "./rows.ts";
import type { Store, Tables } from "./tables.ts";

export function createPictureRecords({ db }: Store): Records["pictures"] {
  const get = async (id: string) => {
    const row = await db.selectFrom("pictures").selectAll().where("id", "=", id).executeTakeFirst();
    return row ? toPicture(row) : null;
  };

  return {
    get,

    async put(picture) {
      await putPictures(db, [picture]);
      return (await get(picture.id)) ?? picture;
    },

    async getMany(ids) {
      const found = new Map<string, PictureRecord>();
      for (const batch of inBatches(ids)) {
        const rows = await db.selectFrom("pictures").selectAll().where("id", "in", batch).execute();
        for (const row of rows) found.set(row.id, toPicture(row));
      }
      return [...new Set(ids)].flatMap((id) => found.get(id) ?? []);
    },

    async total() {
      const sums = db
        .selectFrom("pictures")
        .select((eb) => [eb.fn.countAll<number>().as("count"), eb.fn.sum<number | null>("bytes").as("bytes")]);
      const { count, bytes } = await sums.executeTakeFirstOrThrow();
      return { count: Number(count), bytes: Number(bytes ?? 0) };
    },

    async referenced(sha256s) {
      const found = new Set<string>();
      for (const batch of inBatches(sha256s)) {
        const asPicture = db.selectFrom("pictures").select("sha256").where("sha256", "in", batch);
        const asSource = db
          .selectFrom("pictures")
          .select("sourceSha256 as sha256")
          .where("sourceSha256", "in", batch)
          .$narrowType<{ sha256: string }>();
        for (const { sha256 } of await asPicture.union(asSource).execute()) found.add(sha256);
      }
      return found;
    },
  };
}

/** In the order of their ids, so that two transactions with the same new pictures wait for each other and never in a circle. */
export async function putPictures(db: Kysely<Tables>, pictures: readonly PictureRecord[]): Promise<void> {
  const rows = pictures.map(toPictureRow).sort((one, other) => (one.id < other.id ? -1 : 1));
  for (const batch of inBatches(rows, 100)) {
    await db
      .insertInto("pictures")
      .values(batch)
      .onConflict((conflict) => conflict.column("id").doNothing())
      .execute();
  }
}
