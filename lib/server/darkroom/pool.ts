/** The darkroom as the server holds it: a lane for pictures, which people wait for, and one for the engine, which may take its time. */
import type { Darkroom } from "./darkroom.ts";
import { Lane, type LaneLimits } from "./lane.ts";

export interface DarkroomLimits {
  readonly pictures?: Partial<LaneLimits>;
  readonly engine?: Partial<LaneLimits>;
}

const gigabyte = 1024 ** 3;

export function openDarkroom(limits: DarkroomLimits = {}): Darkroom & { readonly pids: () => readonly (number | undefined)[] } {
  const pictures = new Lane({
    memoryBytes: 1.2 * gigabyte,
    jobTimeoutMs: 30_000,
    maxWaiting: 64,
    overLimit: "picture_too_demanding",
    ...limits.pictures,
  });
  const engine = new Lane({
    memoryBytes: 2 * gigabyte,
    jobTimeoutMs: 300_000,
    maxWaiting: 256,
    overLimit: "engine_failed",
    ...limits.engine,
  });
  return {
    ingest: (request, options) => pictures.run("ingest", request, options),
    fit: (request, options) => pictures.run("fit", request, options),
    maskFacts: (path, options) => pictures.run("maskFacts", path, options),
    thumbnail: (request, options) => pictures.run("thumbnail", request, options),
    develop: (request, options) => engine.run("develop", request, options),
    pids: () => [pictures.pid, engine.pid],
    async close() {
      await Promise.all([pictures.close(), engine.close()]);
    },
  };
}
