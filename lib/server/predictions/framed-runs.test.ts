import { readFile } from "node:fs/promises";
import sharp from "sharp";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { AppError, isAppError } from "#lib/errors.ts";
import { sha256Of } from "#lib/ids.ts";
import { createPictures } from "#lib/server/projects/create-pictures.ts";
import type { ReplicateProvider } from "#lib/server/providers/replicate.ts";
import { createReplicateProvider } from "#lib/server/providers/replicate.ts";
import { pictureKey } from "#lib/server/storage/blobs.ts";
import { type FakeGateway, startFakeGateway } from "#lib/testing/fake-gateway/fake-gateway.ts";
import { paintBent } from "#lib/testing/fake-gateway/paint-bent.ts";
import { benchProject, openPredictionBench, type PredictionBench } from "#lib/testing/prediction-bench.ts";
import type { Box, Expansion, Picture } from "#lib/wire.ts";
import { advance } from "./steps/advance.ts";
import type { StepParts } from "./steps/step.ts";

const model = "black-forest-labs/flux-fill-dev";
const [width, height] = [1900, 1300];
const area = { x: 1500, y: 700, width: 160, height: 120 };

let bench: PredictionBench;
let gateway: FakeGateway;
let provider: ReplicateProvider;
let parts: StepParts;
let picture: Picture;
let mask: Picture;

beforeAll(async () => {
  bench = await openPredictionBench();
  gateway = await startFakeGateway({ paint: paintBent });
  provider = createReplicateProvider({ token: gateway.token, baseUrl: gateway.baseUrl, resultHosts: [] });
  parts = { ...bench.parts, provider };
  const drawn = Buffer.from(
    Uint8Array.from({ length: width * height * 3 }, (_, i) => 128 + 60 * Math.sin(i / 97) + 50 * Math.sin(i / (3 * width * 40))),
  );
  const source = sharp(drawn, { raw: { width, height, channels: 3 } });
  // Stored upright: the model must see what the person sees.
  picture = await upload(await source.rotate(270).withMetadata({ orientation: 6 }).jpeg({ quality: 93 }).toBuffer());
  mask = await upload(await drawMask(area));
});

afterAll(async () => {
  expect([gateway.violations, gateway.followed]).toEqual([[], []]);
  await provider.close();
  await gateway.close();
  await bench.close();
});

function upload(bytes: Buffer): Promise<Picture> {
  const maxBytes = 50_000_000;
  return createPictures(bench.parts).receive(
    (async function* () {
      yield bytes;
    })(),
    { maxBytes, holderId: null },
  );
}

function drawMask({ x, y, width: w, height: h }: Box): Promise<Buffer> {
  const white = { create: { width: w, height: h, channels: 3, background: "#fff" } } as const;
  return sharp({ create: { width, height, channels: 3, background: "#000" } })
    .composite([{ input: white, left: x, top: y }])
    .png()
    .toBuffer();
}

interface Given {
  readonly inputs?: Record<string, unknown>;
  readonly box?: Box;
  readonly expand?: Expansion;
  readonly via?: "studio" | "facade";
}

async function start({ inputs = {}, via = "studio", ...framing }: Given = {}): Promise<string> {
  const all = { prompt: "a cup", image: picture.id, mask: mask.id, seed: 5, ...inputs };
  const request = {
    projectId: benchProject,
    parentEditId: null,
    model,
    inputs: all,
    via,
    personId: null,
    idempotencyKey: null,
    ...framing,
  };
  return (await bench.predictions.start(request)).prediction.id;
}

async function move(id: string, own: StepParts, steps: number): Promise<void> {
  for (let step = 0; step < steps; step++) {
    const row = await bench.row(id);
    bench.clock.advance(Math.max(0, row.nextAtMs - bench.clock.now()));
    await advance(own, row, new AbortController().signal);
  }
}

async function finish(id: string, own: StepParts = parts) {
  await move(id, own, 12);
  const prediction = await bench.predictions.get(id);
  const edits = (await bench.records.edits.ofProject(benchProject)).filter((edit) => edit.predictionId === id);
  return { prediction, edits, asked: gateway.predictions.at(-1)?.input ?? {} };
}

const bytesOf = (id: string) => bench.parts.blobs.withFile(pictureKey(sha256Of(id)), (path) => readFile(path));
const valuesOf = async (id: string) =>
  sharp(await bytesOf(id), { ignoreIcc: true })
    .raw()
    .toBuffer();

async function refusal(given: Given) {
  const error: unknown = await start(given).then(
    () => null,
    (cause: unknown) => cause,
  );
  return isAppError(error) ? { status: error.status, fields: error.faults.map((fault) => fault.field) } : error;
}

