/** What the settings page is told. */
import type { ProviderState } from "./wire.ts";

/** answers: it is there, but its key cannot be tried without a run. */
export type ProviderCheck = { readonly result: "works" | "answers" };

/** What a deployment was set up with, as far as a browser may know. */
export interface SettingsFacts {
  readonly provider: ProviderState;
  /** Null where the gateway is not told where to call when a run is over; otherwise when it did so last, since the studio was started. */
  readonly calls: { readonly lastAt: string | null } | null;
  readonly database: "sqlite" | "postgres";
  readonly predictionDeadlineMs: number;
  readonly maxUploadBytes: number;
  readonly pictures: { readonly count: number; readonly bytes: number };
}
