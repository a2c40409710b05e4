import { type Selectable, sql, type Updateable } from "kysely";
import type { NewReplay, Records, ReplayPatch, ReplayRecord } from "../records.ts";
import { createLeases } from "./leases.ts";
import type { ReplayRow, Store } from "./tables.ts";

const isLive = sql<boolean>`status = 'running'`;

export function createReplayRecords(store: Store): Records["replays"] {
  const { db } = store;
  const atVersion = (id: string, version: number) => db.updateTable("replays").where("id", "=", id).where("version", "=", version);

  return {
    ...createLeases(store, { table: "replays", isLive, toItem: toReplay }),

    insert(replays) {
      return db.transaction().execute(async (trx) => {
        const stored: ReplayRecord[] = [];
        for (const row of replays.map(toNewRow)) {
          const add = trx.insertInto("replays").values(row);
          const added = await add
            .onConflict((conflict) => conflict.column("idempotencyKey").doNothing())
            .returningAll()
            .executeTakeFirst();
          const taken = trx.selectFrom("replays").selectAll().where("idempotencyKey", "=", row.idempotencyKey);
          stored.push(toReplay(added ?? (await taken.executeTakeFirstOrThrow())));
        }
        return stored;
      });
    },

    async get(id) {
      const row = await db.selectFrom("replays").selectAll().where("id", "=", id).executeTakeFirst();
      return row ? toReplay(row) : null;
    },

    async ofProject(projectId, limit) {
      const query = db.selectFrom("replays").selectAll().where("projectId", "=", projectId);
      const rows = await query.orderBy("createdAtMs", "desc").orderBy("id", "desc").limit(limit).execute();
      return rows.map(toReplay);
    },

    async change(id, version, patch) {
      const update = atVersion(id, version).set({ ...toColumns(patch), version: version + 1 });
      const row = await update.returningAll().executeTakeFirst();
      return row ? toReplay(row) : null;
    },

    async postpone(id, version, nextAtMs) {
      const { numUpdatedRows } = await atVersion(id, version).set(toColumns({ nextAtMs })).executeTakeFirst();
      return numUpdatedRows > 0n;
    },
  };
}

function toReplay({ leaseOwner, leaseUntilMs, isNewProject, keepsSeeds, ...row }: Selectable<ReplayRow>): ReplayRecord {
  return {
    ...row,
    isNewProject: isNewProject === 1,
    keepsSeeds: keepsSeeds === 1,
    steps: JSON.parse(row.steps),
    error: row.error === null ? null : JSON.parse(row.error),
  };
}

function toNewRow({ steps, isNewProject, keepsSeeds, createdAtMs, nextAtMs, ...rest }: NewReplay): ReplayRow {
  return {
    ...rest,
    steps: JSON.stringify(steps),
    isNewProject: isNewProject ? 1 : 0,
    keepsSeeds: keepsSeeds ? 1 : 0,
    createdAtMs: Math.round(createdAtMs),
    nextAtMs: Math.round(nextAtMs),
    ...{ status: "running", error: null, cancelRequestedAtMs: null, version: 1, leaseOwner: null, leaseUntilMs: null },
  };
}

function toColumns({ steps, error, nextAtMs, cancelRequestedAtMs, ...rest }: ReplayPatch): Updateable<ReplayRow> {
  return {
    ...rest,
    ...(steps === undefined ? {} : { steps: JSON.stringify(steps) }),
    ...(error === undefined ? {} : { error: error && JSON.stringify(error) }),
    ...(nextAtMs === undefined ? {} : { nextAtMs: Math.round(nextAtMs) }),
    ...(cancelRequestedAtMs === undefined ? {} : { cancelRequestedAtMs: cancelRequestedAtMs && Math.round(cancelRequestedAtMs) }),
  };
}
