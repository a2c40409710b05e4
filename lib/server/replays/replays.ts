/** The steps that led to an edit, applied again to another picture. The interface; create-replays.ts is behind it. */
import type { Replay, ReplayPlan, StartReplay } from "#lib/replay-wire.ts";

export interface Replays {
  /** What would be done, what it costs, and what of it cannot be. Throws not_found. */
  plan(editId: string): Promise<ReplayPlan>;
  /** One for each picture, on disk when this resolves; they go on by themselves from here. */
  start(
    editId: string,
    /** `personId` pays, also for what is resumed; null where nobody is asked who they are. */
    request: StartReplay & { readonly idempotencyKey: string | null; readonly personId: string | null },
  ): Promise<readonly Replay[]>;
  get(id: string): Promise<Replay>;
  /** Newest first. */
  ofProject(projectId: string): Promise<readonly Replay[]>;
  /** Nothing more is begun; what runs is canceled. */
  cancel(id: string): Promise<Replay>;
  /** From the step that failed, or behind it. Throws invalid_input where nothing stopped. */
  resume(id: string, request: { readonly skip: boolean }): Promise<Replay>;
}
