/** How often somebody may guess: counted before it is looked at, so that of many guesses at once no more than a few are looked at. */
import { AppError } from "#lib/errors.ts";
import type { Rate } from "#lib/server/storage/rates.ts";
import type { PeopleParts } from "./people-parts.ts";

const windowMs = 15 * 60 * 1000;
/** Many people may sit behind one address. */
const addressFactor = 10;

export interface Attempt {
  /** Whose secret is guessed at. */
  readonly name: string;
  /** Null where whoever asks is known already. */
  readonly address: string | null;
}

/** Throws `refusal` where `look` finds nothing; what was right is not counted against the name. */
export async function attemptOnce<Result>(
  { rates, mostGuesses }: PeopleParts,
  { name, address }: Attempt,
  look: () => Promise<Result | null>,
  refusal: () => Promise<AppError> | AppError,
): Promise<Result> {
  const forName: Rate = { name: "guess-who", most: mostGuesses, windowMs };
  const fromAddress: Rate = { name: "guess-from", most: mostGuesses * addressFactor, windowMs };
  const waits = [await rates.take(forName, name), address === null ? null : await rates.take(fromAddress, address)];
  const retryAfterMs = Math.max(...waits.map((waitMs) => waitMs ?? 0));
  if (retryAfterMs > 0) throw new AppError("too_many_attempts", "Expected fewer attempts in a quarter of an hour", { retryAfterMs });
  const found = await look();
  if (found === null) throw await refusal();
  await rates.forget(forName, name);
  return found;
}
