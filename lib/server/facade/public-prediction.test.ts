import { describe, expect, it } from "vitest";
import { fluxKontextPro } from "#lib/models/flux-kontext-pro.ts";
import { fluxSchnell } from "#lib/models/flux-schnell.ts";
import { type Picture, type Prediction, predictionStatuses } from "#lib/wire.ts";
import { facadeId, presentPublic } from "./public-prediction.ts";

const origin = "http://127.0.0.1:3000";
const source = `pic_${"a".repeat(64)}`;
const result = (digit: string, format: Picture["format"]) => ({ id: `pic_${digit.repeat(64)}`, format }) as Picture;

const base: Prediction = {
  id: "prd_01m7ybz2fsvp0qez1tkqr4hvv8",
  projectId: "prj_api",
  parentEditId: null,
  model: fluxKontextPro.id,
  provider: "replicate",
  inputs: { prompt: "Make this a 90s cartoon", input_image: source, safety_tolerance: 2 },
  frame: null,
  status: "intent",
  version: 1,
  progress: null,
  logs: "",
  seed: 7,
  waitingFor: null,
  error: null,
  cancelRequested: false,
  charged: "no",
  priceUsd: 0.04,
  outputs: [],
  outputEditIds: [],
  createdAt: "2026-11-21T06:00:00.000Z",
  startedAt: null,
  completedAt: null,
};

describe("a prediction in the shape of the API", () => {
  it("begins with everything the documents show, at our addresses", () => {
    const id = "01m7ybz2fsvp0qez1tkqr4hvv8";
    expect(presentPublic(base, fluxKontextPro, origin)).toEqual({
      id,
      model: "black-forest-labs/flux-kontext-pro",
      version: "hidden",
      status: "starting",
      input: { prompt: "Make this a 90s cartoon", input_image: `${origin}/api/pictures/${source}/file`, safety_tolerance: 2 },
      output: null,
      error: null,
      logs: "",
      data_removed: false,
      source: "api",
      created_at: "2026-11-21T06:00:00.000Z",
      urls: {
        get: `${origin}/replicate/v1/predictions/${id}`,
        cancel: `${origin}/replicate/v1/predictions/${id}/cancel`,
        web: `${origin}/projects/prj_api`,
      },
    });
    expect(facadeId(base.id)).toMatch(/^[a-z0-9]{26}$/);
  });

  it("knows only the words of the API for where it stands", () => {
    const words = predictionStatuses.map((status) => [status, presentPublic({ ...base, status }, fluxKontextPro, origin).status]);
    expect(Object.fromEntries(words)).toEqual({
      intent: "starting",
      submitting: "starting",
      accepted: "starting",
      unknown: "starting",
      running: "processing",
      fetching: "processing",
      stored: "succeeded",
      failed: "failed",
      canceled: "canceled",
    });
  });

  it("ends with one address for models that give one, and with its times", () => {
    const over: Prediction = {
      ...base,
      status: "stored",
      outputs: [result("b", "jpeg")],
      startedAt: "2026-11-21T06:00:01.000Z",
      completedAt: "2026-11-21T06:00:04.500Z",
    };
    expect(presentPublic(over, fluxKontextPro, origin)).toMatchObject({
      status: "succeeded",
      output: `${origin}/replicate/v1/files/pic_${"b".repeat(64)}.jpg`,
      started_at: "2026-11-21T06:00:01.000Z",
      completed_at: "2026-11-21T06:00:04.500Z",
      metrics: { predict_time: 3.5, total_time: 4.5, image_count: 1 },
    });
  });

  it("ends with a list for models that give lists, even of one", () => {
    const over = { ...base, model: fluxSchnell.id, inputs: { prompt: "a" }, status: "stored", outputs: [result("c", "webp")] } as const;
    expect(presentPublic(over, fluxSchnell, origin).output).toEqual([`${origin}/replicate/v1/files/pic_${"c".repeat(64)}.webp`]);
  });

  it("can still be read when its model has left the catalogue", () => {
    const over: Prediction = { ...base, status: "stored", outputs: [result("b", "png"), result("c", "png")] };
    expect(presentPublic(over, undefined, origin).output).toHaveLength(2);
  });

  it("keeps its outputs back until they are stored, and tells why it failed", () => {
    expect(presentPublic({ ...base, status: "fetching", outputs: [result("b", "png")] }, fluxKontextPro, origin).output).toBeNull();
    const error = { code: "flagged", message: "It was flagged", charged: "maybe", faults: [] } as const;
    expect(presentPublic({ ...base, status: "failed", error }, fluxKontextPro, origin)).toMatchObject({
      status: "failed",
      error: "It was flagged",
      output: null,
    });
  });
});
