/** Opens the record store; its tables are up to date after. */
import { sql } from "kysely";
import { migrate } from "./migrations/migrate.ts";
import { openStore, type RecordsPlace } from "./open-store.ts";
import { createAuditRecords } from "./records/audit.ts";
import { createEditRecords } from "./records/edits.ts";
import { createIdentityRecords } from "./records/identities.ts";
import { createCapRecords, createLedgerRecords } from "./records/ledger.ts";
import { createNoteRecords } from "./records/notes.ts";
import { createPersonRecords } from "./records/people.ts";
import { createPictureRecords } from "./records/pictures.ts";
import { createPredictionRecords } from "./records/predictions.ts";
import { createProjectRecords } from "./records/projects.ts";
import { createPromptRecords } from "./records/prompts.ts";
import { createFactorRecords, createWayBackRecords } from "./records/proofs.ts";
import { createReplayRecords } from "./records/replays.ts";
import { createAccessTokenRecords, createInvitationRecords, createSessionRecords } from "./records/sessions.ts";
import { createShareRecords } from "./records/shares.ts";
import { createSightRecords } from "./records/sight.ts";
import type { Store } from "./records/tables.ts";
import type { Records } from "./records.ts";

export type { RecordsPlace } from "./open-store.ts";

export async function openRecords(place: RecordsPlace): Promise<Records> {
  const store = await openStore(place);
  try {
    await migrate(store);
  } catch (error) {
    await store.db.destroy();
    const reason = error instanceof Error ? error.message : String(error);
    throw new Error(`Expected a ${store.dialect} database that can be used but opening it failed: ${reason}`, { cause: error });
  }
  return {
    projects: createProjectRecords(store),
    pictures: createPictureRecords(store),
    edits: createEditRecords(store),
    predictions: createPredictionRecords(store),
    prompts: createPromptRecords(store),
    shares: createShareRecords(store),
    people: createPersonRecords(store),
    identities: createIdentityRecords(store),
    sessions: createSessionRecords(store),
    factors: createFactorRecords(store),
    waysBack: createWayBackRecords(store),
    invitations: createInvitationRecords(store),
    accessTokens: createAccessTokenRecords(store),
    audit: createAuditRecords(store),
    notes: createNoteRecords(store),
    replays: createReplayRecords(store),
    sight: createSightRecords(store),
    ledger: createLedgerRecords(store),
    caps: createCapRecords(store),
    timeMs: () => readTimeMs(store),
    close: () => store.db.destroy(),
  };
}

/** A file's processes are all on this machine. */
async function readTimeMs({ db, dialect }: Store): Promise<number> {
  if (dialect === "sqlite") return Date.now();
  const { rows } = await sql<{ nowMs: number }>`select (extract(epoch from clock_timestamp()) * 1000)::bigint as now_ms`.execute(db);
  return rows[0]?.nowMs ?? Date.now();
}
