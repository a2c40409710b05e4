/** One child process and the job it has: started, fed, watched over, and killed when it takes too much or nobody wants the result. */
import { fork } from "node:child_process";
import path from "node:path";
import { AppError } from "#lib/errors.ts";
import type { JobOptions } from "./darkroom.ts";
import { describeDeath, type LaneName, overMemory, overTime, WorkerLost } from "./endings.ts";
import { type JobKind, type Jobs, readResult } from "./jobs.ts";
import { residentBytes } from "./memory.ts";
import { type Answer, type Order, readAnswer, unpackError } from "./messages.ts";

export interface WorkerLimits {
  readonly lane: LaneName;
  readonly jobTimeoutMs: number;
  readonly memoryLimitBytes: number;
}

export interface Job<Kind extends JobKind = JobKind> {
  readonly kind: Kind;
  readonly request: Jobs[Kind]["request"];
  readonly options: JobOptions;
}

export interface WorkerProcess {
  /** Undefined where it could not be started. */
  readonly pid: number | undefined;
  /** Only one at a time. Rejects with the signal's reason, an AppError, or WorkerLost when something outside ended the process. */
  run<Kind extends JobKind>(job: Job<Kind>): Promise<Jobs[Kind]["result"]>;
  isOver(): boolean;
  /** Resolves when it is gone; a job it still had is rejected with the reason. */
  end(reason: AppError): Promise<void>;
}

interface Running {
  readonly id: number;
  readonly take: (answer: Answer) => void;
  readonly fail: (error: unknown) => void;
}

const memorySampleMs = 50;
const keptComplaint = 2000;

export function startWorker(limits: WorkerLimits): WorkerProcess {
  const { memoryLimitBytes, jobTimeoutMs, lane } = limits;
  // No settings and no key reach the process that opens strangers' files. Few arenas, and pixels outside of them: what is freed
  // goes back to the system, and what a job has done with is freed at once (`letGoOfPixels`).
  const child = fork(path.join(/* turbopackIgnore: true */ process.cwd(), "lib/server/darkroom/worker.ts"), [String(memoryLimitBytes)], {
    env: { MALLOC_ARENA_MAX: "2", MALLOC_MMAP_THRESHOLD_: String(256 * 1024) } as unknown as NodeJS.ProcessEnv,
    execArgv: ["--expose-gc"],
    stdio: ["ignore", "ignore", "pipe", "ipc"],
  });
  let running: Running | null = null;
  let killedBecause: { readonly reason: unknown } | null = null;
  let isOver = false;
  let complaint = "";
  let lastId = 0;

  const gone = new Promise<void>((resolve) => {
    const finish = (death: () => unknown) => {
      if (isOver) return;
      isOver = true;
      running?.fail(killedBecause ? killedBecause.reason : death());
      resolve();
    };
    child.once("exit", (code, signal) => finish(() => describeDeath({ lane, code, signal, complaint })));
    // Raised when it could not be started at all, or when an order did not reach it.
    child.on("error", (cause) => {
      child.kill("SIGKILL");
      finish(() => new WorkerLost("The picture process could not be reached", { cause }));
    });
  });
  child.stderr?.on("data", (piece) => {
    complaint = (complaint + String(piece)).slice(-keptComplaint);
  });
  child.on("message", (message) => {
    const answer = readAnswer(message);
    if (!answer) return kill(new AppError("internal", "Expected an answer of the picture process but received something else"));
    if (answer.id === running?.id) running.take(answer);
  });
  setReferenced(false);

  function kill(reason: unknown): void {
    killedBecause ??= { reason };
    child.kill("SIGKILL");
  }

  /** An idle process keeps nobody from ending. */
  function setReferenced(isNeeded: boolean): void {
    const stderr = child.stderr as (typeof child.stderr & { ref?(): void; unref?(): void }) | null;
    for (const handle of [child, child.channel, stderr]) {
      if (isNeeded) handle?.ref?.();
      else handle?.unref?.();
    }
  }

  function watchMemory(): () => void {
    let isWatching = true;
    const look = async () => {
      const bytes = child.pid === undefined ? null : await residentBytes(child.pid);
      if (isWatching && bytes !== null && bytes > memoryLimitBytes) kill(overMemory(memoryLimitBytes));
    };
    const timer = setInterval(look, memorySampleMs);
    void look();
    return () => {
      isWatching = false;
      clearInterval(timer);
    };
  }

  /** What a job leaves behind stays with the process: a swollen one is replaced before it starves the next. */
  async function retireIfSwollen(): Promise<void> {
    const bytes = child.pid === undefined ? null : await residentBytes(child.pid);
    if (bytes !== null && bytes > memoryLimitBytes / 2) kill(new AppError("internal", "A swollen process was replaced"));
  }

  async function end(reason: AppError): Promise<void> {
    if (!isOver) setReferenced(true);
    kill(reason);
    await gone;
  }

  return {
    pid: child.pid,
    isOver: () => isOver || killedBecause !== null || !child.connected,
    end,
    async run({ kind, request, options: { signal, onLog, onWrote } }) {
      signal?.throwIfAborted();
      setReferenced(true);
      const stopWatching = watchMemory();
      const timer = setTimeout(() => kill(overTime(lane, jobTimeoutMs)), jobTimeoutMs);
      const abort = () => kill(signal?.reason);
      signal?.addEventListener("abort", abort, { once: true });
      try {
        const answered = await new Promise<unknown>((resolve, reject) => {
          lastId += 1;
          running = { id: lastId, fail: reject, take };
          child.send({ id: lastId, kind, request } satisfies Order);

          function take(answer: Answer): void {
            if (answer.type === "log") onLog?.(answer.line);
            else if (answer.type === "wrote") onWrote?.(answer.bytes);
            else if (answer.type === "done") resolve(answer.result);
            else reject(unpackError(answer.error));
          }
        });
        const read = readResult[kind](answered);
        if (read) return read.result;
        const strange = new AppError("internal", `Expected the result of a ${kind} job but received something else`);
        await end(strange);
        throw strange;
      } finally {
        running = null;
        clearTimeout(timer);
        stopWatching();
        signal?.removeEventListener("abort", abort);
        await retireIfSwollen();
        setReferenced(false);
      }
    },
  };
}
