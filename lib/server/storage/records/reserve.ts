/**
 * Decides whether a run may be asked for, and holds its price back. Part of the transaction that writes the run down, and the only
 * place where caps are looked at: the count is raised on condition that the cap still holds it, so that of many at once, in any
 * number of processes, exactly as many pass as there is money for.
 */
import { sql, type Transaction } from "kysely";
import { AppError, type CapReached } from "#lib/errors.ts";
import { capPeriods } from "#lib/money-wire.ts";
import { capOf, holdersOf } from "../cap-of.ts";
import type { CapRecord, Reservation } from "../ledger-records.ts";
import { toUsd } from "../micros.ts";
import { nextPeriodMs, periodAt } from "../periods.ts";
import type { PredictionRow, Tables } from "./tables.ts";

type Asked = Pick<PredictionRow, "id" | "model" | "createdAtMs">;

export async function reserve(db: Transaction<Tables>, run: Asked, { personId, amountMicros, pictures }: Reservation): Promise<void> {
  if (amountMicros === 0) return;
  const holders = holdersOf(personId);
  const caps = await db
    .selectFrom("caps")
    .selectAll()
    .where("holder", "in", [...holders, "each"])
    .execute();
  if (amountMicros === null) {
    if (!holders.some((holder) => capPeriods.some((period) => capOf(caps, holder, period)))) return;
    throw new AppError("price_unknown", `Expected a price for ${run.model}, because what may be spent here is capped, but none is known`);
  }
  // Always in this order, so that no two wait for each other.
  for (const holder of holders) {
    for (const period of capPeriods) {
      const cap = capOf(caps, holder, period);
      const heldMicros = await hold(db, { holder, period: periodAt(period, run.createdAtMs), amountMicros, cap });
      if (heldMicros !== null && cap) throw overCap({ cap, holder, heldMicros, amountMicros, nowMs: run.createdAtMs });
    }
  }
  await db
    .insertInto("ledger")
    .values({
      ...{ predictionId: run.id, step: 1, kind: "reserved", personId, model: run.model, amountMicros, pictures },
      ...{ askedAtMs: run.createdAtMs, atMs: run.createdAtMs },
    })
    .execute();
}

interface Hold {
  readonly holder: string;
  readonly period: string;
  readonly amountMicros: number;
  readonly cap: CapRecord | null;
}

/** Null when it is held; otherwise what is held already, which leaves too little. */
async function hold(db: Transaction<Tables>, { holder, period, amountMicros, cap }: Hold): Promise<number | null> {
  // The row is there before it is raised: both databases then lock it and look at the newest count.
  await db
    .insertInto("held")
    .values({ holder, period, heldMicros: 0 })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  const raising = db
    .updateTable("held")
    .set({ heldMicros: sql<number>`held_micros + ${amountMicros}` })
    .where("holder", "=", holder)
    .where("period", "=", period);
  const fits = cap ? raising.where("heldMicros", "<=", cap.mostMicros - amountMicros) : raising;
  const { numUpdatedRows } = await fits.executeTakeFirst();
  if (numUpdatedRows > 0n) return null;
  const found = db.selectFrom("held").select("heldMicros").where("holder", "=", holder).where("period", "=", period);
  return (await found.executeTakeFirstOrThrow()).heldMicros;
}

interface Over {
  readonly cap: CapRecord;
  readonly holder: string;
  readonly heldMicros: number;
  readonly amountMicros: number;
  readonly nowMs: number;
}

function overCap({ cap, holder, heldMicros, amountMicros, nowMs }: Over): AppError {
  const facts: CapReached = {
    ...{ of: holder === "team" ? "team" : "person", period: cap.period },
    ...{ capUsd: toUsd(cap.mostMicros), leftUsd: toUsd(Math.max(0, cap.mostMicros - heldMicros)) },
    neededUsd: toUsd(amountMicros),
    freesAt: new Date(nextPeriodMs(cap.period, nowMs)).toISOString(),
  };
  const whose = facts.of === "team" ? "this installation" : "you";
  const message = `Expected a run within the cap of $${facts.capUsd} a ${cap.period} for ${whose}, of which $${facts.leftUsd} are left until ${facts.freesAt}, but this one may cost $${facts.neededUsd}`;
  return new AppError("over_cap", message, { cap: facts });
}