describe("a fill through a gateway that bends, softens and re-encodes", () => {
  it("is stored as the original outside its mask, byte for byte, with the figures of it", async () => {
    const { prediction, edits } = await finish(await start({ inputs: { num_outputs: 2 } }));
    expect(prediction).toMatchObject({
      status: "stored",
      outputs: [
        { width, height, format: "png" },
        { width, height },
      ],
    });
    const before = await valuesOf(picture.id);
    for (const { pictureId, fidelity } of edits) {
      const after = await valuesOf(pictureId);
      const alpha = await sharp(await bytesOf(fidelity?.alphaId ?? ""))
        .extractChannel(0)
        .raw()
        .toBuffer();
      let [changed, outside, open] = [0, 0, 0];
      for (let pixel = 0; pixel < alpha.length; pixel++) {
        if ((alpha[pixel] ?? 0) > 0) open++;
        if (before.compare(after, pixel * 3, pixel * 3 + 3, pixel * 3, pixel * 3 + 3) === 0) continue;
        changed++;
        if (alpha[pixel] === 0) outside++;
      }
      expect(outside).toBe(0);
      expect(changed).toBeGreaterThan(area.width * area.height * 0.9);
      const pixels = width * height;
      expect(fidelity).toMatchObject({ method: "paste", pixels, changed, outside: { pixels: pixels - open, changed: 0 }, scale: 1 });
    }
    expect(new Set(edits.map((edit) => edit.pictureId)).size).toBe(2);
  });

  it("keeps the placed result and the provider's own file behind it, and a sweep would leave them all", async () => {
    const { edits } = await finish(await start());
    const { alphaId, resultId } = edits[0]?.fidelity ?? {};
    const rows = await bench.records.pictures.getMany([alphaId ?? "", resultId ?? ""]);
    expect(rows).toMatchObject([
      { width, height, hasAlpha: false },
      { width, height, hasAlpha: true },
    ]);
    const source = rows[1]?.sourceSha256 ?? "";
    const hashes = [source, ...rows.map((row) => row.sha256)];
    expect(await bench.records.pictures.referenced(hashes)).toEqual(new Set(hashes));
    const raw = await bench.parts.blobs.withFile(pictureKey(source), (path) => sharp(path).metadata());
    expect(raw).toMatchObject({ format: "webp" });
  });

  it("shows the model only a box around what is painted, at the picture's own size, and asks for its size and no loss", async () => {
    const { prediction, asked } = await finish(await start());
    const box = prediction.frame?.box;
    expect(prediction.frame).toMatchObject({ expand: { left: 0, top: 0, right: 0, bottom: 0 }, content: [box?.width, box?.height] });
    expect(asked).toMatchObject({ megapixels: "match_input", output_format: "png", seed: 5 });
    const sent = await sharp(Buffer.from(String(asked.image).split(",")[1] ?? "", "base64")).metadata();
    expect([sent.width, sent.height]).toEqual(prediction.frame?.working);
    expect(Math.max(sent.width, sent.height)).toBeLessThan(width / 2);
  });

  it("asks for what the person chose instead", async () => {
    const { asked } = await finish(await start({ inputs: { megapixels: "1", output_format: "jpg" } }));
    expect(asked).toMatchObject({ megapixels: "1", output_format: "jpg" });
  });

  it("takes the box a person drew, and a side the model does not take is filled up, not stretched", async () => {
    const drawn = { x: 1400, y: 600, width: 400, height: 333 };
    const id = await start({ box: drawn });
    expect((await bench.row(id)).frame).toMatchObject({ box: drawn, content: [400, 333], working: [416, 352] });
    const { edits, prediction } = await finish(id);
    expect(prediction.status).toBe("stored");
    expect(edits[0]?.fidelity).toMatchObject({ outside: { changed: 0 } });
  });

  it("lands in the place that was settled, though the model's rules change and the first copy is broken off", async () => {
    const id = await start();
    const { frame } = await bench.row(id);
    const entry = parts.catalogue.get(model);
    const changed = { ...entry, workingSize: { rule: "fit", maxSide: 256, multipleOf: 64 } as const };
    const catalogue = { ...parts.catalogue, get: () => changed, list: () => [changed] };
    let isBroken = false;
    const paste: StepParts["darkroom"]["paste"] = (...given) => {
      if (isBroken) return bench.parts.darkroom.paste(...given);
      isBroken = true;
      return Promise.reject(new AppError("busy", "The pictures' processes are being closed"));
    };
    const { edits, asked } = await finish(id, { ...parts, catalogue, darkroom: { ...bench.parts.darkroom, paste } });
    const sent = await sharp(Buffer.from(String(asked.image).split(",")[1] ?? "", "base64")).metadata();
    expect([sent.width, sent.height]).toEqual(frame?.working);
    expect(isBroken).toBe(true);
    expect(edits).toMatchObject([{ fidelity: { method: "paste", outside: { changed: 0 } } }]);
  });

  it("is kept as it came when its model has left the catalogue meanwhile", async () => {
    const { edits, prediction } = await finish(await start(), { ...parts, catalogue: { ...parts.catalogue, list: () => [] } });
    expect(prediction).toMatchObject({ status: "stored", outputs: [{ format: "webp" }] });
    expect(edits).toMatchObject([{ fidelity: null }]);
  });

  it("grows the canvas, paints the border without a mask, and keeps what lies inside", async () => {
    const expand = { left: 0, top: 0, right: 300, bottom: 0 };
    const id = await start({ inputs: { mask: undefined }, expand });
    const { prediction, edits } = await finish(id);
    expect(prediction).toMatchObject({ status: "stored", outputs: [{ width: width + 300, height }] });
    const whole = sharp(await bytesOf(edits[0]?.pictureId ?? ""));
    const scale = edits[0]?.fidelity?.scale ?? 0;
    const kept = { left: 0, top: 0, width: width - Math.ceil(12 / scale), height };
    const before = await sharp(await bytesOf(picture.id), { ignoreIcc: true })
      .extract(kept)
      .raw()
      .toBuffer();
    expect((await whole.extract(kept).raw().toBuffer()).equals(before)).toBe(true);
    expect(edits[0]?.fidelity?.changed).toBeGreaterThanOrEqual(300 * height);
  });

  it("paints a mask and a new border in one run, inside the box that was drawn on the grown canvas", async () => {
    const expand = { left: 200, top: 0, right: 0, bottom: 100 };
    const box = { x: 0, y: 100, width: width + 200, height };
    expect(await refusal({ expand, box })).toEqual({ status: 422, fields: ["box"] });
    const whole = { x: 0, y: 0, width: width + 200, height: height + 100 };
    const id = await start({ expand, box: whole });
    expect((await bench.row(id)).frame).toMatchObject({ expand, box: whole });
    const { prediction, edits } = await finish(id);
    expect(prediction).toMatchObject({ status: "stored", outputs: [{ width: width + 200, height: height + 100 }] });
    const { outside, changed = 0 } = edits[0]?.fidelity ?? {};
    expect(outside?.changed).toBe(0);
    expect(changed).toBeGreaterThan(200 * height + area.width * area.height * 0.9);
  });

  it("fails with a code when the result has another shape, and says that it may be charged", async () => {
    const odd = await sharp({ create: { width: 640, height: 96, channels: 3, background: "#123" } })
      .png()
      .toBuffer();
    const other = await startFakeGateway({ paint: () => ({ bytes: odd, mime: "image/png" }) });
    const away = createReplicateProvider({ token: other.token, baseUrl: other.baseUrl, resultHosts: [] });
    const id = await start();
    await move(id, { ...parts, provider: away }, 12);
    expect((await bench.predictions.get(id)).error).toMatchObject({ code: "result_unreadable", charged: "yes" });
    await away.close();
    await other.close();
  });
});

