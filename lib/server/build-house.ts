/** Chooses the parts by the settings and joins them: the only place that knows every driver. The door opens it once a process; tests open their own. */
import { randomUUID } from "node:crypto";
import path from "node:path";
import { createCatalogue, withTools } from "#lib/models/catalogue.ts";
import { maxUploadBytes, type ProviderName } from "#lib/wire.ts";
import { createCallAddresses } from "./call-addresses.ts";
import { systemClock } from "./clock.ts";
import type { Config } from "./config.ts";
import { openDarkroom } from "./darkroom/pool.ts";
import { createFacade } from "./facade/facade.ts";
import { createHealth } from "./health.ts";
import type { House } from "./house.ts";
import { createLedger } from "./ledger/create-ledger.ts";
import { log } from "./log.ts";
import { loadModelsOnDisk } from "./models-on-disk.ts";
import { openBlobs } from "./open-blobs.ts";
import { createOutbound } from "./outbound/outbound.ts";
import { createPeople } from "./people/create-people.ts";
import { createSight } from "./people/create-sight.ts";
import { createSignOn } from "./people/create-sign-on.ts";
import { settleSetUpCode } from "./people/settle-set-up-code.ts";
import { createChanges } from "./predictions/changes.ts";
import { createGatewayCalls } from "./predictions/create-gateway-calls.ts";
import { createPredictions } from "./predictions/create-predictions.ts";
import { createPrompts } from "./predictions/create-prompts.ts";
import { createGlimpses } from "./predictions/glimpses.ts";
import { createRunTimes } from "./predictions/run-times.ts";
import { advance } from "./predictions/steps/advance.ts";
import type { StepParts } from "./predictions/steps/step.ts";
import { startWatcher } from "./predictions/watcher.ts";
import { createBlends } from "./projects/create-blends.ts";
import { createDownloads } from "./projects/create-downloads.ts";
import { createPictures } from "./projects/create-pictures.ts";
import { createProjects } from "./projects/create-projects.ts";
import { createThumbnails } from "./projects/thumbnails.ts";
import { absentProvider } from "./providers/absent.ts";
import { createLocalProvider } from "./providers/local.ts";
import type { Provider } from "./providers/provider.ts";
import { createReplicateProvider } from "./providers/replicate.ts";
import { advanceReplay } from "./replays/advance-replay.ts";
import { createReplays } from "./replays/create-replays.ts";
import { enterDataFolder } from "./running.ts";
import { openSharedClock } from "./shared-clock.ts";
import { createNotes } from "./sharing/create-notes.ts";
import { createSharing } from "./sharing/create-sharing.ts";
import { openRates } from "./storage/open-rates.ts";
import { openRecords } from "./storage/open-records.ts";
import { openSignals } from "./storage/open-signals.ts";
import type { PredictionRecord } from "./storage/records.ts";
import { sweepStrays } from "./storage/sweep-strays.ts";
import { setTracer, type Tracer } from "./tracing.ts";

/** Predictions looked after at the same time in this process; most of them only wait for an answer. */
const maxAtOnce = 16;
const predictionsOnAPage = 100;
/** Whoever asked for the end does not wait longer than ten seconds. */
const endPatienceMs = 8000;

