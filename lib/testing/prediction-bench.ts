/** The parts a prediction needs, real but for the provider and the time: SQLite and a folder of its own, the real darkroom. */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { createCatalogue, withTools } from "#lib/models/catalogue.ts";
import { openDarkroom } from "#lib/server/darkroom/pool.ts";
import { createChanges } from "#lib/server/predictions/changes.ts";
import { createPredictions } from "#lib/server/predictions/create-predictions.ts";
import { createPrompts } from "#lib/server/predictions/create-prompts.ts";
import { createGlimpses } from "#lib/server/predictions/glimpses.ts";
import { createRunTimes } from "#lib/server/predictions/run-times.ts";
import { advance } from "#lib/server/predictions/steps/advance.ts";
import type { StepParts } from "#lib/server/predictions/steps/step.ts";
import { createThumbnails } from "#lib/server/projects/thumbnails.ts";
import { openFolderBlobs } from "#lib/server/storage/folder-blobs.ts";
import { openRecords } from "#lib/server/storage/open-records.ts";
import { createOwnSignals } from "#lib/server/storage/own-signals.ts";
import type { PredictionRecord } from "#lib/server/storage/records.ts";
import { createManualClock } from "./manual-clock.ts";
import { createScriptedProvider } from "./scripted-provider.ts";

export const benchProject = "prj_bench";

export async function openPredictionBench(options: { readonly asksAreFree?: boolean } = {}) {
  const dataFolder = await mkdtemp(path.join(tmpdir(), "pentimento-bench-"));
  const records = await openRecords({ databaseUrl: null, dataFolder });
  const blobs = await openFolderBlobs(path.join(dataFolder, "blobs"));
  const darkroom = openDarkroom();
  const clock = createManualClock();
  const provider = createScriptedProvider(options);
  const catalogue = createCatalogue();
  const parts: StepParts = {
    catalogue: withTools(catalogue),
    records,
    blobs,
    darkroom,
    provider,
    clock,
    glimpses: createGlimpses(),
    changes: createChanges(createOwnSignals()),
    random: () => 0.5,
    runTimes: createRunTimes(),
    thumbnails: createThumbnails({ blobs, darkroom }),
  };
  const predictions = createPredictions({
    ...{ ...parts, catalogue, local: provider, prompts: createPrompts(parts), deadlineMs: 600_000 },
    wake: () => undefined,
  });
  await records.projects.create({
    id: benchProject,
    name: "bench",
    currentEditId: null,
    createdAtMs: 0,
    updatedAtMs: 0,
    madeBy: null,
    isPrivate: false,
  });

  async function row(id: string): Promise<PredictionRecord> {
    const found = await records.predictions.get(id);
    if (!found) throw new Error(`No prediction ${id}`);
    return found;
  }

  return {
    parts,
    records,
    clock,
    provider,
    predictions,
    row,
    /** A text to image run, committed as intent. */
    async start(idempotencyKey: string | null = null) {
      const model = "black-forest-labs/flux-schnell";
      const request = {
        projectId: benchProject,
        parentEditId: null,
        model,
        inputs: { prompt: "a boat" },
        via: "studio",
        personId: null,
        idempotencyKey,
      } as const;
      const { prediction } = await predictions.start(request);
      return prediction.id;
    },
    /** Moves on everything that is due now. */
    async move(id: string): Promise<PredictionRecord> {
      return advance(parts, await row(id), new AbortController().signal);
    },
    /** Lets the time come at which the row is due, and moves it on. */
    async moveWhenDue(id: string): Promise<PredictionRecord> {
      const { nextAtMs } = await row(id);
      clock.advance(Math.max(0, nextAtMs - clock.now()));
      return advance(parts, await row(id), new AbortController().signal);
    },
    async close() {
      await darkroom.close();
      await records.close();
      // A copy that nobody waits for may still be put away.
      await rm(dataFolder, { recursive: true, force: true, maxRetries: 10 });
    },
  };
}

export type PredictionBench = Awaited<ReturnType<typeof openPredictionBench>>;
