/** The JSON bodies about money. */
import { z } from "zod";
import { capPeriods, mostCapUsd } from "#lib/money-wire.ts";

// Checking never makes code at run time.
z.config({ jitless: true });

export const capBody = z.strictObject({
  holder: z.string().min(1).max(60),
  period: z.enum(capPeriods),
  /** Null: no cap. */
  mostUsd: z.number().min(0).max(mostCapUsd).nullable(),
});
export const settledBody = z.strictObject({ wasCharged: z.boolean() });
