import { readFile } from "node:fs/promises";
import sharp from "sharp";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { sha256Of } from "#lib/ids.ts";
import { fractalNoise } from "#lib/pixels/noise.ts";
import { createBlends } from "#lib/server/projects/create-blends.ts";
import { createPictures } from "#lib/server/projects/create-pictures.ts";
import { createProjects } from "#lib/server/projects/create-projects.ts";
import type { Projects } from "#lib/server/projects/projects.ts";
import { createReplicateProvider, type ReplicateProvider } from "#lib/server/providers/replicate.ts";
import { pictureKey } from "#lib/server/storage/blobs.ts";
import { type FakeGateway, startFakeGateway } from "#lib/testing/fake-gateway/fake-gateway.ts";
import type { Paint } from "#lib/testing/fake-gateway/paint.ts";
import { benchProject, openPredictionBench, type PredictionBench } from "#lib/testing/prediction-bench.ts";
import type { Edit, Picture } from "#lib/wire.ts";
import { advance } from "./steps/advance.ts";
import type { StepParts } from "./steps/step.ts";

const model = "black-forest-labs/flux-kontext-dev";
/** Is shown no more than a small picture has. */
const modestModel = "black-forest-labs/flux-kontext-pro";
const [width, height] = [1500, 1500];
/** In shares of the sides: what the gateway paints. */
const disc = { x: 0.4, y: 0.55, radius: 0.1 };

let bench: PredictionBench;
let gateway: FakeGateway;
let provider: ReplicateProvider;
let parts: StepParts;
let projects: Projects;
let picture: Picture;
let upload: Edit;
let lastShown: readonly [width: number, height: number];

/** What is given back, where that is not what was shown. */
const otherSizes: Readonly<Record<string, readonly [width: number, height: number]>> = {
  wide: [1024, 640],
  "a ball on a megapixel": [1248, 832],
  "nothing on a megapixel": [1248, 832],
  "twice as large": [1800, 1200],
};

/** A disc and a cast; "negative" turns everything round, "nothing" paints no disc. */
const paint: Paint = async ({ input }) => {
  const source = String(input.input_image);
  const { data, info } = await sharp(Buffer.from(source.slice(source.indexOf(",") + 1), "base64"))
    .removeAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  lastShown = [info.width, info.height];
  for (let i = 0; i < data.length; i++) {
    const pixel = Math.floor(i / 3);
    const [x, y] = [(pixel % info.width) / info.width, Math.floor(pixel / info.width) / info.height];
    const isInside = !String(input.prompt).startsWith("nothing") && Math.hypot(x - disc.x, y - disc.y) < disc.radius;
    const value = isInside ? ([220, 40, 60][i % 3] ?? 0) : (data[i] ?? 0);
    data[i] = input.prompt === "negative" ? 255 - value : Math.min(255, value * 0.97 + 4 + 3 * x);
  }
  const drawn = sharp(data, { raw: { width: info.width, height: info.height, channels: 3 } });
  // A few pixels are lost at the left and below, and the rest is stretched over them.
  const shifted = drawn.extract({ left: 6, top: 0, width: info.width - 6, height: info.height - 4 });
  const [across, down] = otherSizes[String(input.prompt)] ?? lastShown;
  return { bytes: await shifted.resize(across, down, { fit: "fill" }).jpeg({ quality: 90 }).toBuffer(), mime: "image/jpeg" };
};

beforeAll(async () => {
  bench = await openPredictionBench();
  gateway = await startFakeGateway({ paint });
  provider = createReplicateProvider({ token: gateway.token, baseUrl: gateway.baseUrl, resultHosts: [] });
  parts = { ...bench.parts, provider };
  projects = createProjects({ ...bench.parts, predictionsOf: async () => [] });
  picture = await receive(await drawHills(width, height));
  upload = await projects.addUpload(benchProject, { pictureId: picture.id, name: "hills" });
});

afterAll(async () => {
  await provider.close();
  await gateway.close();
  await bench.close();
});

function drawHills(across: number, down: number): Promise<Buffer> {
  const raw = new Uint8Array(across * down * 3);
  for (let i = 0; i < raw.length; i++) {
    const pixel = Math.floor(i / 3);
    raw[i] = 30 + 190 * fractalNoise((pixel % across) / 90 + (i % 3) * 0.1, Math.floor(pixel / across) / 90, 5, 4);
  }
  return sharp(raw, { raw: { width: across, height: down, channels: 3 } })
    .png()
    .toBuffer();
}

