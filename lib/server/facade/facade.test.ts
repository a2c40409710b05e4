import { describe, expect, it } from "vitest";
import { AppError } from "#lib/errors.ts";
import { apiProjectId, apiProjectOf } from "#lib/ids.ts";
import { createCatalogue } from "#lib/models/catalogue.ts";
import type { Outbound } from "#lib/server/outbound/outbound.ts";
import type { Caller } from "#lib/server/people/people.ts";
import type { Predictions, StartRequest } from "#lib/server/predictions/predictions.ts";
import type { Pictures } from "#lib/server/projects/pictures.ts";
import type { Picture, Prediction } from "#lib/wire.ts";
import { type CreateRequest, createFacade } from "./facade.ts";

const origin = "http://127.0.0.1:3000";
const caller: Caller = { person: null, role: "owner", sessionId: null };
const schnell = "black-forest-labs/flux-schnell";
const kontext = "black-forest-labs/flux-kontext-pro";
const dataUri = `data:image/png;base64,${Buffer.from("picture").toString("base64")}`;
const storedId = `pic_${"a".repeat(64)}`;

function predictionFrom(
  { model, inputs }: Pick<StartRequest, "model" | "inputs">,
  status: Prediction["status"],
  version: number,
): Prediction {
  return {
    id: "prd_one",
    projectId: apiProjectId,
    parentEditId: null,
    model,
    provider: "local",
    inputs: inputs as Prediction["inputs"],
    frame: null,
    status,
    version,
    progress: null,
    logs: "",
    seed: null,
    waitingFor: null,
    error: null,
    cancelRequested: false,
    charged: "no",
    priceUsd: 0,
    outputs: [],
    outputEditIds: [],
    createdAt: "2026-11-21T06:00:00.000Z",
    startedAt: null,
    completedAt: null,
  };
}

/** Predictions that run through `statuses`, one at each look. */
function createParts(statuses: readonly Prediction["status"][] = ["stored"]) {
  const started: StartRequest[] = [];
  const received: string[] = [];
  const listed: (string | undefined)[] = [];
  let looks = 0;
  const next = () => {
    const status = statuses[Math.min(looks, statuses.length - 1)] ?? "stored";
    looks += 1;
    return predictionFrom(started.at(-1) ?? { model: schnell, inputs: {} }, status, looks + 1);
  };
  const predictions: Predictions = {
    start: async (request) => {
      if ((request.inputs as { prompt?: string }).prompt === "mask too small") {
        throw new AppError("invalid_input", "wrong size", {
          faults: [{ field: "mask", rule: "conflict", message: "wrong size for mask" }],
        });
      }
      started.push(request);
      return { created: true, prediction: predictionFrom(request, "intent", 1) };
    },
    get: async (id) => {
      if (id === "prd_one") return next();
      throw new AppError("not_found", "Expected the id of a prediction");
    },
    wait: async () => next(),
    waitForAny: async () => ({ predictions: [next()], edits: [] }),
    enlarge: async () => ({ created: true, prediction: next() }),
    usage: async () => ({ spentUsd: 0, budget: null, usual: [] }),
    glimpse: async () => null,
    cancel: async () => ({ ...next(), cancelRequested: true }),
    list: async ({ after, via, limit }) => {
      expect([via, limit]).toEqual(["facade", 100]);
      listed.push(after);
      return { items: [next()], next: after === "prd_page2" ? null : after === undefined ? "prd_page1" : "prd_page2" };
    },
  };
  const pictures = {
    inspect: async () => {
      const picture = { id: storedId, width: 40, height: 30 } as Picture;
      return {
        picture,
        maskFacts: async () => ({ width: 40, height: 30, white: 0.5, painted: null }),
        keep: async () => {
          received.push("one");
          return picture;
        },
        discard: async () => {},
      };
    },
  } as unknown as Pictures;
  const facade = createFacade({
    ...{ catalogue: createCatalogue(), pictures, predictions, outbound: {} as Outbound },
    projects: { ensureApi: async (personId) => apiProjectOf(personId) },
    sight: { require: async () => {} },
  });
  return { facade, started, received, listed, looks: () => looks };
}

function ask(more: Partial<CreateRequest>): CreateRequest {
  const signal = new AbortController().signal;
  return { model: schnell, body: { input: { prompt: "a boat" } }, caller, origin, idempotencyKey: null, waitMs: 0, signal, ...more };
}

