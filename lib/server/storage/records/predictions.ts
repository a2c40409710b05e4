import { sql } from "kysely";
import type { PredictionOutput, Records } from "../records.ts";
import { changePrediction, postponePrediction } from "./change-prediction.ts";
import { finishPrediction } from "./finish-prediction.ts";
import { holdPictures, picturesNamedIn } from "./holdings.ts";
import { inBatches, toPage } from "./keyset.ts";
import { createLeases } from "./leases.ts";
import { reserve } from "./reserve.ts";
import { toNewPredictionRow, toPrediction } from "./rows.ts";
import type { Store } from "./tables.ts";

const isLive = sql<boolean>`status not in ('stored', 'failed', 'canceled')`;

export function createPredictionRecords(store: Store): Records["predictions"] {
  const { db } = store;

  return {
    ...createLeases(store, { table: "predictions", isLive, toItem: toPrediction }),
    change: (id, version, patch) => changePrediction(db, id, version, patch),
    postpone: (id, version, nextAtMs) => postponePrediction(db, id, version, nextAtMs),
    finish: (request) => finishPrediction(store, request),

    async insert(prediction, reservation) {
      const row = toNewPredictionRow(prediction);
      const added = await db.transaction().execute(async (trx) => {
        const insert = trx.insertInto("predictions").values(row);
        const inserted = await insert
          .onConflict((conflict) => conflict.column("idempotencyKey").doNothing())
          .returningAll()
          .executeTakeFirst();
        if (!inserted) return null;
        await reserve(trx, inserted, reservation);
        await holdPictures(trx, row.projectId, picturesNamedIn(row.inputs));
        return inserted;
      });
      if (added) return { created: true, prediction: toPrediction(added) };
      const taken = await db
        .selectFrom("predictions")
        .selectAll()
        .where("idempotencyKey", "=", row.idempotencyKey)
        .executeTakeFirstOrThrow();
      return { created: false, prediction: toPrediction(taken) };
    },

    async countLive() {
      const rows = await db
        .selectFrom("predictions")
        .select((eb) => ["status", eb.fn.countAll<number>().as("count")])
        .where(isLive)
        .groupBy("status")
        .execute();
      return Object.fromEntries(rows.map(({ status, count }) => [status, Number(count)]));
    },

    async get(id) {
      const row = await db.selectFrom("predictions").selectAll().where("id", "=", id).executeTakeFirst();
      return row ? toPrediction(row) : null;
    },

    async byKey(idempotencyKey) {
      const row = await db.selectFrom("predictions").selectAll().where("idempotencyKey", "=", idempotencyKey).executeTakeFirst();
      return row ? toPrediction(row) : null;
    },

    async list({ after, limit, projectId, via }) {
      let query = db
        .selectFrom("predictions")
        .selectAll()
        .orderBy("createdAtMs", "desc")
        .orderBy("id", "desc")
        .limit(limit + 1);
      if (projectId !== undefined) query = query.where("projectId", "=", projectId);
      if (via !== undefined) query = query.where("via", "=", via);
      if (after !== undefined) {
        query = query.where(
          sql<boolean>`(created_at_ms, id) < (select last.created_at_ms, last.id from predictions as last where last.id = ${after})`,
        );
      }
      return toPage((await query.execute()).map(toPrediction), limit);
    },

    async finishedLast(limit) {
      const columns = ["model", "provider", "createdAtMs", "completedAtMs"] as const;
      return db
        .selectFrom("predictions")
        .select(columns)
        .where("status", "=", "stored")
        .where("completedAtMs", "is not", null)
        .$narrowType<{ completedAtMs: number }>()
        .orderBy("createdAtMs", "desc")
        .limit(limit)
        .execute();
    },

    async outputs(predictionIds) {
      const found = new Map<string, PredictionOutput[]>();
      for (const batch of inBatches(predictionIds)) {
        const rows = await db
          .selectFrom("predictionOutputs")
          .selectAll()
          .where("predictionId", "in", batch)
          .orderBy("predictionId")
          .orderBy("position")
          .execute();
        for (const { predictionId, position, pictureId, editId } of rows) {
          const outputs = found.get(predictionId) ?? [];
          outputs.push({ index: position, pictureId, editId });
          found.set(predictionId, outputs);
        }
      }
      return found;
    },

    async knownUpstream(provider, upstreamIds) {
      const found = new Set<string>();
      for (const batch of inBatches(upstreamIds)) {
        const rows = await db
          .selectFrom("predictions")
          .select("upstreamId")
          .where("provider", "=", provider)
          .where("upstreamId", "in", batch)
          .$narrowType<{ upstreamId: string }>()
          .execute();
        for (const row of rows) found.add(row.upstreamId);
      }
      return found;
    },
  };
}
