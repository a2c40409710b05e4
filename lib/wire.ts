/** Everything that crosses the network between our browser code and our server: paths and shapes, written once. */
import type { Charged, ErrorCode, FieldFault } from "#lib/errors.ts";
import type { Inputs, ModelEntry, Size } from "#lib/models/model.ts";

export const paths = {
  models: "/api/models",
  provider: "/api/provider",
  pictures: "/api/pictures",
  picture: (id: string) => `/api/pictures/${id}`,
  pictureFile: (id: string) => `/api/pictures/${id}/file`,
  thumbnail: (id: string, side: ThumbnailSide) => `/api/pictures/${id}/thumbnails/${side}`,
  projects: "/api/projects",
  project: (id: string) => `/api/projects/${id}`,
  edits: (projectId: string) => `/api/projects/${projectId}/edits`,
  blend: (editId: string) => `/api/edits/${editId}/blend`,
  predictions: "/api/predictions",
  prediction: (id: string) => `/api/predictions/${id}`,
  cancel: (id: string) => `/api/predictions/${id}/cancel`,
} as const;

export const thumbnailSides = [256, 768, 1536] as const;
export type ThumbnailSide = (typeof thumbnailSides)[number];

/** One file at most this large is taken in; one byte more is refused with 413. */
export const maxUploadBytes = 100 * 1024 * 1024;

export interface ErrorBody {
  readonly error: {
    readonly code: ErrorCode;
    readonly message: string;
    readonly charged: Charged;
    readonly faults: readonly FieldFault[];
    readonly requestId: string;
  };
}

export type StoredFormat = "jpeg" | "png" | "webp";

export interface Picture {
  readonly id: string;
  readonly format: StoredFormat;
  readonly bytes: number;
  readonly width: number;
  readonly height: number;
  readonly hasAlpha: boolean;
  /** What was done on the way in, for the person: "orientation", "profile", "first-frame", "16-bit", … */
  readonly notes: readonly string[];
  readonly createdAt: string;
}

/** "local": made by hand in the studio, without a run. */
export type EditKind = "upload" | "prediction" | "local";

/** How true an edit is to its parent's picture, counted pixel by pixel when it was made. */
export interface Fidelity {
  /** paste = a fill pasted back, photo = only what changed was brought over, whole = the whole result, blend = refined by hand. */
  readonly method: "paste" | "photo" | "whole" | "blend";
  /** Of the stored picture. */
  readonly pixels: number;
  /** Pixels whose value differs from the parent edit's picture. */
  readonly changed: number;
  /** Outside the soft mask; null where there is none. */
  readonly outside: { readonly pixels: number; readonly changed: number } | null;
  /** Why the whole result stands. */
  readonly reason: "global" | "unaligned" | "ratio" | null;
  /** A stored grey picture of the edit's size: how much of the result came over, 255 = all. */
  readonly alphaId: string | null;
  /** A stored picture of the edit's size: the result brought to its place, before blending. */
  readonly resultId: string | null;
  /** What the model saw: its working pixels per original pixel along a side, e.g. 0.84. */
  readonly scale: number;
}

/** A rectangle in whole pixels. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Whole pixels by which a picture's canvas grows at each side. */
export interface Expansion {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/**
 * What a run with a mask is shown and where its result belongs; settled before anybody is asked and kept with the
 * prediction, so that after a restart the result still lands on the same pixels.
 */
export interface Frame {
  readonly method: "paste";
  readonly expand: Expansion;
  /** What the model sees, on the canvas (the picture grown by `expand`). */
  readonly box: Box;
  /** The box's size in the model's pixels: its own where that fits. */
  readonly content: Size;
  /** The content, mirrored at the right and below up to sides the model takes. */
  readonly working: Size;
}

export interface Edit {
  readonly id: string;
  readonly projectId: string;
  readonly parentId: string | null;
  readonly kind: EditKind;
  readonly name: string;
  readonly picture: Picture;
  readonly predictionId: string | null;
  /** Null for what was uploaded, and for runs that had no picture to be true to. */
  readonly fidelity: Fidelity | null;
  readonly createdAt: string;
}

export interface ProjectCard {
  readonly id: string;
  readonly name: string;
  readonly coverId: string | null;
  readonly editCount: number;
  readonly createdAt: string;
  readonly updatedAt: string;
}

export interface Project extends ProjectCard {
  readonly currentEditId: string | null;
  readonly edits: readonly Edit[];
  readonly predictions: readonly Prediction[];
}

export interface Page<Item> {
  readonly items: readonly Item[];
  readonly next: string | null;
}

export const predictionStatuses = [
  "intent",
  "submitting",
  "accepted",
  "running",
  "fetching",
  "unknown",
  "stored",
  "failed",
  "canceled",
] as const;
export type PredictionStatus = (typeof predictionStatuses)[number];
export const terminalStatuses = ["stored", "failed", "canceled"] as const satisfies readonly PredictionStatus[];

export function isTerminal(status: PredictionStatus): boolean {
  return (terminalStatuses as readonly PredictionStatus[]).includes(status);
}

export type ProviderName = "replicate" | "local";

export interface Prediction {
  readonly id: string;
  readonly projectId: string;
  readonly parentEditId: string | null;
  readonly model: string;
  readonly provider: ProviderName;
  readonly inputs: Inputs;
  /** Null where the pictures go to the model as a whole. */
  readonly frame: Frame | null;
  readonly status: PredictionStatus;
  /** Grows with every change that a browser can see. */
  readonly version: number;
  /** 0..1 where the logs tell, otherwise null. */
  readonly progress: number | null;
  readonly logs: string;
  readonly seed: number | null;
  /** Why it is not going on right now (throttled, provider down), while it is not terminal. */
  readonly waitingFor: { readonly code: ErrorCode; readonly until: string } | null;
  readonly error: {
    readonly code: ErrorCode;
    readonly message: string;
    readonly charged: Charged;
    readonly faults: readonly FieldFault[];
  } | null;
  readonly cancelRequested: boolean;
  /** What a canceled run may have cost. */
  readonly charged: Charged;
  readonly priceUsd: number | null;
  readonly outputs: readonly Picture[];
  readonly outputEditIds: readonly string[];
  readonly createdAt: string;
  readonly startedAt: string | null;
  readonly completedAt: string | null;
}

export interface StartPrediction {
  readonly projectId: string;
  readonly parentEditId?: string | null;
  readonly model: string;
  readonly inputs: Record<string, unknown>;
  /** What a model with a mask sees, in pixels of the picture (grown by `expand`); left out, it is chosen by rule. */
  readonly box?: Box;
  /** Grows the canvas; the new border is painted by the model. */
  readonly expand?: Expansion;
}

/** Composes an edit anew from its parent's picture and its result; answers the new edit. */
export interface BlendEdit {
  /** A stored grey picture of the parent's size, white = result; null takes the edit's own. */
  readonly alphaId: string | null;
  /** 0..64, in pixels of the parent's picture. */
  readonly softnessPx: number;
  /** 0..1: how far the result's colours are brought to those around the mask. */
  readonly colourMatch: number;
  /** The result as it is, whatever the rest says. */
  readonly whole: boolean;
}

export interface ProviderState {
  readonly name: ProviderName;
  /** Host of the gateway, null for the local engine. */
  readonly host: string | null;
  /** False while the breaker keeps work back. */
  readonly available: boolean;
}

export interface ModelsAnswer {
  readonly models: readonly ModelEntry[];
}
