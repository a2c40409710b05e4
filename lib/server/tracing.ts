/**
 * How long what took, for a collector where the settings name one; otherwise nothing is kept and nothing costs time. Facts are ids,
 * codes, hosts and numbers: no prompt, no picture, no key, no token of a link. What happens within a piece of work is part of it.
 * The framework may load this module more than once; the process has one tracer all the same.
 */
import { AsyncLocalStorage } from "node:async_hooks";

export type WorkKind =
  | "request"
  | "prediction"
  | "prediction step"
  | "replay step"
  | "upstream request"
  | "bucket request"
  | "darkroom job";
export type WorkFacts = Readonly<Record<string, string | number>>;

export interface Work {
  readonly kind: WorkKind;
  /** What tells it from others of its kind, from a short list. */
  readonly name: string;
  readonly facts?: WorkFacts;
  /** Work on one id is found together, whichever process did it and whenever. */
  readonly partOf?: string;
}

export interface Span {
  tell(facts: WorkFacts): void;
}

export interface OpenSpan extends Span {
  /** `fault` is a code. */
  end(fault?: string): void;
}

export interface Tracer {
  begin(work: Work, within: OpenSpan | null): OpenSpan;
  /** The whole of what an id stands for, told when it is over. */
  tellWhole(work: Work & { readonly partOf: string }, beganMs: number, endedMs: number, fault?: string): void;
  /** Sends what is left. */
  close(): Promise<void>;
}

interface Desk {
  tracer: Tracer | null;
  readonly current: AsyncLocalStorage<OpenSpan>;
}

const place = globalThis as typeof globalThis & { [key: symbol]: Desk | undefined };
const key = Symbol.for("pentimento.tracing");
place[key] ??= { tracer: null, current: new AsyncLocalStorage() };
const desk: Desk = place[key];

const silent: Span = { tell: () => undefined };

export function setTracer(tracer: Tracer | null): void {
  desk.tracer = tracer;
}

export async function trace<Result>(work: Work, run: (span: Span) => Promise<Result>): Promise<Result> {
  if (!desk.tracer) return run(silent);
  const span = desk.tracer.begin(work, desk.current.getStore() ?? null);
  try {
    const result = await desk.current.run(span, () => run(span));
    span.end();
    return result;
  } catch (error) {
    span.end(faultOf(error));
    throw error;
  }
}

export function traceWhole(...told: Parameters<Tracer["tellWhole"]>): void {
  desk.tracer?.tellWhole(...told);
}

/** Never the message: it may repeat what somebody wrote. */
function faultOf(error: unknown): string {
  if (!(error instanceof Error)) return "unknown";
  return "code" in error && typeof error.code === "string" ? error.code : error.name;
}
