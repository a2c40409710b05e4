/** Kysely over pg: a small pool, no query without an end, and numbers as numbers. */
import { type Dialect, PostgresDialect } from "kysely";
import { Pool, types } from "pg";
import { AppError } from "#lib/errors.ts";
import { log } from "#lib/server/log.ts";

const maxConnections = 10;
const connectTimeoutMs = 10_000;
const idleTimeoutMs = 30_000;
const statementTimeoutMs = 30_000;
const retryMs = 3000;

export function createPostgresDialect(databaseUrl: string): Dialect {
  const pool = new Pool({
    connectionString: databaseUrl,
    application_name: "pentimento",
    max: maxConnections,
    connectionTimeoutMillis: connectTimeoutMs,
    idleTimeoutMillis: idleTimeoutMs,
    statement_timeout: statementTimeoutMs,
    idle_in_transaction_session_timeout: statementTimeoutMs,
    keepAlive: true,
    types: { getTypeParser: (oid, format) => (oid === types.builtins.INT8 ? Number : types.getTypeParser(oid, format)) },
  });
  // Without a listener a connection that breaks while nobody uses it ends the process; the pool replaces it by itself.
  pool.on("error", (error) => log.warn({ error: error.message }, "database-connection-lost"));
  return new PostgresDialect({ pool: { options: pool.options, connect: () => pool.connect().catch(refuse), end: () => pool.end() } });
}

/** A database that is away comes back: whoever asks is told to wait, and nothing is counted as broken. */
function refuse(cause: unknown): never {
  const why = cause instanceof Error ? ("code" in cause && cause.code) || cause.message : "it was refused";
  throw new AppError("busy", `Expected a connection to the database but there is none (${why})`, { cause, retryAfterMs: retryMs });
}
