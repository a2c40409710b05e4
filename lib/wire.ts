/** Everything that crosses the network between our browser code and our server: paths and shapes, written once. */
import type { CapReached, Charged, ErrorCode, FieldFault } from "#lib/errors.ts";
import type { Inputs, ModelEntry } from "#lib/models/model.ts";
import type { Box, Expansion, Fidelity, Frame } from "./fidelity.ts";

export type { BlendSettings, Box, Expansion, Fidelity, Frame, Transform } from "./fidelity.ts";

export const paths = {
  models: "/api/models",
  provider: "/api/provider",
  providerCheck: "/api/provider/check",
  settings: "/api/settings",
  pictures: "/api/pictures",
  picture: (id: string) => `/api/pictures/${id}`,
  pictureFile: (id: string) => `/api/pictures/${id}/file`,
  download: (id: string) => `/api/pictures/${id}/download`,
  archive: (projectId: string) => `/api/projects/${projectId}/archive`,
  layers: (editId: string) => `/api/edits/${editId}/layers`,
  blend: (editId: string) => `/api/edits/${editId}/blend`,
  enlarge: (editId: string) => `/api/edits/${editId}/enlarge`,
  thumbnail: (id: string, side: ThumbnailSide) => `/api/pictures/${id}/thumbnails/${side}`,
  projects: "/api/projects",
  project: (id: string) => `/api/projects/${id}`,
  restoreProject: (id: string) => `/api/projects/${id}/restore`,
  edits: (projectId: string) => `/api/projects/${projectId}/edits`,
  edit: (id: string) => `/api/edits/${id}`,
  restoreEdit: (id: string) => `/api/edits/${id}/restore`,
  predictions: "/api/predictions",
  prediction: (id: string) => `/api/predictions/${id}`,
  predictionNews: (watched: readonly { readonly id: string; readonly after: number }[], waitSeconds: number) =>
    `/api/predictions?watch=${watched.map(({ id, after }) => `${id}.${after}`).join()}&wait=${waitSeconds}`,
  prompts: "/api/prompts",
  prompt: (id: string) => `/api/prompts/${id}`,
  shares: (projectId: string) => `/api/projects/${projectId}/shares`,
  share: (id: string) => `/api/shares/${id}`,
  reviewEntry: "/api/review",
  review: (shareId: string) => `/api/review/${shareId}`,
  remarks: (shareId: string) => `/api/review/${shareId}/remarks`,
  reviewFile: (shareId: string, pictureId: string) => `/api/review/${shareId}/pictures/${pictureId}/file`,
  reviewThumbnail: (shareId: string, pictureId: string, side: ThumbnailSide) =>
    `/api/review/${shareId}/pictures/${pictureId}/thumbnails/${side}`,
  /** What opens it stands behind the #, which no browser sends. */
  reviewPage: (token: string) => `/review#${token}`,
  usage: "/api/usage",
  glimpse: (predictionId: string) => `/api/predictions/${predictionId}/glimpse`,
  cancel: (id: string) => `/api/predictions/${id}/cancel`,
} as const;

export const thumbnailSides = [256, 768, 1536] as const;
export type ThumbnailSide = (typeof thumbnailSides)[number];
/** What a stage shows until somebody looks closer. */
export const stageSide = 1536 satisfies ThumbnailSide;

/** One file at most this large is taken in; one byte more is refused with 413. */
export const maxUploadBytes = 100_000_000;

export interface ErrorBody {
  readonly error: {
    readonly code: ErrorCode;
    readonly message: string;
    readonly charged: Charged;
    readonly faults: readonly FieldFault[];
    readonly requestId: string;
    /** With over_cap. */
    readonly cap?: CapReached;
  };
}

export type StoredFormat = "jpeg" | "png" | "webp";

/** What a picture can be taken away as; "original" beside these is the stored file. */
export const exportFormats = ["jpeg", "png", "webp", "avif"] as const;
export type ExportFormat = (typeof exportFormats)[number];

/** An edit with its layers: what painting programs open, what Photoshop does, and the bare pictures for everything else. */
export const layersFormats = ["ora", "psd", "png"] as const;
export type LayersFormat = (typeof layersFormats)[number];

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
  readonly starred: boolean;
  /** Set on what is hidden; it stays in the tree as the place its children came from, and can be brought back. */
  readonly deletedAt: string | null;
  readonly createdAt: string;
}

/** So many cards the desk asks for at a time. */
export const deskPageSize = 24;
/** recent: changed in the last thirty days. */
export const projectFilters = ["recent", "starred", "all"] as const;
export type ProjectFilter = (typeof projectFilters)[number];

export interface ProjectCard {
  readonly id: string;
  readonly name: string;
  readonly coverId: string | null;
  /** Edits that are not deleted. */
  readonly editCount: number;
  /** Ends of the tree: one for a straight history. */
  readonly branchCount: number;
  readonly starred: boolean;
  /** A person's id; null where nobody was asked who they are. */
  readonly madeBy: string | null;
  /** Seen by whoever made it and nobody else. */
  readonly isPrivate: boolean;
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

/** So many runs one request can watch. */
export const mostWatched = 100;

/** How the watched runs stand, as soon as there is news of one, and what came of those that were stored. */
export interface PredictionNews {
  readonly predictions: readonly Prediction[];
  readonly edits: readonly Edit[];
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

/** Words that were used before, or are kept for later. */
export interface Prompt {
  readonly id: string;
  readonly text: string;
  readonly isSaved: boolean;
  readonly lastAt: string;
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
