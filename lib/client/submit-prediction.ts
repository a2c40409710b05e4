/**
 * Asks for a prediction under an Idempotency-Key. A submit whose answer was lost keeps its key, so that pressing Run
 * again with the same inputs finds the first run instead of paying for a second one.
 */
import { errorCodes } from "#lib/errors.ts";
import { type Prediction, paths, type StartPrediction } from "#lib/wire.ts";
import { ClientError } from "./client-error.ts";
import { fetchJson } from "./fetch-json.ts";
import { newKey } from "./new-key.ts";

type Send = (request: StartPrediction, key: string) => Promise<Prediction>;

export interface Submitter {
  /** Runs that are meant to be several, though they ask for the same, differ in `copy`. */
  submit(request: StartPrediction, copy?: number): Promise<Prediction>;
}

export function createSubmitter(send: Send = postPrediction, makeKey: () => string = newKey): Submitter {
  const unanswered = new Map<string, string>();
  return {
    async submit(request, copy = 0) {
      const body = JSON.stringify([copy, request]);
      const key = unanswered.get(body) ?? makeKey();
      unanswered.set(body, key);
      try {
        const prediction = await sendTwice(send, request, key);
        unanswered.delete(body);
        return prediction;
      } catch (error) {
        if (!isAnswerOpen(error)) unanswered.delete(body);
        throw error;
      }
    },
  };
}

async function sendTwice(send: Send, request: StartPrediction, key: string): Promise<Prediction> {
  try {
    return await send(request, key);
  } catch (error) {
    if (!(error instanceof ClientError && error.code === "connection_lost")) throw error;
    return send(request, key);
  }
}

/** After a refusal nothing was begun; after a lost connection or a fault of the server nobody here can tell. */
function isAnswerOpen(error: unknown): boolean {
  if (!(error instanceof ClientError)) return true;
  return error.code === "connection_lost" || errorCodes[error.code].status >= 500;
}

function postPrediction(request: StartPrediction, key: string): Promise<Prediction> {
  return fetchJson<Prediction>(paths.predictions, { method: "POST", body: request, headers: { "idempotency-key": key }, mayCost: true });
}

export function cancelPrediction(id: string): Promise<Prediction> {
  return fetchJson<Prediction>(paths.cancel(id), { method: "POST", mayCost: true });
}
