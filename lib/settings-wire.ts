/** What the settings page is told. */
import type { ProviderState } from "./wire.ts";

/** answers: it is there, but its key cannot be tried without a run. */
export type ProviderCheck = { readonly result: "works" | "answers" };

/** What a deployment was set up with, as far as a browser may know. */
export interface SettingsFacts {
  readonly provider: ProviderState;
  readonly database: "sqlite" | "postgres";
  readonly predictionDeadlineMs: number;
  readonly maxUploadBytes: number;
  readonly pictures: { readonly count: number; readonly bytes: number };
}
