/**
 * Opens the darkroom: one lane for pictures, so that nobody waits for a model to see a thumbnail, one for the local engine,
 * and one that lays results in, which takes longer and must not fail for want of patience: its results have been paid for.
 */
import type { Darkroom } from "./darkroom.ts";
import { createLane } from "./lane.ts";

export interface DarkroomOptions {
  /** Processes that take in, fit and shrink pictures. */
  readonly workers?: number;
  /** Of one process; what needs more is refused. */
  readonly memoryLimitBytes?: number;
  readonly jobTimeoutMs?: number;
  /** Jobs that may wait in each lane before the next one hears "busy". */
  readonly maxWaiting?: number;
}

export interface Pool extends Darkroom {
  /** The processes that live right now, for those who watch over the machine. */
  pids(): readonly number[];
}

const megabyte = 1_000_000;

export function openDarkroom({ workers = 1, memoryLimitBytes, jobTimeoutMs, maxWaiting = 64 }: DarkroomOptions = {}): Pool {
  const pictures = createLane({
    lane: "pictures",
    processes: workers,
    memoryLimitBytes: memoryLimitBytes ?? 1200 * megabyte,
    jobTimeoutMs: jobTimeoutMs ?? 30_000,
    maxWaiting,
    retryAfterMs: 2000,
  });
  const engine = createLane({
    lane: "engine",
    processes: 1,
    memoryLimitBytes: memoryLimitBytes ?? 2000 * megabyte,
    jobTimeoutMs: jobTimeoutMs ?? 300_000,
    maxWaiting,
    retryAfterMs: 10_000,
  });

  const framing = createLane({
    lane: "pictures",
    processes: 1,
    memoryLimitBytes: memoryLimitBytes ?? 1400 * megabyte,
    jobTimeoutMs: jobTimeoutMs ?? 180_000,
    maxWaiting,
    retryAfterMs: 5000,
  });

  return {
    ingest: (request, options) => pictures.run("ingest", request, options),
    fit: (request, options) => pictures.run("fit", request, options),
    maskFacts: (path, options) => pictures.run("maskFacts", { path }, options),
    cut: (request, options) => pictures.run("cut", request, options),
    paste: (request, options) => framing.run("paste", request, options),
    merge: (request, options) => framing.run("merge", request, options),
    trim: (request, options) => framing.run("trim", request, options),
    async thumbnail(request, options) {
      await pictures.run("thumbnail", request, options);
    },
    blend: (request, options) => pictures.run("blend", request, options),
    // Minutes of work for a large AVIF: nobody shall wait that long for a thumbnail.
    exportPicture: (request, options) => (request.format === "avif" ? engine : pictures).run("exportPicture", request, options),
    async writePsd(request, options) {
      await framing.run("writePsd", request, options);
    },
    develop: (request, options) => engine.run("develop", request, options),
    pids: () => [...pictures.pids(), ...framing.pids(), ...engine.pids()],
    async close() {
      await Promise.all([pictures.close(), framing.close(), engine.close()]);
    },
  };
}
