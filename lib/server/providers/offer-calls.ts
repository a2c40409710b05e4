/**
 * Tells a gateway where it may call when a run is over, as long as it takes that. One that knows no such thing may refuse the
 * whole request for it: then the run has not begun, so it is asked for once more without.
 */
import { log } from "#lib/server/log.ts";
import { ProviderError } from "./provider.ts";

/** `extras` go beside the input. */
type Create<Answer> = (extras: Readonly<Record<string, unknown>>) => Promise<Answer>;
export type OfferCalls = <Answer>(predictionId: string, create: Create<Answer>) => Promise<Answer>;

/** `addressOf` is null where it is not told. */
export function createOfferCalls(addressOf: ((predictionId: string) => string) | null, host: string): OfferCalls {
  let standing: "untried" | "taken" | "refused" = "untried";

  /** One that has taken it before, or names other fields, means something else. */
  const isRefusedForIt = (error: unknown) =>
    error instanceof ProviderError &&
    error.started === "refused" &&
    error.code === "provider_rejected_input" &&
    (namesIt(error) || (standing === "untried" && error.faults.length === 0));

  return async (predictionId, create) => {
    if (addressOf === null || standing === "refused") return create({});
    try {
      const answer = await create({ webhook: addressOf(predictionId), webhook_events_filter: ["completed"] });
      if (standing === "untried") standing = "taken";
      return answer;
    } catch (error) {
      if (!isRefusedForIt(error)) throw error;
    }
    const answer = await create({});
    stopOffering();
    return answer;
  };

  function stopOffering(): void {
    if (standing === "refused") return;
    standing = "refused";
    log.warn({ host }, "webhooks-refused");
  }
}

function namesIt({ message, faults }: ProviderError): boolean {
  return /webhook/i.test(message) || faults.some(({ field }) => /webhook/i.test(field));
}
