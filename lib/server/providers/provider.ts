/** The contract of everything that runs predictions. Every driver passes contract.ts. */
import { AppError, type AppErrorOptions, type ErrorCode } from "#lib/errors.ts";
import type { Inputs, ModelEntry } from "#lib/models/model.ts";
import type { Fitted } from "#lib/server/darkroom/darkroom.ts";
import type { ProviderName } from "#lib/wire.ts";

export interface Ask {
  readonly predictionId: string;
  readonly model: ModelEntry;
  /** Checked values; picture fields are in `pictures` instead. */
  readonly inputs: Inputs;
  readonly pictures: Readonly<Record<string, Fitted>>;
  /** Drawn by us when the person gave none; null for a model without a seed field. */
  readonly seed: number | null;
}

export type UpstreamState = "starting" | "processing" | "succeeded" | "failed" | "canceled" | "aborted";

/** One look at a prediction upstream, already in our words. */
export interface Snapshot {
  readonly id: string;
  readonly state: UpstreamState;
  /** Where the results are: addresses only `download` of the same provider understands. */
  readonly outputs: readonly string[];
  readonly logs: string;
  /** Set when the state is failed: classified once, here. */
  readonly error: AppError | null;
  /** The provider has already thrown the results away. */
  readonly dataRemoved: boolean;
  /** From when it was taken up to its end, by the provider's own clock; null where it is not over, or that is not told. */
  readonly tookMs: number | null;
}

/** An entry of the provider's list, used to find a prediction whose answer was lost. */
export interface Listed {
  readonly id: string;
  readonly model: string | null;
  readonly input: Readonly<Record<string, unknown>> | null;
  readonly createdAtMs: number | null;
}

/** aborted: it had not begun, and is not charged. */
export type CancelAnswer = "canceled" | "aborted" | "already-over" | "not-supported";

/** answers: it is there, but knows no call by which the key could be tried without a run. */
export type CheckAnswer = "works" | "answers";

export interface DownloadProgress {
  /** These bytes came next; they are not written yet. */
  add(piece: Uint8Array): void;
  /** So much of the file is there. */
  grow(bytes: number): void;
  /** Nothing more comes. */
  end(): void;
}

export interface Provider {
  readonly name: ProviderName;
  readonly host: string | null;
  /** True where asking a second time costs nothing and harms nothing (the local engine). */
  readonly asksAreFree: boolean;
  /** How pictures must be encoded before they are handed over. */
  readonly pictureEncoding:
    | { readonly mode: "lossless"; readonly keepsAlpha?: boolean }
    | { readonly mode: "small"; readonly maxBytes: number };
  /** The picture of an edit is handed over at its own size where it has at most this many pixels; null: at the model's working size. */
  readonly mostEditedPixels: number | null;
  /** The files in `ask.pictures` are lent until this resolves; who needs them longer copies them. */
  ask(ask: Ask, signal: AbortSignal): Promise<Snapshot>;
  read(id: string, signal: AbortSignal): Promise<Snapshot>;
  cancel(id: string, signal: AbortSignal): Promise<CancelAnswer>;
  /** Asks something that starts and costs nothing; throws what an ask would have failed with. */
  check(signal: AbortSignal): Promise<CheckAnswer>;
  /** Newest first; null where the provider has no list. */
  recent(signal: AbortSignal): Promise<readonly Listed[] | null>;
  /** Writes one result to `path` (created, fsynced by the caller's store later), and may tell how it goes. Size- and time-limited. */
  download(address: string, path: string, signal: AbortSignal, progress?: DownloadProgress): Promise<{ readonly bytes: number }>;
  /** Tells the provider that nothing of this prediction is needed any more (the local engine frees its files). */
  forget(id: string): Promise<void>;
}

/**
 * Every failure of a provider leaves as one of these.
 * started: "no" = surely not begun, may be asked again; "maybe" = the request may have left us, never ask again;
 * "refused" = the provider looked at it and said no.
 */
export interface ProviderErrorOptions extends AppErrorOptions {
  readonly started: "no" | "maybe" | "refused";
  /** Worth another try of the same READ, cancel or download. */
  readonly transient: boolean;
}

export class ProviderError extends AppError {
  override readonly name = "ProviderError";
  readonly started: "no" | "maybe" | "refused";
  readonly transient: boolean;

  constructor(code: ErrorCode, message: string, options: ProviderErrorOptions) {
    super(code, message, options);
    this.started = options.started;
    this.transient = options.transient;
  }
}
