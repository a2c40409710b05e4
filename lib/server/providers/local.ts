/**
 * The provider that answers when no key is set: the engine in the darkroom, on this machine, for nothing. It knows only
 * what this process has begun; after a restart everything is "lost, not started" and simply asked again.
 */
import { createHash } from "node:crypto";
import { constants } from "node:fs";
import { copyFile, mkdir, rm, stat } from "node:fs/promises";
import path from "node:path";
import { AppError } from "#lib/errors.ts";
import type { Darkroom } from "#lib/server/darkroom/darkroom.ts";
import { closeScratch, openScratch } from "./local-scratch.ts";
import { type Ask, type Provider, ProviderError, type Snapshot, type UpstreamState } from "./provider.ts";

interface Parts {
  readonly darkroom: Darkroom;
  /** Pictures and results lie here until they are forgotten. */
  readonly scratchFolder: string;
}

interface Run {
  readonly id: string;
  readonly stop: AbortController;
  state: UpstreamState;
  logs: string;
  error: AppError | null;
  /** Its own folder, and the results in it. */
  folder: string | null;
  files: readonly string[];
  /** Resolves when the lent pictures have been copied. */
  prepared: Promise<void>;
  /** Resolves when nothing works on it any more. */
  settled: Promise<void>;
}

/** Fewer than the darkroom lets wait, so that what has been accepted finds its place there. */
const mostAlive = 32;
/** Runs that failed are only remembered so that they can be looked at. */
const mostRemembered = 1000;
const busyRetryMs = 2000;

