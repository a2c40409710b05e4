/** Opens the record store; its tables are up to date after. */
import { migrate } from "./migrations/migrate.ts";
import { openStore, type RecordsPlace } from "./open-store.ts";
import { createEditRecords } from "./records/edits.ts";
import { createPictureRecords } from "./records/pictures.ts";
import { createPredictionRecords } from "./records/predictions.ts";
import { createProjectRecords } from "./records/projects.ts";
import { createPromptRecords } from "./records/prompts.ts";
import { createShareRecords } from "./records/shares.ts";
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
    close: () => store.db.destroy(),
  };
}
