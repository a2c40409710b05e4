/**
 * The prediction API as others know it, served by us: the same paths, bodies and errors as the gateways and Replicate
 * itself, translated to and from our own predictions.
 */
import { AppError } from "#lib/errors.ts";
import { apiProjectOf } from "#lib/ids.ts";
import type { Catalogue } from "#lib/models/catalogue.ts";
import { checkInputs, pictureFieldsOf } from "#lib/models/check-inputs.ts";
import type { ModelEntry } from "#lib/models/model.ts";
import type { Outbound } from "#lib/server/outbound/outbound.ts";
import type { Caller } from "#lib/server/people/people.ts";
import type { Sight } from "#lib/server/people/sight.ts";
import type { Predictions } from "#lib/server/predictions/predictions.ts";
import type { Pictures } from "#lib/server/projects/pictures.ts";
import type { Projects } from "#lib/server/projects/projects.ts";
import { isTerminal, type Prediction } from "#lib/wire.ts";
import { checkBody } from "./check-body.ts";
import { asApiError } from "./input-faults.ts";
import { describeApi } from "./openapi.ts";
import { readCursor, writeCursor } from "./page-cursor.ts";
import { facadeId, type PublicPrediction, predictionIdOf, presentPublic } from "./public-prediction.ts";
import { resolvePictures } from "./resolve-pictures.ts";

export interface FacadeParts {
  readonly catalogue: Catalogue;
  readonly pictures: Pictures;
  readonly predictions: Predictions;
  readonly projects: Pick<Projects, "ensureApi">;
  readonly sight: Pick<Sight, "require">;
  readonly outbound: Outbound;
}

/** Who asks, and where they reached us: every address we hand out begins with it. */
export interface FacadeCall {
  readonly caller: Caller;
  readonly origin: string;
}

export interface CreateRequest extends FacadeCall {
  /** "owner/name", from the address; null where the body's `version` names it. */
  readonly model: string | null;
  readonly body: unknown;
  readonly idempotencyKey: string | null;
  /** From `Prefer: wait`; 0 answers at once. */
  readonly waitMs: number;
  readonly signal: AbortSignal;
}

export interface PublicPage {
  readonly next: string | null;
  readonly previous: string | null;
  readonly results: readonly PublicPrediction[];
}

export interface Facade {
  create(request: CreateRequest): Promise<{ readonly prediction: PublicPrediction; readonly isOver: boolean }>;
  get(id: string, call: FacadeCall): Promise<PublicPrediction>;
  /** Answers once the run has ended, or after a few seconds with how it stands. */
  cancel(id: string, call: FacadeCall & { readonly signal: AbortSignal }): Promise<PublicPrediction>;
  /** What whoever asks made themselves. */
  list(request: FacadeCall & { readonly cursor?: string }): Promise<PublicPage>;
  describe(origin: string): Readonly<Record<string, unknown>>;
}

const pageSize = 100;
/** A cancel is usually through within a second; Replicate's own answer says "canceled". */
const cancelWaitMs = 5_000;

export function createFacade(parts: FacadeParts): Facade {
  const { catalogue, predictions, projects, sight } = parts;
  const present = (prediction: Prediction, origin: string) =>
    presentPublic(
      prediction,
      catalogue.list().find((entry) => entry.id === prediction.model),
      origin,
    );

  async function waitUntilOver(prediction: Prediction, waitMs: number, signal: AbortSignal): Promise<Prediction> {
    const untilMs = Date.now() + waitMs;
    let current = prediction;
    while (!isTerminal(current.status) && Date.now() < untilMs && !signal.aborted) {
      current = await predictions.wait(current.id, { after: current.version, waitMs: untilMs - Date.now(), signal });
    }
    return current;
  }

  async function start(entry: ModelEntry, input: unknown, { origin, caller, idempotencyKey, signal }: CreateRequest): Promise<Prediction> {
    // Everything that needs no fetching is checked first: bad input leaves nothing behind.
    const { inputs, ignored } = checkInputs(entry, input, { unknownFields: "ignore", pictures: "addresses" });
    const fields = pictureFieldsOf(entry).filter(({ name }) => inputs[name] !== undefined);
    const addresses = new Map(fields.map(({ name }) => [name, String(inputs[name])]));
    const personId = caller.person?.id ?? null;
    const projectId = await projects.ensureApi(personId);
    const stored = await resolvePictures(parts, entry, addresses, { origin, caller, holderId: projectId, signal });
    const { prediction } = await predictions.start({
      projectId,
      parentEditId: null,
      model: entry.id,
      inputs: { ...inputs, ...stored },
      via: "facade",
      personId,
      idempotencyKey,
      notes: ignored.map((name) => `left out ${name.slice(0, 80)}, which ${entry.id} does not have`),
    });
    return prediction;
  }

  async function own(id: string, { caller }: FacadeCall): Promise<string> {
    const predictionId = predictionIdOf(id);
    await sight.require(caller, predictionId);
    return predictionId;
  }

  return {
    async create(request) {
      const { model, body, origin, waitMs, signal } = request;
      const { input, version } = checkBody(body, { isByVersion: model === null });
      const entry = model === null ? byVersion(catalogue, version ?? "") : catalogue.get(model);
      const prediction = await start(entry, input, request).catch((error: unknown) => {
        throw asApiError(error, entry);
      });
      const seen = await waitUntilOver(prediction, waitMs, signal);
      return { prediction: present(seen, origin), isOver: isTerminal(seen.status) };
    },

    async get(id, call) {
      return present(await predictions.get(await own(id, call)), call.origin);
    },

    async cancel(id, { signal, ...call }) {
      const canceled = await predictions.cancel(await own(id, call));
      return present(await waitUntilOver(canceled, cancelWaitMs, signal), call.origin);
    },

    async list({ cursor, origin, caller }) {
      const { trail } = readCursor(cursor);
      const after = trail.at(-1);
      const page = await predictions.list({
        limit: pageSize,
        via: "facade",
        ...(caller.person ? { projectId: apiProjectOf(caller.person.id) } : {}),
        ...(after === undefined ? {} : { after: predictionIdOf(after) }),
      });
      const pageAt = (ids: readonly string[]) =>
        `${origin}/replicate/v1/predictions${ids.length === 0 ? "" : `?cursor=${writeCursor({ trail: ids })}`}`;
      return {
        next: page.next === null ? null : pageAt([...trail, facadeId(page.next)]),
        previous: after === undefined ? null : pageAt(trail.slice(0, -1)),
        results: page.items.map((prediction) => present(prediction, origin)),
      };
    },

    describe: (origin) => describeApi(catalogue, origin),
  };
}

function byVersion(catalogue: Catalogue, version: string): ModelEntry {
  const entry = catalogue.list().find(({ id }) => id === version.split(":")[0]);
  if (entry) return entry;
  throw new AppError("invalid_input", "The specified version does not exist (or perhaps you don't have permission to use it?)", {
    faults: [{ field: "version", rule: "format", message: "Expected owner/name of a known model for version" }],
  });
}
