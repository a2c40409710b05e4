/** Why a process of the darkroom ended before its job did, told as an error somebody can act on. */
import { AppError } from "#lib/errors.ts";
import { log } from "#lib/server/log.ts";
import { overMemoryExitCode } from "./memory.ts";

export type LaneName = "pictures" | "engine";

/** The process was ended by something that has nothing to do with its job, which may be given to another one. */
export class WorkerLost extends AppError {
  override readonly name = "WorkerLost";

  constructor(message: string, options: { readonly cause?: unknown } = {}) {
    super("internal", message, options);
  }
}

interface Death {
  readonly lane: LaneName;
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly complaint: string;
}

const crashes: readonly (NodeJS.Signals | null)[] = ["SIGSEGV", "SIGABRT", "SIGBUS", "SIGILL", "SIGFPE", "SIGTRAP", "SIGSYS"];

export function describeDeath({ lane, code, signal, complaint }: Death): AppError {
  const cause = new Error(`exit code ${code}, signal ${signal}${complaint === "" ? "" : `: ${complaint}`}`);
  if (code === overMemoryExitCode) return overMemory(null, cause);
  log.error({ lane, code, signal, complaint }, "darkroom-process-died");
  // Ended by a person or by a system short of memory; a crash of its own comes back with every try.
  if (signal !== null && !crashes.includes(signal)) return new WorkerLost("The picture process was ended from outside", { cause });
  if (lane === "engine") return new AppError("engine_failed", "The local engine crashed on this task", { cause });
  return new AppError("picture_unreadable", "Expected a whole picture for the file but reading it crashed the decoder", { cause });
}

export function overMemory(limitBytes: number | null, cause?: Error): AppError {
  const limit = limitBytes === null ? "the memory set aside for it" : `${Math.round(limitBytes / 1_000_000)} MB of memory`;
  return new AppError("picture_too_demanding", `Expected work that fits into ${limit} but it needed more`, { cause });
}

export function overTime(lane: LaneName, limitMs: number): AppError {
  const limit = `${Math.round(limitMs / 1000)} s`;
  if (lane === "engine") return new AppError("engine_failed", `The local engine was stopped after ${limit}`);
  return new AppError("picture_too_demanding", `Expected a picture that can be worked on within ${limit} but it took longer`);
}
