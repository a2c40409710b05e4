/** Chooses the parts by the settings and joins them: the only place that knows every driver. The door opens it once a process; tests open their own. */
import { randomUUID } from "node:crypto";
import path from "node:path";
import { apiProjectId } from "#lib/ids.ts";
import { createCatalogue, withTools } from "#lib/models/catalogue.ts";
import { maxUploadBytes, type ProviderName } from "#lib/wire.ts";
import { systemClock } from "./clock.ts";
import type { Config } from "./config.ts";
import { openDarkroom } from "./darkroom/pool.ts";
import { createFacade } from "./facade/facade.ts";
import type { House } from "./house.ts";
import { loadModelsOnDisk } from "./models-on-disk.ts";
import { createOutbound } from "./outbound/outbound.ts";
import { createChanges } from "./predictions/changes.ts";
import { createPredictions } from "./predictions/create-predictions.ts";
import { createPrompts } from "./predictions/create-prompts.ts";
import { createRunTimes } from "./predictions/run-times.ts";
import { advance } from "./predictions/steps/advance.ts";
import type { StepParts } from "./predictions/steps/step.ts";
import { startWatcher } from "./predictions/watcher.ts";
import { createBlends } from "./projects/create-blends.ts";
import { createDownloads } from "./projects/create-downloads.ts";
import { createPictures } from "./projects/create-pictures.ts";
import { createProjects } from "./projects/create-projects.ts";
import { absentProvider } from "./providers/absent.ts";
import { createLocalProvider } from "./providers/local.ts";
import type { Provider } from "./providers/provider.ts";
import { createReplicateProvider } from "./providers/replicate.ts";
import { enterDataFolder } from "./running.ts";
import { createSharing } from "./sharing/create-sharing.ts";
import { openFolderBlobs } from "./storage/folder-blobs.ts";
import { openRecords } from "./storage/open-records.ts";
import { sweepStrays } from "./storage/sweep-strays.ts";

/** Predictions looked after at the same time in this process; most of them only wait for an answer. */
const maxAtOnce = 16;
const predictionsOnAPage = 100;

export async function buildHouse(config: Config): Promise<House> {
  const presence = await enterDataFolder(config.dataFolder);
  const catalogue = createCatalogue(await loadModelsOnDisk(config.dataFolder));
  const records = await openRecords({ databaseUrl: config.databaseUrl, dataFolder: config.dataFolder });
  const blobs = await openFolderBlobs(path.join(config.dataFolder, "blobs"));
  await blobs.sweep();
  await sweepStrays({ blobs, records, nowMs: systemClock.now(), isAlone: presence.isAlone && config.databaseUrl === null });

  const darkroom = openDarkroom();
  const outbound = createOutbound({ trustedOrigins: config.replicate ? [new URL(config.replicate.baseUrl).origin] : [] });
  const local = createLocalProvider({ darkroom, scratchFolder: path.join(config.dataFolder, "engine") });
  const replicate = config.replicate ? createReplicateProvider({ ...config.replicate, outbound }) : null;
  const providers: Record<ProviderName, Provider> = { local, replicate: replicate ?? absentProvider("replicate") };
  const provider: Provider = replicate ?? local;

  const clock = systemClock;
  const changes = createChanges();
  const stepParts: Omit<StepParts, "provider"> = {
    ...{ records, blobs, darkroom, clock, changes },
    catalogue: withTools(catalogue),
    random: Math.random,
    runTimes: createRunTimes(),
  };
  const watcher = startWatcher({
    records,
    clock,
    owner: randomUUID(),
    maxAtOnce,
    advance: (row, signal) => advance({ ...stepParts, provider: providers[row.provider] }, row, signal),
  });

  const pictures = createPictures({ records, blobs, darkroom, clock });
  const prompts = createPrompts({ records, clock });
  const predictions = createPredictions({
    prompts,
    catalogue,
    records,
    blobs,
    darkroom,
    provider,
    local,
    clock,
    changes,
    deadlineMs: config.predictionDeadlineMs,
    wake: watcher.wake,
  });
  const predictionsOf = async (projectId: string) => (await predictions.list({ projectId, limit: predictionsOnAPage })).items;
  const projects = createProjects({ records, clock, predictionsOf });
  const nowMs = clock.now();
  await records.projects.ensure({ id: apiProjectId, name: "API", currentEditId: null, createdAtMs: nowMs, updatedAtMs: nowMs });

  const providerState = () => ({ name: provider.name, host: provider.host, available: replicate?.available ?? true });

  return {
    config,
    catalogue,
    pictures,
    blends: createBlends({ records, blobs, darkroom, clock }),
    downloads: createDownloads({ records, blobs, darkroom, clock }),
    projects,
    predictions,
    prompts,
    sharing: createSharing({ records, clock }),
    facade: createFacade({ catalogue, pictures, predictions, outbound }),
    providerState,
    checkProvider: async (signal) => ({ result: await provider.check(signal) }),
    settingsFacts: async () => ({
      provider: providerState(),
      database: config.databaseUrl === null ? "sqlite" : "postgres",
      predictionDeadlineMs: config.predictionDeadlineMs,
      maxUploadBytes,
      pictures: await records.pictures.total(),
    }),
    async close() {
      await watcher.stop();
      await Promise.all([local.close(), replicate?.close()]);
      await darkroom.close();
      await outbound.close();
      await records.close();
      await presence.leave();
    },
  };
}
