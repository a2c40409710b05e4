/** A queue before one or a few processes: first come, first served, one job each; it says "busy" before it grows without end. */
import { AppError } from "#lib/errors.ts";
import { trace } from "#lib/server/tracing.ts";
import type { JobOptions } from "./darkroom.ts";
import { WorkerLost } from "./endings.ts";
import type { JobKind, Jobs } from "./jobs.ts";
import { type Job, startWorker, type WorkerLimits, type WorkerProcess } from "./worker-process.ts";

export interface LaneOptions extends WorkerLimits {
  readonly processes: number;
  readonly maxWaiting: number;
  /** What to tell somebody who finds the queue full. */
  readonly retryAfterMs: number;
}

export interface Lane {
  run<Kind extends JobKind>(kind: Kind, request: Jobs[Kind]["request"], options?: JobOptions): Promise<Jobs[Kind]["result"]>;
  /** The processes that live right now. */
  pids(): readonly number[];
  close(): Promise<void>;
}

/** Somebody in the queue: `admit` gives them a place in front of a process. */
interface Waiting {
  readonly admit: () => void;
  readonly refuse: (reason: unknown) => void;
}

export function createLane(options: LaneOptions): Lane {
  const waiting: Waiting[] = [];
  const processes = new Set<WorkerProcess>();
  const idle: WorkerProcess[] = [];
  let atWork = 0;
  let isClosed = false;

  const closing = () => new AppError("busy", "The pictures' processes are being closed", { retryAfterMs: options.retryAfterMs });

  async function enter(signal: AbortSignal | undefined): Promise<void> {
    signal?.throwIfAborted();
    if (isClosed) throw closing();
    if (atWork < options.processes) {
      atWork += 1;
      return;
    }
    if (waiting.length >= options.maxWaiting) {
      const { retryAfterMs } = options;
      throw new AppError("busy", `Expected room in the queue but ${waiting.length} jobs are waiting already`, { retryAfterMs });
    }
    await new Promise<void>((admit, refuse) => {
      const place: Waiting = { admit: () => settle(admit), refuse: (reason) => settle(() => refuse(reason)) };
      const leave = () => {
        waiting.splice(waiting.indexOf(place), 1);
        refuse(signal?.reason);
      };
      const settle = (done: () => void) => {
        signal?.removeEventListener("abort", leave);
        done();
      };
      signal?.addEventListener("abort", leave, { once: true });
      waiting.push(place);
    });
  }

  /** The place goes straight to the next in line. */
  function leave(): void {
    const next = waiting.shift();
    if (next) next.admit();
    else atWork -= 1;
  }

  async function runOnce<Kind extends JobKind>(job: Job<Kind>): Promise<Jobs[Kind]["result"]> {
    if (isClosed) throw closing();
    const worker = takeWorker();
    try {
      return await worker.run(job);
    } finally {
      if (worker.isOver()) processes.delete(worker);
      else idle.push(worker);
    }
  }

  function takeWorker(): WorkerProcess {
    for (let worker = idle.pop(); worker; worker = idle.pop()) {
      if (!worker.isOver()) return worker;
      processes.delete(worker);
    }
    const worker = startWorker(options);
    processes.add(worker);
    return worker;
  }

  return {
    run(kind, request, jobOptions = {}) {
      return trace({ kind: "darkroom job", name: kind }, async (span) => {
        const cameMs = performance.now();
        await enter(jobOptions.signal);
        span.tell({ "pentimento.waited_ms": Math.round(performance.now() - cameMs) });
        const job = { kind, request, options: jobOptions };
        try {
          return await runOnce(job).catch((error) => {
            if (error instanceof WorkerLost) return runOnce(job);
            throw error;
          });
        } finally {
          leave();
        }
      });
    },
    pids: () => Array.from(processes, ({ pid }) => pid).filter((pid) => pid !== undefined),
    async close() {
      isClosed = true;
      for (const place of waiting.splice(0)) place.refuse(closing());
      await Promise.all(Array.from(processes, (worker) => worker.end(closing())));
    },
  };
}
