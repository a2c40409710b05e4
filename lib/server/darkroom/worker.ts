/** A darkroom process: does one job at a time and ends when nobody is left to do it for. */
import type { JobMessage, JobName, Jobs, ReplyMessage } from "./jobs.ts";
import { toCrossed } from "./jobs.ts";

type Job<Name extends JobName> = (request: Jobs[Name]["request"], log: (line: string) => void) => Promise<Jobs[Name]["result"]>;

/** Loaded when first needed: a process that only makes thumbnails never loads the engine. */
const jobs: { readonly [Name in JobName]: Job<Name> } = {
  ingest: async (request) => (await import("./ingest.ts")).ingest(request),
  fit: async (request) => (await import("./fit.ts")).fit(request),
  maskFacts: async (request) => (await import("./mask-facts.ts")).maskFacts(request),
  thumbnail: async (request) => (await import("./thumbnail.ts")).thumbnail(request).then(() => undefined),
  develop: async (request, log) => (await import("./develop.ts")).develop(request, log),
};

function reply(message: ReplyMessage): void {
  process.send?.(message);
}

async function work({ id, name, request }: JobMessage): Promise<void> {
  const job = jobs[name] as (request: unknown, log: (line: string) => void) => Promise<unknown>;
  try {
    const result = await job(request, (line) => reply({ id, kind: "log", line }));
    reply({ id, kind: "done", result });
  } catch (error) {
    reply({ id, kind: "failed", error: toCrossed(error, name === "develop" ? "engine_failed" : "picture_unreadable") });
  }
}

process.on("message", (message) => void work(message as JobMessage));
process.on("disconnect", () => process.exit(0));
