/** What all that is done about people works with. */
import { AppError } from "#lib/errors.ts";
import { newId } from "#lib/ids.ts";
import type { AuditAction, Person } from "#lib/people-wire.ts";
import type { Clock } from "#lib/server/clock.ts";
import type { Rates } from "#lib/server/storage/rates.ts";
import type { Records } from "#lib/server/storage/records.ts";
import type { Caller } from "./people.ts";

export interface PeopleParts {
  readonly records: Records;
  readonly clock: Clock;
  readonly rates: Rates;
  /** So many guesses at one name's secret in a quarter of an hour. */
  readonly mostGuesses: number;
}

/** Of somebody who has no second factor. */
export const noFactor = { factorSecret: null, factorSinceMs: null, factorStep: null } as const;

/** E-mail addresses that differ in capitals only are one person's. */
export function foldEmail(email: string): string {
  return email.trim().normalize("NFC").toLowerCase();
}

export async function note(
  { records, clock }: Pick<PeopleParts, "records" | "clock">,
  action: AuditAction,
  personId: string | null,
  subject: string,
): Promise<void> {
  const atMs = clock.now();
  await records.audit.add({ id: newId("aud", atMs), atMs, action, personId, subject });
}

/** Nobody has an account in one-person mode. */
export function personOf(caller: Caller): Person {
  if (caller.person === null) throw nobodyAsked();
  return caller.person;
}

export function nobodyAsked(): AppError {
  return new AppError("not_found", "Expected an installation that asks who is there (AUTH=people) but this one does not");
}
