/** Runs predictions at Replicate, or at any gateway of the same shape. Addresses are built from the base and the id, never taken from an answer. */
import { AppError } from "#lib/errors.ts";
import { requestInput } from "#lib/models/request-input.ts";
import { type Clock, systemClock } from "#lib/server/clock.ts";
import { fileToDataUri } from "#lib/server/data-uri.ts";
import { createOutbound, type Outbound } from "#lib/server/outbound/outbound.ts";
import { type BreakerOptions, createBreaker } from "./breaker.ts";
import { type ApiCall, classifyOddAnswer } from "./classify-failure.ts";
import { type ApiAnswer, createGatewayApi } from "./gateway-api.ts";
import { createOfferCalls } from "./offer-calls.ts";
import { type Ask, type CancelAnswer, type DownloadProgress, type Provider, ProviderError, type Snapshot } from "./provider.ts";
import { isObject, parseJson } from "./read-complaint.ts";
import { readList, readPrediction } from "./read-prediction.ts";
import { saveResult } from "./save-result.ts";
import { createThrottle } from "./throttle.ts";

export interface ReplicateOptions {
  readonly token: string;
  /** Normalised by replicateBase: ends with /v1. */
  readonly baseUrl: string;
  /** More hosts that results may come from, e.g. "files.example.com" or "*.example.com". */
  readonly resultHosts: readonly string[];
  /** Where it may say that a run is over; null or none: it is not told. */
  readonly callAddressOf?: ((predictionId: string) => string) | null;
  /** Must trust the gateway's origin; made here where none is given. */
  readonly outbound?: Outbound;
  readonly clock?: Pick<Clock, "now">;
  readonly timeoutsMs?: Partial<Record<ApiCall | "download", number>>;
  readonly maxBytes?: Partial<Record<ApiCall | "download", number>>;
  readonly breaker?: Partial<BreakerOptions>;
}

export interface ReplicateProvider extends Provider {
  /** False while the breaker keeps calls back. */
  readonly available: boolean;
  close(): Promise<void>;
}

/** A data URI of at most 1,000,000 characters holds this much. */
const maxPictureBytes = 749_000;
const resultHosts = ["replicate.delivery", "*.replicate.delivery"];
/** How a gateway says that it does not know this call. */
const missing = [404, 405, 410, 501];
/** A create carries pictures up and may be held by a gateway for a while; giving up early would leave its fate unknown. */
const usualTimeoutsMs = { create: 120_000, read: 30_000, cancel: 15_000, list: 60_000, download: 120_000 };
const mebibyte = 1024 * 1024;
const unheard: DownloadProgress = { add: () => {}, grow: () => {}, end: () => {} };
/** Results may come inside an answer; a list repeats the inputs of a hundred predictions. */
const usualMaxBytes = { create: 32 * mebibyte, read: 32 * mebibyte, cancel: 32 * mebibyte, list: 64 * mebibyte, download: 64 * mebibyte };

export function createReplicateProvider(options: ReplicateOptions): ReplicateProvider {
  const { token, baseUrl, clock = systemClock } = options;
  const { origin, host } = new URL(baseUrl);
  const { outbound, close } = options.outbound ? { outbound: options.outbound, close: async () => {} } : openOutbound(origin);
  const timeoutsMs = { ...usualTimeoutsMs, ...options.timeoutsMs };
  const maxBytes = { ...usualMaxBytes, ...options.maxBytes };
  const breaker = createBreaker({ failuresInARow: 5, probeAfterMs: 15_000, ...options.breaker });
  const throttles = { asks: createThrottle(clock), looks: createThrottle(clock) };
  const api = createGatewayApi({ token, baseUrl, outbound, breaker, throttles, clock, timeoutsMs, maxBytes });
  const offerCalls = createOfferCalls(options.callAddressOf ?? null, host);
  const hosts = [...resultHosts, ...options.resultHosts];

  const predictionOf = (answer: ApiAnswer, askedId: string | null): Snapshot => {
    const snapshot = readPrediction(parseJson(answer.text), askedId, answer.secrets);
    if (snapshot === null) throw classifyOddAnswer(answer);
    return snapshot;
  };

  return {
    name: "replicate",
    host,
    asksAreFree: false,
    pictureEncoding: { mode: "small", maxBytes: maxPictureBytes },
    mostEditedPixels: null,
    get available() {
      return !breaker.isOpen;
    },

    async ask(ask, signal) {
      const input = await inputOf(ask);
      const path = `/models/${modelPath(ask.model.id)}/predictions`;
      return offerCalls(ask.predictionId, async (extras) => {
        const body = JSON.stringify({ input, ...extras });
        return predictionOf(await api.send({ call: "create", path, body }, signal), null);
      });
    },

    async read(id, signal) {
      return predictionOf(await api.send({ call: "read", path: `/predictions/${encodeURIComponent(id)}` }, signal), id);
    },

    async cancel(id, signal) {
      const path = `/predictions/${encodeURIComponent(id)}/cancel`;
      return readCancel(await api.send({ call: "cancel", path, accept: missing }, signal), id);
    },

    async check(signal) {
      const { status } = await api.send({ call: "list", path: "/predictions", accept: missing }, signal);
      return status < 300 ? "works" : "answers";
    },

    async recent(signal) {
      try {
        const answer = await api.send({ call: "list", path: "/predictions", accept: missing }, signal);
        return answer.status < 300 ? readList(parseJson(answer.text)) : null;
      } catch (error) {
        if (error instanceof ProviderError && error.code === "provider_bad_answer") return null;
        throw error;
      }
    },

    download: (address, path, signal, progress = unheard) =>
      saveResult(outbound, { address, path, hosts, maxBytes: maxBytes.download, timeoutMs: timeoutsMs.download, signal, progress }),

    async forget() {},

    close,
  };
}

function openOutbound(origin: string): { outbound: Outbound; close: () => Promise<void> } {
  const outbound = createOutbound({ trustedOrigins: [origin] });
  return { outbound, close: () => outbound.close() };
}

async function inputOf({ model, inputs, seed, pictures }: Ask): Promise<Readonly<Record<string, unknown>>> {
  const addresses: Record<string, string> = {};
  try {
    for (const [field, { path, mime, bytes }] of Object.entries(pictures)) {
      if (bytes > maxPictureBytes)
        throw new AppError("too_large", `Expected at most ${maxPictureBytes} bytes for ${field} but received ${bytes}`);
      addresses[field] = await fileToDataUri(path, mime);
    }
    return requestInput({ entry: model, inputs, seed, pictures: addresses });
  } catch (error) {
    const known = error instanceof AppError ? error : new AppError("internal", "The pictures could not be read", { cause: error });
    throw new ProviderError(known.code, known.message, { started: "refused", transient: false, faults: known.faults, cause: error });
  }
}

function modelPath(id: string): string {
  return id.split("/").map(encodeURIComponent).join("/");
}

/** A gateway without this call, or with a page of its own in its place, cannot cancel: the run may still be charged. */
function readCancel(answer: ApiAnswer, id: string): CancelAnswer {
  if (answer.status >= 300) return "not-supported";
  if (answer.text.trim() === "") return "canceled";
  const body = parseJson(answer.text);
  if (!isObject(body)) return "not-supported";
  const snapshot = readPrediction(body, id, answer.secrets);
  if (snapshot === null) throw classifyOddAnswer(answer);
  if (snapshot.state === "aborted") return "aborted";
  return snapshot.state === "succeeded" || snapshot.state === "failed" ? "already-over" : "canceled";
}
