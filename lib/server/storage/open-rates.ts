/** Counts in this process's memory where it is alone with its database, and on Postgres where there may be several. */
import { createHash } from "node:crypto";
import { Pool } from "pg";
import { RateLimiterMemory, RateLimiterPostgres, RateLimiterRes } from "rate-limiter-flexible";
import { AppError } from "#lib/errors.ts";
import { log } from "#lib/server/log.ts";
import type { Rate, Rates } from "./rates.ts";

const maxConnections = 3;
const patienceMs = 5000;
const retryMs = 3000;

export function openRates(databaseUrl: string | null): Rates {
  const pool = databaseUrl === null ? null : openPool(databaseUrl);
  const limiters = new Map<string, RateLimiterMemory | RateLimiterPostgres>();

  function limiterOf({ name, most, windowMs }: Rate) {
    const known = limiters.get(name);
    if (known) return known;
    const options = { keyPrefix: name, points: most, duration: windowMs / 1000 };
    // The table is one of ours (008-ledger), so that backups know it.
    const made = pool
      ? new RateLimiterPostgres({ ...options, storeClient: pool, tableName: "rates", tableCreated: true })
      : new RateLimiterMemory(options);
    limiters.set(name, made);
    return made;
  }

  return {
    async take(rate, who) {
      try {
        await limiterOf(rate).consume(keyOf(who));
        return null;
      } catch (refusal) {
        if (refusal instanceof RateLimiterRes) return Math.max(1, refusal.msBeforeNext);
        throw new AppError("busy", "Expected the database to count but it does not answer", { cause: refusal, retryAfterMs: retryMs });
      }
    },

    async forget(rate, who) {
      await limiterOf(rate).delete(keyOf(who));
    },

    async close() {
      await pool?.end();
    },
  };
}

/** Neither an address of a person nor one of a machine is kept, and every key is equally long. */
function keyOf(who: string): string {
  return createHash("sha256").update(who).digest("base64url");
}

function openPool(connectionString: string): Pool {
  const pool = new Pool({
    ...{ connectionString, application_name: "pentimento-rates", max: maxConnections, keepAlive: true },
    ...{ connectionTimeoutMillis: patienceMs, statement_timeout: patienceMs },
  });
  pool.on("error", (error) => log.warn({ error: error.message }, "database-connection-lost"));
  return pool;
}
