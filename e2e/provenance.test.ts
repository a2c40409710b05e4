/** What a picture says of its making, as exiftool reads it: merged, whole and generated, in every format, with and without its prompt. */
import { execFile } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { promisify } from "node:util";
import sharp from "sharp";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type FakeGateway, startFakeGateway } from "#lib/testing/fake-gateway/fake-gateway.ts";
import { type Paint, paintStripes } from "#lib/testing/fake-gateway/paint.ts";
import { type Studio, startStudio } from "#lib/testing/start-studio.ts";
import { type Edit, type Project, paths } from "#lib/wire.ts";
import { drawScene } from "./pictures.ts";
import { ask, askJson, startPrediction, untilEnded, upload } from "./studio-client.ts";

const run = promisify(execFile);
const sourceTypes = "http://cv.iptc.org/newscodes/digitalsourcetype/";
const kontext = "black-forest-labs/flux-kontext-pro";

/** Draws a red box into what it is given, and leaves the rest. */
const paintBox: Paint = async (request) => {
  const { input_image: address } = request.input;
  if (typeof address !== "string") return paintStripes(request);
  const given = sharp(Buffer.from(address.slice(address.indexOf(",") + 1), "base64"));
  const { width, height } = await given.metadata();
  const box = { create: { width: Math.round(width / 6), height: Math.round(height / 6), channels: 3, background: "#c02" } } as const;
  const bytes = await given
    .composite([{ input: box, left: Math.round(width / 9), top: Math.round(height / 9) }])
    .png()
    .toBuffer();
  return { bytes, mime: "image/png" };
};

let gateway: FakeGateway;
let studio: Studio;
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "pentimento-provenance-"));
  gateway = await startFakeGateway({ paint: paintBox });
  studio = await startStudio({ environment: { REPLICATE_API_TOKEN: gateway.token, REPLICATE_BASE_URL: gateway.baseUrl } });
});
afterAll(async () => {
  await studio?.stop();
  await gateway?.close();
  await rm(folder, { recursive: true, force: true });
});

type Facts = Readonly<Record<string, unknown>>;

async function readFacts(file: string): Promise<Facts> {
  const { stdout } = await run("exiftool", ["-json", "-n", "-a", file]);
  const [facts] = JSON.parse(stdout) as readonly Facts[];
  return facts ?? {};
}

const placesOf = (facts: Facts) => Object.keys(facts).filter((name) => /gps|latitude|longitude|location/iu.test(name));

/** A photograph that says where it was taken. */
async function photograph(): Promise<Buffer> {
  const where = { GPSLatitudeRef: "N", GPSLatitude: "48/1 12/1 30/1", GPSLongitudeRef: "E", GPSLongitude: "16/1 22/1 0/1" };
  const bytes = await sharp(drawScene(720, 480))
    .withExif({ IFD0: { Artist: "Ada" }, IFD3: where })
    .jpeg({ quality: 92 })
    .toBuffer();
  const file = path.join(folder, "photograph.jpg");
  await writeFile(file, bytes);
  expect(placesOf(await readFacts(file))).toContain("GPSLatitude");
  return bytes;
}

async function makeEdit(kind: "merged" | "whole" | "generated", prompt: string): Promise<Edit> {
  const picture = kind === "generated" ? null : await upload(studio.origin, await photograph());
  const made = await askJson(studio.origin, paths.projects, { name: kind, ...(picture && { pictureId: picture.id }) });
  const project: Project = JSON.parse(made.text);
  const inputs = picture ? { prompt, input_image: picture.id, seed: 5 } : { prompt, seed: 5 };
  const { id } = await startPrediction(studio.origin, { projectId: project.id, model: kontext, inputs });
  expect(await untilEnded(studio.origin, id)).toMatchObject({ status: "stored" });
  const { edits }: Project = JSON.parse((await ask(studio.origin, paths.project(project.id))).text);
  const edit = edits.find(({ predictionId }) => predictionId === id);
  if (!edit) throw new Error("Expected an edit of the run");
  return edit;
}

describe.each([
  ["merged", "a red box", "compositeWithTrainedAlgorithmicMedia", "photo"],
  ["whole", "as an oil painting", "trainedAlgorithmicMedia", "whole"],
  ["generated", "stripes", "trainedAlgorithmicMedia", null],
] as const)("what a model has %s", (kind, prompt, sourceType, method) => {
  let edit: Edit;
  beforeAll(async () => {
    edit = await makeEdit(kind, prompt);
    expect(edit.fidelity?.method ?? null).toBe(method);
  });

  async function download(format: string, hasMetadata: boolean): Promise<Facts> {
    const query = new URLSearchParams({ format, metadata: hasMetadata ? "1" : "0", edit: edit.id, quality: "90" });
    const { status, bytes } = await ask(studio.origin, `${paths.download(edit.picture.id)}?${query}`);
    expect(status).toBe(200);
    const file = path.join(folder, `${kind}-${hasMetadata}.${format}`);
    await writeFile(file, bytes);
    return readFacts(file);
  }

  it.each(["original", "png", "jpeg", "webp", "avif"])(
    "says so in %s, with model, prompt and seed, and never where it was",
    async (format) => {
      const facts = await download(format, true);
      expect(facts.DigitalSourceType).toBe(`${sourceTypes}${sourceType}`);
      expect(facts).toMatchObject({ AISystemUsed: kontext, AIPromptInformation: prompt, Description: prompt, Seed: 5 });
      expect(placesOf(facts)).toEqual([]);
      expect(facts).not.toHaveProperty("Artist");
    },
  );

  it.each(["original", "png", "jpeg", "webp", "avif"])("says nothing in %s where that is not wanted", async (format) => {
    const facts = await download(format, false);
    expect(JSON.stringify(facts)).not.toContain(prompt);
    for (const name of ["DigitalSourceType", "AISystemUsed", "Seed", "CreatorTool", "Artist"]) expect(facts).not.toHaveProperty(name);
    expect(placesOf(facts)).toEqual([]);
  });
});
