import { AppError } from "#lib/errors.ts";
import type { CallAddresses } from "#lib/server/call-addresses.ts";
import type { Clock } from "#lib/server/clock.ts";
import { meter } from "#lib/server/meter.ts";
import type { Rate, Rates } from "#lib/server/storage/rates.ts";
import type { PredictionRecord, Records } from "#lib/server/storage/records.ts";
import type { Signals } from "#lib/server/storage/signals.ts";
import type { GatewayCalls } from "./gateway-calls.ts";

interface Parts {
  readonly records: Pick<Records, "predictions">;
  readonly rates: Rates;
  readonly signals: Signals;
  readonly clock: Pick<Clock, "now">;
  /** Null where no gateway is told where to call. */
  readonly addresses: CallAddresses | null;
}

const windowMs = 60_000;
/** A gateway tells an end once, and again when its telling got lost; whoever repeats it makes us ask no more than this. */
const ofOneRun: Rate = { name: "calls-of", most: 10, windowMs };
/** With a token that is not the run's. */
const wrongFromOneAddress: Rate = { name: "calls-from", most: 60, windowMs };

export function createGatewayCalls({ records, rates, signals, clock, addresses }: Parts): GatewayCalls {
  let lastAt: string | null = null;
  signals.listen(({ kind }) => {
    if (kind === "called") lastAt = new Date(clock.now()).toISOString();
  });

  /** A new version, so that a look that is under way, and may have come too early, is followed by another. */
  async function lookNow(id: string): Promise<boolean> {
    for (;;) {
      const row = await records.predictions.get(id);
      if (row === null || !isFollowed(row)) return false;
      if (await records.predictions.change(id, row.version, { nextAtMs: clock.now() })) return true;
    }
  }

  return {
    async take({ predictionId, token, from }) {
      if (!addresses?.isTokenOf(predictionId, token)) {
        meter.count("pentimento_gateway_calls_total", { answer: "refused" });
        const retryAfterMs = await rates.take(wrongFromOneAddress, from);
        if (retryAfterMs !== null) throw new AppError("too_many_requests", "Expected calls of the gateway only", { retryAfterMs });
        throw new AppError("not_found", "Expected an address that was given to the gateway");
      }
      const isWithinRate = (await rates.take(ofOneRun, predictionId)) === null;
      const isLookedAt = isWithinRate && (await lookNow(predictionId));
      meter.count("pentimento_gateway_calls_total", { answer: isLookedAt ? "looked" : "nothing" });
      if (isWithinRate) signals.send({ kind: "called" });
    },
    state: () => (addresses === null ? null : { lastAt }),
  };
}

/** Also while it is being asked for: a short run may be over before we have its id. What waits for a reason waits on. */
function isFollowed({ status, waiting }: PredictionRecord): boolean {
  return (status === "submitting" || status === "accepted" || status === "running") && waiting === null;
}
