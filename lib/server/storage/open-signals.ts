import { createOwnSignals } from "./own-signals.ts";
import { openPostgresSignals } from "./postgres-signals.ts";
import type { Signals } from "./signals.ts";

export async function openSignals(databaseUrl: string | null): Promise<Signals> {
  return databaseUrl === null ? createOwnSignals() : openPostgresSignals(databaseUrl);
}
