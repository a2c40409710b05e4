import { execFileSync } from "node:child_process";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import sharp from "sharp";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { buildHouse } from "#lib/server/build-house.ts";
import { readConfig } from "#lib/server/config.ts";
import type { House } from "#lib/server/house.ts";
import { type Painter, paintPicture } from "#lib/testing/painted-picture.ts";
import { readPsd } from "#lib/testing/read-psd.ts";
import { type Edit, isTerminal } from "#lib/wire.ts";

const fill = "black-forest-labs/flux-fill-dev";
const [width, height] = [300, 200];
const scene: Painter = (x, y) => [(x * 7) % 256, (y * 5) % 256, ((x + y) * 3) % 256];

let house: House;
let folder: string;
let photo: Edit;
let filled: Edit;

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "pentimento-layers-"));
  house = await buildHouse(readConfig({ PENTIMENTO_DATA: folder }));
  const picture = await receive(paintPicture(width, height, scene));
  const mask = await receive(paintPicture(width, height, (x, y) => (x > 100 && x < 160 && y > 60 && y < 120 ? [255] : [0])));
  const project = await house.projects.create({ name: "Layers", pictureId: picture.id, madeBy: null });
  photo = project.edits[0] as Edit;
  filled = await fillIn(photo, { image: picture.id, mask: mask.id });
});
afterAll(async () => {
  await house.close();
  await rm(folder, { recursive: true, force: true });
});

function receive(bytes: Buffer) {
  const source = (async function* () {
    yield bytes;
  })();
  return house.pictures.receive(source, { maxBytes: 1_000_000, holderId: null });
}

async function fillIn(parent: Edit, inputs: Record<string, unknown>, framing: object = {}): Promise<Edit> {
  const asked = {
    projectId: parent.projectId,
    parentEditId: parent.id,
    model: fill,
    via: "studio",
    personId: null,
    idempotencyKey: null,
  } as const;
  const started = await house.predictions.start({ ...asked, inputs: { prompt: "a bench", ...inputs }, ...framing });
  let { prediction } = started;
  while (!isTerminal(prediction.status)) {
    prediction = await house.predictions.wait(prediction.id, { after: prediction.version, waitMs: 5000 });
  }
  const made = (await house.projects.get(parent.projectId)).edits.find(({ id }) => id === prediction.outputEditIds[0]);
  if (!made) throw new Error(`Expected a result but the run ended ${prediction.status}`);
  return made;
}

async function layersOf(edit: Edit) {
  const { name, body } = await house.downloads.layers(edit.id, "psd");
  const psd = readPsd(Buffer.from(await new Response(body).arrayBuffer()));
  const layers = psd.layers.map(({ name: called, left, top, isHidden, hasMask }) => ({ called, left, top, isHidden, hasMask }));
  return { name, psd, layers };
}

describe("an edit as a Photoshop document", () => {
  it("is its original, the result under the mask by which it came over, and the edit itself, which says the same", async () => {
    const { name, psd, layers } = await layersOf(filled);
    expect(name).toBe("a bench.psd");
    expect(layers).toEqual([
      { called: "Original", left: 0, top: 0, isHidden: false, hasMask: false },
      { called: "Result", left: 0, top: 0, isHidden: false, hasMask: true },
      { called: "Edit", left: 0, top: 0, isHidden: true, hasMask: false },
    ]);
    const [original, result, edit] = psd.layers;
    const planes = [original, result, edit].map((layer) => layer?.planes.get(0) ?? Buffer.alloc(0));
    const mask = result?.planes.get(-2) ?? Buffer.alloc(0);
    for (let i = 0; i < width * height; i += 1) {
      const share = (mask[i] ?? 0) / 255;
      const mixed = (planes[1]?.[i] ?? 0) * share + (planes[0]?.[i] ?? 0) * (1 - share);
      if (Math.abs(mixed - (planes[2]?.[i] ?? 0)) > 1.01) throw new Error(`Expected pixel ${i} to be mixed as the edit is`);
    }
  });

  it("has its original where it lies on a canvas that grew", async () => {
    const grown = await fillIn(photo, { image: photo.picture.id }, { expand: { left: 64, top: 32, right: 0, bottom: 0 } });
    const { psd, layers } = await layersOf(grown);
    expect([psd.width, psd.height]).toEqual([width + 64, height + 32]);
    expect(layers[0]).toMatchObject({ called: "Original", left: 64, top: 32 });
  });

  it("is one layer where nothing lies below it", async () => {
    expect((await layersOf(photo)).layers).toEqual([{ called: "Edit", left: 0, top: 0, isHidden: false, hasMask: false }]);
  });
});

/** What another program finds in it. */
async function unpacked(edit: Edit, format: "ora" | "png") {
  const { name, body } = await house.downloads.layers(edit.id, format);
  const [file, out] = [path.join(folder, `layers.${format}`), await mkdtemp(path.join(folder, "unpacked-"))];
  await writeFile(file, Buffer.from(await new Response(body).arrayBuffer()));
  execFileSync("unzip", ["-q", file, "-d", out]);
  const pixels = (entry: string) => sharp(path.join(out, entry)).raw().toBuffer({ resolveWithObject: true });
  return { name, out, pixels };
}

function layersIn(stack: string) {
  return [...stack.matchAll(/<layer name="(.*?)" src="(.*?)" x="(\d+)" y="(\d+)" .*? visibility="(.*?)"/g)].map((found) => found.slice(1));
}

describe("an edit as OpenRaster", () => {
  it("has its layers, the topmost first, and shows what the edit does", async () => {
    const { name, out, pixels } = await unpacked(filled, "ora");
    expect(name).toBe("a bench.ora");
    expect(layersIn(await readFile(path.join(out, "stack.xml"), "utf8"))).toEqual([
      ["Mask", "data/mask.png", "0", "0", "hidden"],
      ["Whole result", "data/whole.png", "0", "0", "hidden"],
      ["Result", "data/result.png", "0", "0", "visible"],
      ["Original", "data/original.png", "0", "0", "visible"],
    ]);
    const [merged, result] = await Promise.all(["mergedimage.png", "data/result.png"].map(pixels));
    expect(merged?.info).toMatchObject({ width, height });
    expect(merged?.data.equals(result?.data ?? Buffer.alloc(0))).toBe(true);
  });

  it("has its original where it lies on a canvas that grew", async () => {
    const grown = await fillIn(photo, { image: photo.picture.id }, { expand: { left: 64, top: 32, right: 0, bottom: 0 } });
    const { out } = await unpacked(grown, "ora");
    expect(layersIn(await readFile(path.join(out, "stack.xml"), "utf8")).at(-1)).toEqual([
      "Original",
      "data/original.png",
      "64",
      "32",
      "visible",
    ]);
  });
});

it("an edit's layers as pictures mix to the edit wherever somebody puts them together", async () => {
  const { name, pixels } = await unpacked(filled, "png");
  expect(name).toBe("a bench.zip");
  const files = ["original.png", "whole.png", "mask.png", "result.png"];
  const [original, whole, mask, result] = (await Promise.all(files.map(pixels))).map(({ data }) => data);
  const share = (at: number) => (mask?.[at] ?? 0) / 255;
  const far = result?.findIndex((value, at) => {
    const mixed = (whole?.[at] ?? 0) * share(at) + (original?.[at] ?? 0) * (1 - share(at));
    return Math.abs(mixed - value) > 1.01;
  });
  expect(far).toBe(-1);
});