describe("a run that others begin", () => {
  it("is passed through: the whole picture goes, and the result is stored as it came", async () => {
    const { prediction, edits, asked } = await finish(await start({ via: "facade" }));
    expect(prediction).toMatchObject({ status: "stored", frame: null, outputs: [{ format: "webp", width: 1440, height: 960 }] });
    expect(edits[0]?.fidelity).toBeNull();
    expect(asked).not.toHaveProperty("output_format");
  });
});

describe("a frame that cannot be", () => {
  it("is refused with the field's name before anything is stored", async () => {
    const before = (await bench.predictions.list({ limit: 100 })).items.length;
    expect(await refusal({ box: { x: 0, y: 0, width: 500, height: 500 } })).toEqual({ status: 422, fields: ["box"] });
    expect(await refusal({ box: { x: 1800, y: 0, width: 500, height: 500 } })).toEqual({ status: 422, fields: ["box"] });
    expect(await refusal({ expand: { left: 1e6, top: 0, right: 0, bottom: 0 } })).toEqual({ status: 422, fields: ["expand"] });
    expect(await refusal({ expand: { left: -1, top: 5, right: 0, bottom: 0 } })).toEqual({ status: 422, fields: ["expand"] });
    expect(await refusal({ inputs: { mask: undefined } })).toEqual({ status: 422, fields: ["mask"] });
    const faint = await upload(
      await sharp({ create: { width, height, channels: 3, background: "#050505" } })
        .png()
        .toBuffer(),
    );
    expect(await refusal({ inputs: { mask: faint.id } })).toEqual({ status: 422, fields: ["mask"] });
    const plain = {
      projectId: benchProject,
      parentEditId: null,
      model: "black-forest-labs/flux-schnell",
      via: "studio",
      personId: null,
    } as const;
    const expand = { left: 1, top: 0, right: 0, bottom: 0 };
    const wrong = bench.predictions.start({ ...plain, inputs: { prompt: "x" }, expand, idempotencyKey: null });
    await expect(wrong).rejects.toMatchObject({ code: "invalid_input", faults: [{ field: "expand" }] });
    expect((await bench.predictions.list({ limit: 100 })).items).toHaveLength(before);
  });
});