describe("a create", () => {
  it("starts a prediction in the project of the API and answers at once", async () => {
    const { facade, started, looks } = createParts();
    const { prediction, isOver } = await facade.create(ask({ idempotencyKey: "k1" }));
    expect([prediction.id, prediction.status, prediction.model, isOver, looks()]).toEqual(["one", "starting", schnell, false, 0]);
    expect(started).toEqual([
      {
        projectId: apiProjectId,
        parentEditId: null,
        model: schnell,
        inputs: { prompt: "a boat" },
        via: "facade",
        personId: null,
        idempotencyKey: "k1",
        notes: [],
      },
    ]);
  });

  it("takes the model from the version, with or without a hash behind it", async () => {
    const { facade, started } = createParts();
    const input = { prompt: "a boat" };
    for (const version of [schnell, `${schnell}:${"f".repeat(64)}`]) await facade.create(ask({ model: null, body: { version, input } }));
    expect(started.map(({ model }) => model)).toEqual([schnell, schnell]);
  });

  it.each(["f".repeat(64), "acme/unknown", ""])("does not know the version %j", async (version) => {
    const { facade } = createParts();
    await expect(facade.create(ask({ model: null, body: { version, input: { prompt: "a" } } }))).rejects.toMatchObject({
      code: "invalid_input",
      faults: [{ field: "version" }],
    });
  });

  it("leaves out what the model does not have, and says so", async () => {
    const { facade, started } = createParts();
    await facade.create(ask({ body: { input: { prompt: "a boat", steps: 3 } } }));
    expect(started[0]).toMatchObject({ inputs: { prompt: "a boat" }, notes: [`left out steps, which ${schnell} does not have`] });
  });

  it("stores pictures only when everything else is right", async () => {
    const { facade, started, received } = createParts();
    const wrong = { prompt: "a", input_image: dataUri, output_format: "gif" };
    await expect(facade.create(ask({ model: kontext, body: { input: wrong } }))).rejects.toMatchObject({
      faults: [{ field: "input.output_format", message: 'output_format must be one of the following: "jpg", "png"' }],
    });
    expect([started, received]).toEqual([[], []]);
    await facade.create(ask({ model: kontext, body: { input: { prompt: "a", input_image: dataUri } } }));
    expect(started[0]?.inputs).toEqual({ prompt: "a", input_image: storedId });
  });

  it("names the fields of what only the start can see in the API's way as well", async () => {
    const { facade } = createParts();
    const body = { input: { prompt: "mask too small", image: dataUri, mask: dataUri } };
    await expect(facade.create(ask({ model: "black-forest-labs/flux-fill-dev", body }))).rejects.toMatchObject({
      faults: [{ field: "input.mask", rule: "conflict" }],
    });
  });

  it("does not know a model nobody has", async () => {
    await expect(createParts().facade.create(ask({ model: "acme/unknown" }))).rejects.toMatchObject({ code: "unknown_model" });
  });

  it("waits until the end when it is asked to", async () => {
    const { facade } = createParts(["accepted", "running", "fetching", "stored"]);
    const { prediction, isOver } = await facade.create(ask({ waitMs: 60_000 }));
    expect([prediction.status, isOver]).toEqual(["succeeded", true]);
  });

  it("stops waiting when the caller has gone", async () => {
    const { facade, looks } = createParts(["running"]);
    const { prediction, isOver } = await facade.create(ask({ waitMs: 60_000, signal: AbortSignal.abort() }));
    expect([prediction.status, isOver, looks()]).toEqual(["starting", false, 0]);
  });
});

describe("afterwards", () => {
  it("a prediction is read by its bare id", async () => {
    const { facade } = createParts(["running"]);
    expect((await facade.get("one", { caller, origin })).status).toBe("processing");
    await expect(facade.get("two", { caller, origin })).rejects.toMatchObject({ code: "not_found" });
  });

  it("a cancel answers when the run has ended", async () => {
    const { facade } = createParts(["running", "running", "canceled"]);
    expect((await facade.cancel("one", { caller, origin, signal: new AbortController().signal })).status).toBe("canceled");
  });

  it("the list leads forwards and back again", async () => {
    const { facade, listed } = createParts();
    const root = `${origin}/replicate/v1/predictions`;
    const cursorOf = (address: string | null) => new URL(address ?? "").searchParams.get("cursor") ?? "";
    const first = await facade.list({ caller, origin });
    expect([first.previous, first.next]).toEqual([null, `${root}?cursor=page1`]);
    const second = await facade.list({ caller, origin, cursor: cursorOf(first.next) });
    expect([second.previous, second.next]).toEqual([root, `${root}?cursor=page1.page2`]);
    const third = await facade.list({ caller, origin, cursor: cursorOf(second.next) });
    expect([third.previous, third.next]).toEqual([`${root}?cursor=page1`, null]);
    expect(listed).toEqual([undefined, "prd_page1", "prd_page2"]);
  });
});