export async function buildHouse(config: Config): Promise<House> {
  log.level = config.logLevel;
  const owner = randomUUID();
  const tracer = await openTracer(config, owner);
  const presence = await enterDataFolder(config.dataFolder);
  const catalogue = createCatalogue(await loadModelsOnDisk(config.dataFolder));
  const records = await openRecords({ databaseUrl: config.databaseUrl, dataFolder: config.dataFolder });
  const setUpCode = await settleSetUpCode(records, config);
  const rates = openRates(config.databaseUrl);
  const blobs = await openBlobs(config);
  await blobs.sweep();
  // A bucket is shared and large: what is left over there is found by `npm run verify`, not at every start.
  if (config.blobs === null)
    await sweepStrays({ blobs, records, nowMs: systemClock.now(), isAlone: presence.isAlone && config.databaseUrl === null });

  const darkroom = openDarkroom();
  const outbound = createOutbound({ trustedOrigins: config.replicate ? [new URL(config.replicate.baseUrl).origin] : [] });
  const local = createLocalProvider({ darkroom, scratchFolder: path.join(config.dataFolder, "engine") });
  const addresses =
    config.replicate && config.calledAt ? createCallAddresses({ secret: config.replicate.token, origin: config.calledAt.origin }) : null;
  const replicate = config.replicate
    ? createReplicateProvider({ ...config.replicate, outbound, callAddressOf: addresses?.of ?? null })
    : null;
  const providers: Record<ProviderName, Provider> = { local, replicate: replicate ?? absentProvider("replicate") };
  const provider: Provider = replicate ?? local;

  const clock = await openSharedClock(systemClock, records.timeMs);
  const signals = await openSignals(config.databaseUrl);
  const changes = createChanges(signals);
  const glimpses = createGlimpses();
  const thumbnails = createThumbnails({ blobs, darkroom });
  const stepParts: Omit<StepParts, "provider"> = {
    ...{ records, blobs, darkroom, clock, changes, thumbnails, glimpses },
    catalogue: withTools(catalogue),
    random: Math.random,
    runTimes: createRunTimes(),
  };
  const isWatching = config.role !== "web";
  const watcher = isWatching
    ? startWatcher({
        ...{ rows: records.predictions, clock, owner, maxAtOnce },
        advance: (row, signal) => advance({ ...stepParts, provider: providers[row.provider] }, row, signal),
        // On one machine nobody else could take it, and a dead process's run goes on sooner.
        staysHere: (row) => config.databaseUrl !== null && isUnderWayHere(row),
      })
    : null;
  const wake = () => signals.send({ kind: "due" });

  const pictures = createPictures({ records, blobs, darkroom, clock, thumbnails });
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
    glimpses,
    deadlineMs: config.predictionDeadlineMs,
    wake,
  });
  const predictionsOf = async (projectId: string) => (await predictions.list({ projectId, limit: predictionsOnAPage })).items;
  const projects = createProjects({ records, clock, predictionsOf });
  const blends = createBlends({ records, blobs, darkroom, clock });
  const replayParts = { records, blobs, darkroom, clock, predictions, blends, catalogue };
  const replayWatcher = isWatching
    ? startWatcher({
        ...{ rows: records.replays, clock, owner, maxAtOnce, staysHere: () => false },
        advance: (row, signal) => advanceReplay(replayParts, row, signal),
      })
    : null;
  signals.listen(({ kind }) => {
    if (kind === "changed") return;
    watcher?.wake();
    replayWatcher?.wake();
  });
  await projects.ensureApi(null);

  const asksWho = config.auth === "people";
  const sight = createSight(records, { asksWho });
  const calls = createGatewayCalls({ records, rates, signals, clock, addresses });
  const health = createHealth({ records, blobs, clock, role: config.role });
  const providerState = () => ({ name: provider.name, host: provider.host, available: replicate?.available ?? true });

  log.info({ role: config.role, provider: provider.name }, "started");
  return {
    config,
    catalogue,
    pictures,
    blends,
    replays: createReplays({ ...replayParts, provider, wake }),
    downloads: createDownloads({ records, blobs, darkroom, clock }),
    projects,
    predictions,
    calls,
    prompts,
    sharing: createSharing({ records, clock }),
    people: createPeople(
      { records, clock, rates, mostGuesses: config.mostGuesses },
      {
        ...{ asksWho, setUpCode, newcomers: config.signOn?.newcomers ?? null, sessions: config.sessions },
        studio: config.publicUrl?.hostname ?? "Pentimento",
      },
    ),
    signOn: asksWho && config.signOn ? createSignOn(config.signOn) : null,
    sight,
    ledger: createLedger({ records, clock }),
    rates,
    notes: createNotes({ records, clock }),
    facade: createFacade({ catalogue, pictures, predictions, projects, sight, outbound }),
    health,
    providerState,
    checkProvider: async (signal) => ({ result: await provider.check(signal) }),
    settingsFacts: async () => ({
      provider: providerState(),
      calls: calls.state(),
      database: config.databaseUrl === null ? "sqlite" : "postgres",
      predictionDeadlineMs: config.predictionDeadlineMs,
      maxUploadBytes,
      pictures: await records.pictures.total(),
    }),
    async close() {
      health.end();
      log.info("ending");
      const ending = (async () => {
        await Promise.all([watcher?.stop(), replayWatcher?.stop()]);
        const told = tracer?.close();
        await Promise.all([local.close(), replicate?.close()]);
        await darkroom.close();
        await outbound.close();
        await blobs.close();
        await signals.close();
        await rates.close();
        clock.stop();
        await records.close();
        await told;
      })();
      // What does not end in time is ended with the process; its leases run out by themselves.
      const ended = new AbortController();
      await Promise.race([ending.finally(() => ended.abort()), clock.sleep(endPatienceMs, ended.signal).catch(() => undefined)]);
      await presence.leave();
    },
  };
}

/** What tells a collector is only loaded where there is one. */
async function openTracer({ traces, role }: Config, instance: string): Promise<Tracer | null> {
  if (traces === null) return null;
  const { openTracer: open } = await import("./telemetry/open-tracer.ts");
  const tracer = open({ endpoint: traces, role, instance });
  setTracer(tracer);
  return tracer;
}

/** A run of the local engine is known to the process that began it and to no other. */
function isUnderWayHere({ provider, status }: PredictionRecord): boolean {
  return provider === "local" && (status === "accepted" || status === "running" || status === "fetching");
}
