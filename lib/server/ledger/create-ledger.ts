/** The ledger as routes use it: what was spent, the caps, and what an owner says of a run nobody else knows about. */
import { Readable } from "node:stream";
import { AppError, invalidInput } from "#lib/errors.ts";
import { type Cap, type CapPeriod, type Spent, sharedHolders } from "#lib/money-wire.ts";
import type { Clock } from "#lib/server/clock.ts";
import { note } from "#lib/server/people/people-parts.ts";
import { toMicros, toUsd } from "#lib/server/storage/micros.ts";
import { periodAt } from "#lib/server/storage/periods.ts";
import type { CapRecord, LedgerSum, Records } from "#lib/server/storage/records.ts";
import type { CapChange, Ledger } from "./ledger.ts";
import { writeCsv } from "./write-csv.ts";

interface Parts {
  readonly records: Records;
  readonly clock: Clock;
}

const dayMs = 86_400_000;
const shownOpen = 50;

export function createLedger(parts: Parts): Ledger {
  const { records, clock } = parts;

  /** From the beginning of a day, so that the first one is whole. */
  const sinceMs = (days: number) => (Math.floor(clock.now() / dayMs) - days + 1) * dayMs;
  const heldUsd = async (period: CapPeriod) => toUsd(await records.ledger.held("team", period, clock.now()));
  const caps = async () => (await records.caps.list()).map(toCap);

  async function requireHolder(holder: string): Promise<void> {
    if (sharedHolders.some((one) => one === holder) || (await records.people.get(holder))) return;
    throw invalidInput({ field: "holder", rule: "format", message: "Expected team, each or the id of a person for holder" });
  }

  return {
    async spending(days) {
      const [sums, open, people] = await Promise.all([
        records.ledger.sums(sinceMs(days)),
        records.ledger.open(shownOpen),
        records.people.list(),
      ]);
      const nameOf = (id: string | null) => people.find((person) => person.id === id)?.name ?? null;
      return {
        days,
        total: addUp(sums),
        byPerson: groups(sums, ({ personId }) => personId).map(([id, spent]) => ({ id, name: nameOf(id), ...spent })),
        byDay: daysSince(sinceMs(days), days).map((day) => ({ day, ...addUp(sums.filter((sum) => sum.day === day)) })),
        byModel: groups(sums, ({ model }) => model).map(([model, spent]) => ({ model, ...spent })),
        caps: await caps(),
        held: { day: await heldUsd("day"), month: await heldUsd("month") },
        openCount: open.count,
        open: open.entries.map(({ predictionId, personId, model, amountMicros, askedAtMs }) => ({
          ...{ predictionId, who: nameOf(personId), model, openUsd: toUsd(amountMicros) },
          askedAt: new Date(askedAtMs).toISOString(),
        })),
        people: people.map(({ id, name }) => ({ id, name })),
      };
    },

    csv(days) {
      return Readable.toWeb(Readable.from(writeCsv(records, sinceMs(days)), { objectMode: false })) as ReadableStream<Uint8Array>;
    },

    async setCap(caller, { holder, period, mostUsd }) {
      await requireHolder(holder);
      if (mostUsd === null) await records.caps.remove({ holder, period });
      else await records.caps.set({ holder, period, mostMicros: toMicros(mostUsd) });
      await note(parts, "cap-changed", caller.person?.id ?? null, await tell({ holder, period, mostUsd }));
      return caps();
    },

    async settle(caller, predictionId, wasCharged) {
      const isSettled = await records.ledger.settle(predictionId, wasCharged, clock.now());
      if (!isSettled) throw new AppError("not_found", "Expected a run that is over and of which nobody has said whether it was charged");
      await note(parts, "run-settled", caller.person?.id ?? null, `${predictionId}: ${wasCharged ? "charged" : "returned"}`);
    },
  };

  async function tell({ holder, period, mostUsd }: CapChange): Promise<string> {
    const whose = (await records.people.get(holder))?.email ?? holder;
    return `${whose}, ${period}: ${mostUsd === null ? "–" : `$${mostUsd}`}`;
  }
}

function daysSince(firstMs: number, count: number): readonly string[] {
  return Array.from({ length: count }, (_, index) => periodAt("day", firstMs + index * dayMs));
}

function toCap({ holder, period, mostMicros }: CapRecord): Cap {
  return { holder, period, mostUsd: toUsd(mostMicros) };
}

function groups<Key>(sums: readonly LedgerSum[], keyOf: (sum: LedgerSum) => Key): readonly (readonly [Key, Spent])[] {
  return [...Map.groupBy(sums, keyOf)].map(([key, group]) => [key, addUp(group)]);
}

/** Whole numbers are added, dollars are only told. */
function addUp(sums: readonly LedgerSum[]): Spent {
  const total = (pick: (sum: LedgerSum) => number) => sums.reduce((sum, one) => sum + pick(one), 0);
  return {
    spentUsd: toUsd(total(({ spentMicros }) => spentMicros)),
    openUsd: toUsd(total(({ openMicros }) => openMicros)),
    runs: total(({ runs }) => runs),
  };
}