function receive(bytes: Buffer): Promise<Picture> {
  const source = (async function* () {
    yield bytes;
  })();
  return createPictures(bench.parts).receive(source, { maxBytes: 50_000_000, holderId: null });
}

async function run(prompt: string, via: "studio" | "facade" = "studio", from = { picture, upload }, by = model) {
  const inputs = { prompt, input_image: from.picture.id, seed: 5 };
  const request = { projectId: benchProject, parentEditId: from.upload.id, model: by, inputs, via, personId: null, idempotencyKey: null };
  const { id } = (await bench.predictions.start(request)).prediction;
  for (let step = 0; step < 12; step++) {
    const row = await bench.row(id);
    bench.clock.advance(Math.max(0, row.nextAtMs - bench.clock.now()));
    await advance(parts, row, new AbortController().signal);
  }
  expect((await bench.row(id)).error).toBeNull();
  const edit = (await bench.records.edits.ofProject(benchProject)).find((each) => each.predictionId === id);
  if (!edit) throw new Error("Expected an edit of the run");
  return edit;
}

const valuesOf = async (id: string, channels: 1 | 3 = 3) => {
  const bytes = await bench.parts.blobs.withFile(pictureKey(sha256Of(id)), (path) => readFile(path));
  const values = sharp(bytes);
  return (channels === 1 ? values.extractChannel(0) : values).raw().toBuffer();
};

async function countChanges(id: string, of = picture): Promise<{ changed: number; inDisc: number }> {
  const { width, height } = of;
  const [before, after] = [await valuesOf(of.id), await valuesOf(id)];
  let [changed, inDisc] = [0, 0];
  for (let pixel = 0; pixel < width * height; pixel++) {
    if (before.compare(after, pixel * 3, pixel * 3 + 3, pixel * 3, pixel * 3 + 3) === 0) continue;
    changed++;
    const [x, y] = [(pixel % width) / width, Math.floor(pixel / width) / height];
    if (Math.hypot(x - disc.x, y - disc.y) < disc.radius + 0.03) inDisc++;
  }
  return { changed, inDisc };
}

