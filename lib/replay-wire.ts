/** What crosses the network about steps that are applied again, to another picture. */
import type { CapReached, Charged, ErrorCode } from "#lib/errors.ts";

export const replayPaths = {
  /** GET tells the steps, POST applies them. */
  ofEdit: (editId: string) => `/api/edits/${editId}/replays`,
  ofProject: (projectId: string) => `/api/projects/${projectId}/replays`,
  replay: (id: string) => `/api/replays/${id}`,
  cancel: (id: string) => `/api/replays/${id}/cancel`,
  resume: (id: string) => `/api/replays/${id}/resume`,
} as const;

/** Of the pictures one request can name. */
export const mostReplayed = 20;

export interface PlannedStep {
  /** The edit it repeats. */
  readonly editId: string;
  readonly does: "run" | "enlarge" | "blend";
  readonly name: string;
  /** Null for a blend, which asks nobody. */
  readonly model: string | null;
  readonly seed: number | null;
  /** 0 where nobody is asked; null where no price is known. */
  readonly priceUsd: number | null;
  /** What lies at a place of the picture and is laid at the same place of the other, stretched to its shape. */
  readonly area: "mask" | "border" | "drawn" | null;
  /** Pictures beside the first one, which are used again as they are. */
  readonly reusedIds: readonly string[];
  /** The step without which this one has nothing to work on. */
  readonly needs: number | null;
  /** Why it cannot be repeated. */
  readonly problem: "model" | "picture" | null;
}

export interface ReplayPlan {
  readonly editId: string;
  readonly name: string;
  /** What the steps began with. */
  readonly rootPictureId: string;
  readonly steps: readonly PlannedStep[];
}

export interface StartReplay {
  readonly pictures: readonly { readonly pictureId: string; readonly name: string }[];
  /** Steps (by their place in the plan) that are left out. */
  readonly off: readonly number[];
  readonly seeds: "same" | "new";
  /** Null: each picture becomes a project of its own. */
  readonly projectId: string | null;
}

export const replayStatuses = ["running", "done", "failed", "canceled"] as const;
export type ReplayStatus = (typeof replayStatuses)[number];

export interface ReplayedStep {
  readonly name: string;
  readonly state: "waiting" | "running" | "done" | "off" | "failed";
  readonly predictionId: string | null;
  readonly resultEditId: string | null;
}

export interface Replay {
  readonly id: string;
  readonly sourceEditId: string;
  readonly projectId: string;
  readonly rootEditId: string;
  readonly name: string;
  readonly status: ReplayStatus;
  /** Asked for, and not carried out yet. */
  readonly cancelRequested: boolean;
  readonly steps: readonly ReplayedStep[];
  readonly error: { readonly code: ErrorCode; readonly message: string; readonly charged: Charged; readonly cap?: CapReached } | null;
  readonly version: number;
  readonly createdAt: string;
}