export function createLocalProvider({ darkroom, scratchFolder }: Parts): Provider & { close(): Promise<void> } {
  const runs = new Map<string, Run>();
  const scratch = openScratch(scratchFolder);
  // Told to whoever asks; here only so that nobody asking yet is no accident.
  scratch.catch(() => undefined);
  let folderCount = 0;

  async function prepare(run: Run, ask: Ask): Promise<Record<string, string>> {
    folderCount += 1;
    const folder = path.join(await scratch, String(folderCount));
    run.folder = folder;
    await mkdir(folder, { mode: 0o700 });
    const pictures: Record<string, string> = {};
    for (const [index, [field, lent]] of Object.entries(ask.pictures).entries()) {
      const own = path.join(folder, `in-${index}`);
      await copyFile(lent.path, own, constants.COPYFILE_FICLONE);
      pictures[field] = own;
    }
    return pictures;
  }

  async function develop(run: Run, ask: Ask, pictures: Record<string, string>): Promise<void> {
    const { model, inputs, predictionId } = ask;
    const outPrefix = path.join(run.folder ?? "", "out");
    const seed = ask.seed ?? seedFrom(predictionId);
    const onLog = (line: string) => {
      if (run.state === "starting") run.state = "processing";
      run.logs += `${line}\n`;
    };
    try {
      const files = await darkroom.develop({ model, inputs, seed, pictures, outPrefix }, { signal: run.stop.signal, onLog });
      if (run.stop.signal.aborted) return;
      run.files = files;
      run.state = "succeeded";
    } catch (error) {
      if (!run.stop.signal.aborted) fail(run, error);
      await dropFiles(run);
    }
  }

  function fail(run: Run, error: unknown): void {
    const known = error instanceof AppError ? error : new AppError("engine_failed", "The local engine failed", { cause: error });
    // No place in the darkroom is no failure: forgotten here, it is asked again.
    if (known.code === "busy") {
      runs.delete(run.id);
      return;
    }
    run.state = "failed";
    run.error = known;
  }

  function begin(id: string, ask: Ask): Run {
    const stop = new AbortController();
    const settled = Promise.resolve();
    const run: Run = { id, stop, state: "starting", logs: "", error: null, folder: null, files: [], prepared: settled, settled };
    runs.set(id, run);
    const pictures = prepare(run, ask);
    run.prepared = pictures.then(
      () => undefined,
      async (cause) => {
        runs.delete(id);
        await dropFiles(run);
        throw notStarted("internal", "The pictures could not be copied for the local engine", { cause });
      },
    );
    run.settled = pictures.then(
      (copied) => develop(run, ask, copied),
      () => undefined,
    );
    return run;
  }

  function makeRoom(): void {
    const alive = [...runs.values()].filter(({ state }) => state === "starting" || state === "processing");
    if (alive.length >= mostAlive) {
      const message = `Expected room for one more run but ${alive.length} are waiting for the local engine already`;
      throw notStarted("busy", message, { retryAfterMs: busyRetryMs });
    }
    for (const { id, state } of runs.values()) {
      if (runs.size < mostRemembered) break;
      if (state === "failed" || state === "canceled") runs.delete(id);
    }
  }

  async function stop(run: Run): Promise<void> {
    run.stop.abort(new Error("The run was canceled"));
    await run.settled;
    await dropFiles(run);
  }

  return {
    name: "local",
    host: null,
    asksAreFree: true,
    pictureEncoding: { mode: "lossless", keepsAlpha: true },
    // As large as the darkroom can hold while it works; the engine makes a smaller copy for what would take too long.
    mostEditedPixels: 26_000_000,

    async ask(ask, signal) {
      refuseAborted(signal);
      const id = `local-${ask.predictionId}`;
      let run = runs.get(id);
      if (!run) {
        makeRoom();
        run = begin(id, ask);
      }
      await run.prepared;
      return look(run);
    },

    async read(id, signal) {
      refuseAborted(signal);
      const run = runs.get(id);
      if (!run) throw lost();
      return look(run);
    },

    async cancel(id, signal) {
      refuseAborted(signal);
      const run = runs.get(id);
      // What this process does not know does not run.
      if (!run || run.state === "canceled") return "canceled";
      if (run.state === "succeeded" || run.state === "failed") return "already-over";
      run.state = "canceled";
      await stop(run);
      return "canceled";
    },

    async check(signal) {
      refuseAborted(signal);
      return "works";
    },

    recent: async () => null,

    async download(address, file, signal) {
      refuseAborted(signal);
      const [, id = "", index = ""] = /^local:([^/]+)\/(\d+)$/.exec(address) ?? [];
      if (id === "")
        throw new ProviderError("result_refused", "Expected a result of the local engine", { started: "maybe", transient: false });
      const source = runs.get(id)?.files[Number(index)];
      if (source === undefined) throw lost();
      try {
        await copyFile(source, file, constants.COPYFILE_EXCL | constants.COPYFILE_FICLONE);
        return { bytes: (await stat(file)).size };
      } catch (cause) {
        throw new ProviderError("internal", "The result could not be written to disk", { started: "maybe", transient: true, cause });
      }
    },

    async forget(id) {
      const run = runs.get(id);
      if (!run) return;
      runs.delete(id);
      await stop(run);
    },

    async close() {
      await Promise.all(Array.from(runs.values(), stop));
      runs.clear();
      await scratch.then(closeScratch, () => undefined);
    },
  };
}

function look(run: Run): Snapshot {
  const outputs = run.files.map((_, index) => `local:${run.id}/${index}`);
  return { id: run.id, state: run.state, outputs, logs: run.logs, error: run.error, dataRemoved: false, tookMs: null };
}

async function dropFiles(run: Run): Promise<void> {
  run.files = [];
  if (run.folder !== null) await rm(run.folder, { recursive: true, force: true });
}

/** For a model without a seed: the same prediction, asked again, paints the same picture. */
function seedFrom(predictionId: string): number {
  return createHash("sha256").update(predictionId).digest().readUInt32BE(0) >>> 1;
}

function refuseAborted(signal: AbortSignal): void {
  if (signal.aborted) throw notStarted("provider_unavailable", "Given up before the local engine was asked", { cause: signal.reason });
}

function lost(): ProviderError {
  return notStarted("prediction_lost", "The local engine does not know this run: it was started again since");
}

function notStarted(code: AppError["code"], message: string, options: { readonly cause?: unknown; readonly retryAfterMs?: number } = {}) {
  return new ProviderError(code, message, { ...options, started: "no", transient: true });
}
