/** How often somebody may guess: counted before it is looked at, so that of many guesses at once no more than a few are looked at. */
import { AppError } from "#lib/errors.ts";
import type { PeopleParts } from "./people-parts.ts";

const windowMs = 15 * 60 * 1000;
const most = { forName: 10, fromAddress: 100 } as const;

export interface Attempt {
  /** Whose secret is guessed at. */
  readonly name: string;
  /** Null where whoever asks is known already. */
  readonly address: string | null;
}

/** Throws `refusal` where `look` finds nothing; what was right is not counted against the name. */
export async function attemptOnce<Result>(
  { records, clock }: PeopleParts,
  { name, address }: Attempt,
  look: () => Promise<Result | null>,
  refusal: () => Promise<AppError> | AppError,
): Promise<Result> {
  const keys = [
    { key: `who ${name}`, most: most.forName },
    ...(address === null ? [] : [{ key: `from ${address}`, most: most.fromAddress }]),
  ];
  const nowMs = clock.now();
  if (!(await records.attempts.reserve(keys, nowMs, nowMs - windowMs)))
    throw new AppError("too_many_attempts", "Expected fewer attempts in a quarter of an hour", { retryAfterMs: windowMs });
  const found = await look();
  if (found === null) throw await refusal();
  await records.attempts.forget([`who ${name}`]);
  return found;
}
