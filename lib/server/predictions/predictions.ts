/** The life of a prediction as routes see it; life-cycle.ts and watcher.ts are what happens behind. */
import type { EnlargeTimes } from "#lib/models/enlarge.ts";
import type { Usage } from "#lib/money-wire.ts";
import type { PredictionVia } from "#lib/server/storage/records.ts";
import type { Box, Expansion, Page, Prediction, PredictionNews, StoredFormat } from "#lib/wire.ts";

export interface StartRequest {
  readonly projectId: string;
  readonly parentEditId: string | null;
  readonly model: string;
  /** As it came, with pictures already stored: a picture field holds a picture's id. */
  readonly inputs: unknown;
  /** Both only for a run with a mask from the studio; see StartPrediction. */
  readonly box?: Box | undefined;
  readonly expand?: Expansion | undefined;
  readonly via: PredictionVia;
  /** Who asks for it, and pays; null where nobody is asked who they are. */
  readonly personId: string | null;
  readonly idempotencyKey: string | null;
  /** What we have to say about the request, e.g. which unknown fields were left out; they stay at the top of its logs. */
  readonly notes?: readonly string[];
}

export interface EnlargeRequest {
  readonly times: EnlargeTimes;
  readonly idempotencyKey: string | null;
}

/** A result as it comes. */
export interface Glimpse {
  /** Breaks off where the rest does not come. */
  readonly body: ReadableStream<Uint8Array<ArrayBuffer>>;
  readonly contentType: `image/${StoredFormat}`;
}

export interface WatchedPrediction {
  readonly id: string;
  /** The version that is known already. */
  readonly after: number;
}

export interface Predictions {
  /** The intent is committed when this resolves; asking begins at once after. */
  start(request: StartRequest): Promise<{ readonly created: boolean; readonly prediction: Prediction }>;
  /** A run of the local engine on an edit's whole picture, whatever the provider is: nobody is asked and nothing is paid. */
  enlarge(editId: string, request: EnlargeRequest): Promise<{ readonly created: boolean; readonly prediction: Prediction }>;
  /** Throws not_found. */
  get(id: string): Promise<Prediction>;
  /** Resolves as soon as the version is greater than `after`, or with what there is when the time is over. */
  wait(id: string, request: { readonly after: number; readonly waitMs: number; readonly signal?: AbortSignal }): Promise<Prediction>;
  /** The same for several: with the first news of any, how all of them stand and what came of them. Those that do not exist are left out. */
  waitForAny(
    watched: readonly WatchedPrediction[],
    request: { readonly waitMs: number; readonly signal?: AbortSignal },
  ): Promise<PredictionNews>;
  /** Null where there is nothing to be seen of it. */
  glimpse(id: string, signal: AbortSignal): Promise<Glimpse | null>;
  cancel(id: string): Promise<Prediction>;
  /** What was spent since then, what whoever asks may still spend, and how long runs usually take. */
  usage(question: { readonly sinceMs: number; readonly personId: string | null }): Promise<Usage>;
  list(request: {
    readonly after?: string;
    readonly limit: number;
    readonly projectId?: string;
    readonly via?: PredictionVia;
  }): Promise<Page<Prediction>>;
}
