/** The predictions of the fake gateway and their course: by looks or by its own clock, to whatever end the script says. */
import { randomInt } from "node:crypto";
import type { ModelEntry } from "#lib/models/model.ts";
import { type Paint, paintStripes } from "./paint.ts";

export type Pace =
  | { readonly by: "looks"; readonly starting: number; readonly processing: number }
  | { readonly by: "time"; readonly startingMs: number; readonly processingMs: number };

export interface Script {
  readonly pace?: Pace;
  readonly end?: "succeeded" | "failed" | "canceled" | "aborted" | "never";
  /** What a failed prediction says; not always a string in real life. */
  readonly error?: unknown;
  /** How many pictures come, where not as many as were asked for. */
  readonly outputs?: number;
  /** The safety check held pictures back. */
  readonly isFiltered?: boolean;
  /** Results inside the answer instead of at an address. */
  readonly isInline?: boolean;
  /** Outputs are there while the status still says processing. */
  readonly isEarly?: boolean;
  /** To whoever gave an address for it: that it is over, when it is; early: once, before even the create is answered. */
  readonly tells?: "once" | "twice" | "never" | "early";
}

export interface UpstreamPrediction {
  readonly id: string;
  readonly entry: ModelEntry;
  readonly input: Readonly<Record<string, unknown>>;
  readonly script: Script;
  /** Where its end is told. */
  readonly webhook: string | null;
  readonly createdAtMs: number;
  looks: number;
  isCanceled: boolean;
  /** What was running when it was canceled is paid for; what had not begun is not. */
  isBilledAllTheSame: boolean;
  completedAtMs: number | null;
}

export type UpstreamStatus = "starting" | "processing" | "succeeded" | "failed" | "canceled" | "aborted";

export interface Sight {
  readonly status: UpstreamStatus;
  /** 0..1 */
  readonly progress: number;
  readonly isExpired: boolean;
}

export interface Upstream {
  readonly predictions: readonly UpstreamPrediction[];
  create(entry: ModelEntry, input: Readonly<Record<string, unknown>>, script: Script, webhook?: string | null): UpstreamPrediction;
  find(id: string): UpstreamPrediction | undefined;
  /** How it stands; a look by the API also counts as a step. */
  see(prediction: UpstreamPrediction, isLook: boolean): Sight;
  cancel(prediction: UpstreamPrediction): void;
  /** What it costs, in millionths of a dollar: its own book, by which others' are checked. */
  bill(prediction: UpstreamPrediction): number;
  paint(prediction: UpstreamPrediction, index: number): ReturnType<Paint>;
}

const keptForMs = 3_600_000;
const usualPace: Pace = { by: "looks", starting: 1, processing: 2 };

interface UpstreamParts {
  readonly now: () => number;
  readonly paint?: Paint | undefined;
  readonly ended: (prediction: UpstreamPrediction) => void;
}

export function createUpstream({ now, paint = paintStripes, ended }: UpstreamParts): Upstream {
  const predictions: UpstreamPrediction[] = [];
  const byId = new Map<string, UpstreamPrediction>();

  function end(prediction: UpstreamPrediction): void {
    if (prediction.completedAtMs !== null) return;
    prediction.completedAtMs = endOf(prediction) ?? now();
    ended(prediction);
  }

  return {
    predictions,
    create(entry, input, script, webhook = null) {
      const prediction = {
        id: newUpstreamId(),
        entry,
        input,
        script,
        webhook,
        createdAtMs: now(),
        looks: 0,
        isCanceled: false,
        isBilledAllTheSame: false,
        completedAtMs: null,
      };
      predictions.push(prediction);
      byId.set(prediction.id, prediction);
      return prediction;
    },
    find: (id) => byId.get(id),
    see(prediction, isLook) {
      if (isLook) prediction.looks += 1;
      const [status, progress] = course(prediction, now());
      if (status !== "starting" && status !== "processing") end(prediction);
      const isExpired = prediction.completedAtMs !== null && now() - prediction.completedAtMs >= keptForMs;
      return { status, progress, isExpired };
    },
    cancel(prediction) {
      if (prediction.completedAtMs !== null) return;
      prediction.isBilledAllTheSame = course(prediction, now())[0] === "processing";
      prediction.isCanceled = true;
      end(prediction);
    },
    bill(prediction) {
      const isBilled = course(prediction, now())[0] === "succeeded" || prediction.isBilledAllTheSame;
      return isBilled ? Math.round((prediction.entry.priceUsd ?? 0) * 1_000_000) * countOutputs(prediction) : 0;
    },
    paint: ({ entry, input }, index) => paint({ model: entry, input, index }),
  };
}

function course({ script, looks, createdAtMs, isCanceled }: UpstreamPrediction, nowMs: number): readonly [UpstreamStatus, number] {
  if (isCanceled) return ["canceled", 0];
  const { pace = usualPace, end = "succeeded" } = script;
  const passed = pace.by === "looks" ? looks - 1 : nowMs - createdAtMs;
  const [starting, processing] = pace.by === "looks" ? [pace.starting, pace.processing] : [pace.startingMs, pace.processingMs];
  if (passed < starting) return ["starting", 0];
  if (end === "aborted") return ["aborted", 0];
  if (passed < starting + processing || end === "never")
    return ["processing", Math.min(0.99, (passed - starting) / Math.max(1, processing))];
  return [end, 1];
}

/** By its own clock it ends whether or not somebody looks. */
function endOf({ script: { pace = usualPace }, createdAtMs, isCanceled }: UpstreamPrediction): number | null {
  return pace.by === "time" && !isCanceled ? createdAtMs + pace.startingMs + pace.processingMs : null;
}

/** 26 lower-case letters and digits, as real ones are. */
export function newUpstreamId(): string {
  return Array.from({ length: 26 }, () => randomInt(36).toString(36)).join("");
}

/** How many pictures a finished prediction has. */
export function countOutputs({ entry, input, script }: UpstreamPrediction): number {
  const asked = typeof input.num_outputs === "number" ? input.num_outputs : 1;
  return script.outputs ?? (entry.output.shape === "one" ? 1 : asked);
}
