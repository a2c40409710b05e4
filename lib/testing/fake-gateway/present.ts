/** A prediction of the fake gateway as JSON: as tersely as the documents, or with everything Replicate itself tells. */
import { countOutputs, type Sight, type Upstream, type UpstreamPrediction } from "./upstream.ts";

export interface Places {
  readonly origin: string;
  /** Where `urls.*` point; nobody who understood the API ever calls there. */
  readonly canaryOrigin: string;
}

export function presentCreated(prediction: UpstreamPrediction, isTerse: boolean, places: Places): Record<string, unknown> {
  const brief = { id: prediction.id, status: "starting" };
  if (isTerse) return brief;
  return { ...identity(prediction, places), ...brief, output: null, error: null, logs: "", data_removed: false };
}

export async function presentSeen(
  upstream: Upstream,
  prediction: UpstreamPrediction,
  sight: Sight,
  isTerse: boolean,
  places: Places,
): Promise<Record<string, unknown>> {
  const { status, isExpired } = sight;
  const { script, completedAtMs } = prediction;
  const seen = {
    id: prediction.id,
    status,
    output: await presentOutput(upstream, prediction, sight, places),
    error: status === "failed" ? (script.error === undefined ? "Prediction failed" : script.error) : null,
    logs: isExpired ? null : writeLogs(prediction, sight),
    urls: addresses(prediction, places),
    ...(isExpired ? { data_removed: true } : {}),
  };
  if (isTerse) return seen;
  const completed = completedAtMs === null ? {} : { completed_at: new Date(completedAtMs).toISOString(), metrics: { predict_time: 1 } };
  return { ...identity(prediction, places), data_removed: isExpired, ...completed, ...seen, ...(isExpired ? { input: {} } : {}) };
}

function identity({ entry, input, createdAtMs, ...rest }: UpstreamPrediction, places: Places): Record<string, unknown> {
  const urls = addresses({ entry, input, createdAtMs, ...rest }, places);
  return { model: entry.id, version: "hidden", input, source: "api", created_at: new Date(createdAtMs).toISOString(), urls };
}

function addresses({ id }: UpstreamPrediction, { canaryOrigin }: Places): Record<string, string> {
  const get = `${canaryOrigin}/v1/predictions/${id}`;
  return { get, cancel: `${get}/cancel`, stream: `${canaryOrigin}/v1/files/${id}`, web: `${canaryOrigin}/p/${id}` };
}

async function presentOutput(
  upstream: Upstream,
  prediction: UpstreamPrediction,
  { status, isExpired }: Sight,
  { origin }: Places,
): Promise<unknown> {
  const { script, entry, id } = prediction;
  const isThere = status === "succeeded" || (script.isEarly === true && status === "processing");
  if (!isThere || isExpired) return null;
  const list: string[] = [];
  for (let index = 0; index < countOutputs(prediction); index++) {
    const { bytes, mime } = await upstream.paint(prediction, index);
    list.push(script.isInline ? `data:${mime};base64,${bytes.toString("base64")}` : `${origin}/files/${id}/out-${index}.webp`);
  }
  return entry.output.shape === "one" ? (list[0] ?? null) : list;
}

function writeLogs(prediction: UpstreamPrediction, { status, progress }: Sight): string {
  if (status === "starting") return "";
  const steps = 28;
  const done = Math.floor(progress * steps);
  const { input, script } = prediction;
  const bar = `${Math.floor(progress * 100)}%|${"█".repeat(done)}${" ".repeat(steps - done)}| ${done}/${steps} [00:01<00:01, 9.5it/s]`;
  const seed = typeof input.seed === "number" && input.seed !== 0 ? input.seed : 29889;
  const filtered = script.isFiltered && status === "succeeded" ? "\nNSFW content detected in image 0\nTotal safe images: 0 out of 1" : "";
  return `Using seed: ${seed}\n  0%|${" ".repeat(steps)}| 0/${steps} [00:00<?, ?it/s]\r ${bar}${filtered}\n`;
}