describe("an edit without a mask", () => {
  it("keeps the photograph at its own size but for what the model painted, with the figures of it", async () => {
    const { pictureId, fidelity } = await run("a ball");
    expect(await bench.records.pictures.get(pictureId)).toMatchObject({ width, height, format: "png" });
    const { changed, inDisc } = await countChanges(pictureId);
    const painted = Math.PI * (disc.radius * width) ** 2;
    expect(changed).toBe(inDisc);
    expect(inDisc).toBeGreaterThan(painted * 0.97);
    expect(fidelity).toMatchObject({ method: "photo", pixels: width * height, changed, outside: { changed: 0 }, reason: null });
    if (fidelity?.transform?.kind !== "photo") throw new Error("Expected to be told where the result lay");
    const { seen, scaleX, shiftX, scaleY, shiftY } = fidelity.transform;
    const [zoomX, zoomY] = [seen[0] / (seen[0] - 6), seen[1] / (seen[1] - 4)];
    expect(fidelity.transform).toMatchObject({ growPx: 3, featherPx: 4 });
    // Where the corners of the picture lie in the result, against where the gateway put them.
    const corners = [shiftX + 6 * zoomX, scaleX * seen[0] + shiftX - seen[0], shiftY, scaleY * seen[1] + shiftY - zoomY * seen[1]];
    for (const off of corners) expect(Math.abs(off)).toBeLessThan(0.75);
    for (const id of [fidelity?.alphaId, fidelity?.resultId]) {
      expect(await bench.records.pictures.get(id ?? "")).toMatchObject({ width, height, hasAlpha: false });
    }
  });

  it("is the whole result where everything changed, or the shape is another, and says why", async () => {
    const negative = await run("negative");
    expect(negative.fidelity).toMatchObject({ method: "whole", alphaId: null, resultId: negative.pictureId });
    expect(["global", "unaligned"]).toContain(negative.fidelity?.reason);
    const wide = await run("wide");
    expect(wide.fidelity).toMatchObject({ method: "whole", reason: "ratio", pixels: 1024 * 640 });
  });

  it("is what the provider gave where others asked for it", async () => {
    const { pictureId, fidelity } = await run("a ball", "facade");
    expect(fidelity).toBeNull();
    expect(await bench.records.pictures.get(pictureId)).toMatchObject({ format: "jpeg" });
  });

  it.each([
    ["4:1", [2000, 500], [1568, 672], [1568, 392]],
    ["1:4", [500, 2000], [672, 1568], [392, 1568]],
  ] as const)(
    "deforms no picture longer than the model's shapes: %s is shown filled up, and what was filled in is cut away",
    async (name, size, working, content) => {
      const [across, down] = size;
      const long = await receive(await drawHills(across, down));
      const from = { picture: long, upload: await projects.addUpload(benchProject, { pictureId: long.id, name }) };
      const { pictureId, fidelity } = await run("a ball", "studio", from);
      expect(lastShown).toEqual(working);
      expect(await bench.records.pictures.get(pictureId)).toMatchObject({ width: across, height: down });
      expect(fidelity).toMatchObject({ method: "photo", outside: { changed: 0 } });
      const [before, after] = [await valuesOf(long.id), await valuesOf(pictureId)];
      // The gateway drew an ellipse in what it was shown.
      let [painted, elsewhere] = [0, 0];
      for (let pixel = 0; pixel < across * down; pixel++) {
        const x = ((((pixel % across) + 0.5) / across) * content[0]) / working[0] - disc.x;
        const y = (((Math.floor(pixel / across) + 0.5) / down) * content[1]) / working[1] - disc.y;
        const far = Math.hypot(x, y);
        if (far < disc.radius - 0.02 && Math.abs((after[pixel * 3] ?? 0) - 220) < 40) painted++;
        if (far > disc.radius + 0.04 && before.compare(after, pixel * 3, pixel * 3 + 3, pixel * 3, pixel * 3 + 3) !== 0) elsewhere++;
      }
      expect(painted).toBeGreaterThan(20_000);
      expect(elsewhere).toBe(0);
      const whole = await run("negative", "studio", from);
      expect(whole.fidelity?.method).toBe("whole");
      expect(await bench.records.pictures.get(whole.pictureId)).toMatchObject({ width: content[0], height: content[1] });
    },
  );

  describe("of a picture smaller than what models give back", () => {
    const size = { width: 900, height: 600 };
    const larger = { width: 1248, height: 832 };
    let small: { picture: Picture; upload: Edit };
    const runOnSmall = (prompt: string, by = modestModel) => run(prompt, "studio", small, by);

    beforeAll(async () => {
      const hills = await receive(await drawHills(size.width, size.height));
      small = { picture: hills, upload: await projects.addUpload(benchProject, { pictureId: hills.id, name: "small hills" }) };
    });

    it.each([modestModel, model])("keeps its size and its pixels but for what was painted: %s", async (by) => {
      const { pictureId, fidelity } = await runOnSmall("a ball on a megapixel", by);
      expect(await bench.records.pictures.get(pictureId)).toMatchObject(size);
      const { changed, inDisc } = await countChanges(pictureId, small.picture);
      expect(changed).toBe(inDisc);
      expect(inDisc).toBeGreaterThan(Math.PI * disc.radius ** 2 * size.width * size.height * 0.97);
      expect(fidelity).toMatchObject({ method: "photo", changed, outside: { changed: 0 }, reason: null, larger });
    });

    it("has the model's own pixels one step away, as they came", async () => {
      const { id, fidelity } = await runOnSmall("a ball on a megapixel");
      const blends = createBlends(bench.parts);
      const request = { alphaId: null, softnessPx: 0, colourMatch: 0, whole: true };
      const whole = await blends.blend(id, request);
      expect(whole).toMatchObject({ parentId: small.upload.id, picture: { ...larger, id: fidelity?.larger?.pictureId } });
      const pixels = larger.width * larger.height;
      expect(whole.fidelity).toMatchObject({
        method: "whole",
        pixels,
        changed: pixels,
        outside: null,
        blend: { ...request, fromEditId: id },
      });
      const refined = await blends.blend(id, { ...request, whole: false, softnessPx: 4 });
      expect(refined.picture).toMatchObject(size);
      expect((await blends.blend(refined.id, request)).picture.id).toBe(whole.picture.id);
    });

    it("is the whole result where that was enlarged on purpose, or where next to nothing was painted", async () => {
      const enlarged = await runOnSmall("twice as large");
      expect(enlarged.fidelity).toMatchObject({ method: "whole", reason: "ratio", pixels: 1800 * 1200 });
      const unchanged = await runOnSmall("nothing on a megapixel");
      expect(unchanged.fidelity).toMatchObject({ method: "whole", reason: "global", pixels: larger.width * larger.height });
    });
  });
});
