/** One of our predictions in the shape Replicate's clients know. */
import { isPictureField } from "#lib/models/check-inputs.ts";
import type { InputValue, ModelEntry } from "#lib/models/model.ts";
import type { Picture, Prediction, PredictionStatus } from "#lib/wire.ts";

export type PublicStatus = "starting" | "processing" | "succeeded" | "failed" | "canceled";

export interface PublicPrediction {
  readonly id: string;
  readonly model: string;
  readonly version: "hidden";
  readonly status: PublicStatus;
  readonly input: Readonly<Record<string, InputValue>>;
  readonly output: null | string | readonly string[];
  readonly error: string | null;
  readonly logs: string;
  readonly data_removed: false;
  readonly source: "api" | "web";
  readonly metrics?: { readonly predict_time: number; readonly total_time: number; readonly image_count: number };
  readonly created_at: string;
  readonly started_at?: string;
  readonly completed_at?: string;
  readonly urls: { readonly get: string; readonly cancel: string; readonly web: string };
}

const statuses: Record<PredictionStatus, PublicStatus> = {
  intent: "starting",
  submitting: "starting",
  accepted: "starting",
  unknown: "starting",
  running: "processing",
  fetching: "processing",
  stored: "succeeded",
  failed: "failed",
  canceled: "canceled",
};

/** Replicate's ids have no prefix. */
export function facadeId(predictionId: string): string {
  return predictionId.replace(/^prd_/, "");
}

export function predictionIdOf(id: string): string {
  return `prd_${id}`;
}

export function presentPublic(prediction: Prediction, entry: ModelEntry | undefined, origin: string): PublicPrediction {
  const { model, logs, error, createdAt, startedAt, completedAt, projectId } = prediction;
  const id = facadeId(prediction.id);
  const status = statuses[prediction.status];
  const address = `${origin}/replicate/v1/predictions/${id}`;
  return {
    id,
    model,
    version: "hidden",
    status,
    input: presentInput(prediction, entry, origin),
    output: presentOutput(prediction, entry, origin),
    error: error ? error.message : null,
    logs,
    data_removed: false,
    source: "api",
    ...(status === "succeeded" && completedAt !== null ? { metrics: measure(prediction, completedAt) } : {}),
    created_at: createdAt,
    ...(startedAt === null ? {} : { started_at: startedAt }),
    ...(completedAt === null ? {} : { completed_at: completedAt }),
    urls: { get: address, cancel: `${address}/cancel`, web: `${origin}/projects/${projectId}` },
  };
}

export function pictureAddress(picture: Pick<Picture, "id" | "format">, origin: string): string {
  return `${origin}/replicate/v1/files/${picture.id}.${picture.format === "jpeg" ? "jpg" : picture.format}`;
}

function presentInput({ inputs }: Prediction, entry: ModelEntry | undefined, origin: string): Record<string, InputValue> {
  const pictures = new Set(entry?.fields.filter(isPictureField).map((field) => field.name));
  return Object.fromEntries(
    Object.entries(inputs).map(([name, value]) => [name, pictures.has(name) ? `${origin}/api/pictures/${value}/file` : value]),
  );
}

function presentOutput({ status, outputs }: Prediction, entry: ModelEntry | undefined, origin: string): null | string | readonly string[] {
  if (status !== "stored") return null;
  const addresses = outputs.map((picture) => pictureAddress(picture, origin));
  const isList = entry ? entry.output.shape === "list" : addresses.length > 1;
  return isList ? addresses : (addresses[0] ?? null);
}

function measure({ createdAt, startedAt, outputs }: Prediction, completedAt: string) {
  const secondsSince = (time: string) => (Date.parse(completedAt) - Date.parse(time)) / 1000;
  return { predict_time: secondsSince(startedAt ?? createdAt), total_time: secondsSince(createdAt), image_count: outputs.length };
}
