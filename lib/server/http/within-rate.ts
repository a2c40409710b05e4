/** Refuses who asks too often, before anything of the request is read: each person by themselves, and all behind one address. */
import { AppError } from "#lib/errors.ts";
import type { House } from "#lib/server/house.ts";
import type { Caller } from "#lib/server/people/people.ts";
import { whereFrom } from "./enter.ts";

const windowMs = 60_000;
/** Many people may sit behind one address. */
const addressFactor = 4;

export async function requireWithinRate(
  { rates, config }: Pick<House, "rates" | "config">,
  name: "runs" | "uploads",
  request: Request,
  { person }: Caller,
): Promise<void> {
  const most = config.rates[name];
  if (most === null) return;
  const waits = [
    person === null ? null : await rates.take({ name: `${name}-who`, most, windowMs }, person.id),
    await rates.take({ name: `${name}-from`, most: most * addressFactor, windowMs }, whereFrom(request).address),
  ];
  const retryAfterMs = Math.max(...waits.map((waitMs) => waitMs ?? 0));
  if (retryAfterMs > 0) throw new AppError("too_many_requests", `Expected at most ${most} ${name} a minute`, { retryAfterMs });
}
