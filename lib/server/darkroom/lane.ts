/**
 * One darkroom process and the jobs waiting for it, first come, first served. The process starts with the first job, is
 * killed when a job takes too long, too much memory or is called off, and is replaced at the next one.
 */
import { type ChildProcess, fork } from "node:child_process";
import path from "node:path";
import { AppError, type ErrorCode } from "#lib/errors.ts";
import type { JobOptions } from "./darkroom.ts";
import { fromCrossed, type JobName, type Jobs, type ReplyMessage } from "./jobs.ts";
import { residentBytes } from "./memory-of.ts";

export interface LaneLimits {
  readonly memoryBytes: number;
  readonly jobTimeoutMs: number;
  readonly maxWaiting: number;
  /** What exceeding a limit is called: a stranger's picture was too much, or the engine failed. */
  readonly overLimit: ErrorCode;
}

interface Waiting {
  readonly name: JobName;
  readonly request: unknown;
  readonly options: JobOptions;
  readonly resolve: (result: unknown) => void;
  readonly reject: (error: unknown) => void;
}

/** No key of ours is ever where strangers' files are decoded. */
const emptyEnvironment = {} as NodeJS.ProcessEnv;
const sampleMs = 50;
const busyRetryMs = 1000;
const workerFile = path.join(/* turbopackIgnore: true */ process.cwd(), "lib", "server", "darkroom", "worker.ts");

export class Lane {
  readonly #limits: LaneLimits;
  readonly #queue: Waiting[] = [];
  #child: ChildProcess | null = null;
  #isBusy = false;
  #isClosed = false;
  #lastId = 0;

  constructor(limits: LaneLimits) {
    this.#limits = limits;
  }

  /** For tests that end the process from outside. */
  get pid(): number | undefined {
    return this.#child?.pid;
  }

  run<Name extends JobName>(name: Name, request: Jobs[Name]["request"], options: JobOptions = {}): Promise<Jobs[Name]["result"]> {
    return new Promise((resolve, reject) => {
      if (this.#isClosed) return reject(new AppError("busy", "The darkroom is closing", { retryAfterMs: busyRetryMs }));
      if (options.signal?.aborted) return reject(options.signal.reason);
      if (this.#queue.length >= this.#limits.maxWaiting) {
        return reject(new AppError("busy", `The darkroom has ${this.#queue.length} pictures waiting`, { retryAfterMs: busyRetryMs }));
      }
      const waiting: Waiting = { name, request, options, resolve: resolve as (result: unknown) => void, reject };
      options.signal?.addEventListener("abort", () => this.#leaveQueue(waiting), { once: true });
      this.#queue.push(waiting);
      void this.#next();
    });
  }

  async close(): Promise<void> {
    this.#isClosed = true;
    for (const waiting of this.#queue.splice(0))
      waiting.reject(new AppError("busy", "The darkroom is closing", { retryAfterMs: busyRetryMs }));
    this.#end();
  }

  #leaveQueue(waiting: Waiting): void {
    const index = this.#queue.indexOf(waiting);
    if (index < 0) return;
    this.#queue.splice(index, 1);
    waiting.reject(waiting.options.signal?.reason);
  }

  async #next(): Promise<void> {
    if (this.#isBusy) return;
    const waiting = this.#queue.shift();
    if (!waiting) return;
    this.#isBusy = true;
    try {
      waiting.resolve(await this.#work(waiting));
    } catch (error) {
      waiting.reject(error);
    } finally {
      this.#isBusy = false;
      void this.#next();
    }
  }

  #work({ name, request, options }: Waiting): Promise<unknown> {
    const child = this.#ensureChild();
    this.#lastId += 1;
    const id = this.#lastId;
    const cleanUp: (() => void)[] = [];

    return new Promise<unknown>((resolve, reject) => {
      const giveUp = (error: unknown) => {
        this.#end();
        reject(error);
      };
      const over = (what: string) =>
        giveUp(new AppError(this.#limits.overLimit, `Expected work within the limits but it took too much ${what}`));

      const listen = (message: ReplyMessage) => {
        if (message.id !== id) return;
        if (message.kind === "log") options.onLog?.(message.line);
        else if (message.kind === "done") resolve(message.result);
        else reject(fromCrossed(message.error));
      };
      const died = () => {
        if (this.#child === child) this.#child = null;
        reject(new AppError(this.#limits.overLimit, "The work on this picture ended without an answer"));
      };
      const abort = () => giveUp(options.signal?.reason);
      const timeout = setTimeout(() => over("time"), this.#limits.jobTimeoutMs);
      const sampling = setInterval(async () => {
        const bytes = child.pid === undefined ? null : await residentBytes(child.pid);
        if (bytes !== null && bytes > this.#limits.memoryBytes) over("memory");
      }, sampleMs);

      child.on("message", listen).once("exit", died);
      options.signal?.addEventListener("abort", abort, { once: true });
      cleanUp.push(
        () => clearTimeout(timeout),
        () => clearInterval(sampling),
        () => child.off("message", listen).off("exit", died),
        () => options.signal?.removeEventListener("abort", abort),
      );
      if (options.signal?.aborted) abort();
      else child.send({ id, name, request }, (error) => error && died());
    }).finally(() => {
      for (const clean of cleanUp) clean();
    });
  }

  #ensureChild(): ChildProcess {
    if (this.#child?.connected) return this.#child;
    const heapMb = Math.round(this.#limits.memoryBytes / 1024 / 1024);
    const child = fork(workerFile, {
      env: emptyEnvironment,
      stdio: ["ignore", "ignore", "ignore", "ipc"],
      execArgv: [`--max-old-space-size=${heapMb}`],
      serialization: "advanced",
    });
    child.on("error", () => undefined);
    child.once("exit", () => {
      if (this.#child === child) this.#child = null;
    });
    // The server may end while a process waits for work; the process notices and ends too.
    child.unref();
    child.channel?.unref();
    this.#child = child;
    return child;
  }

  #end(): void {
    this.#child?.kill("SIGKILL");
    this.#child = null;
  }
}
