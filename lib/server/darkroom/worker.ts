/** The program of a process of the darkroom: one job at a time, and gone with the server that started it. */
import type { JobHandlers, JobHooks, JobKind } from "./jobs.ts";
import { letGoOfPixels, overMemoryExitCode } from "./memory.ts";
import { type Answer, packError, readOrder } from "./messages.ts";

// Loaded with the first job of its kind: the process that takes pictures in needs no engine.
const handlers: JobHandlers = {
  ingest: async (request) => (await import("./ingest.ts")).ingest(request),
  fit: async (request) => (await import("./fit.ts")).fit(request),
  maskFacts: async (request) => (await import("./mask-facts.ts")).maskFacts(request),
  cut: async (request) => (await import("./framing/cut.ts")).cut(request),
  paste: async (request) => (await import("./framing/paste.ts")).paste(request),
  merge: async (request) => (await import("./merging/merge.ts")).merge(request),
  trim: async (request) => (await import("./framing/trim.ts")).trim(request),
  thumbnail: async (request) => (await import("./thumbnail.ts")).thumbnail(request),
  blend: async (request) => (await import("./framing/blend.ts")).blend(request),
  exportPicture: async (request) => (await import("./export/export-picture.ts")).exportPicture(request),
  writePsd: async (request, hooks) => (await import("./export/write-psd.ts")).writePsd(request, hooks),
  develop: async (request, hooks) => (await import("./develop.ts")).develop(request, hooks),
};

// A terminal's Ctrl-C reaches the whole group; the server decides when its jobs end.
process.on("SIGINT", () => undefined);
process.on("SIGTERM", () => undefined);
// Not exit(): that would wait for the decoder's threads.
process.on("disconnect", () => process.kill(process.pid, "SIGKILL"));

process.on("message", (message) => {
  const order = readOrder(message);
  if (!order) throw new Error("Expected an order from the server but received something else");
  const { id, kind, request } = order;
  const hooks: JobHooks = {
    log: (line) => send({ type: "log", id, line }),
    wrote: (bytes) => send({ type: "wrote", id, bytes }),
  };
  run(kind, request, hooks)
    .then(
      (result) => send({ type: "done", id, result }),
      (error) => send({ type: "failed", id, error: packError(error, kind === "develop" ? "engine_failed" : "internal") }),
    )
    .finally(letGoOfPixels);
});

watchOwnMemory(Number(process.argv[2]));

/** The request was written by the same house in the same version; its shape is the kind's. */
async function run(kind: JobKind, request: unknown, hooks: JobHooks): Promise<unknown> {
  const handler = handlers[kind] as (request: unknown, hooks: JobHooks) => Promise<unknown>;
  return handler(request, hooks);
}

function send(answer: Answer): void {
  if (process.connected) process.send?.(answer);
}

/** Where the server cannot look at our memory from outside. */
function watchOwnMemory(limitBytes: number): void {
  if (process.platform === "linux" || !(limitBytes > 0)) return;
  setInterval(() => {
    if (process.memoryUsage.rss() > limitBytes) process.exit(overMemoryExitCode);
  }, 50).unref();
}
