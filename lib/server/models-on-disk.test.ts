import { copyFile, mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { createCatalogue } from "#lib/models/catalogue.ts";
import { checkInputs } from "#lib/models/check-inputs.ts";
import { initialInputs, visibleFields } from "#lib/models/form.ts";
import { estimatePriceUsd } from "#lib/models/price.ts";
import { requestInput } from "#lib/models/request-input.ts";
import { inputSchema } from "#lib/models/schema.ts";
import { workingSize } from "#lib/models/working-size.ts";
import { ConfigError } from "./config.ts";
import { loadModelsOnDisk } from "./models-on-disk.ts";

let folder = "";
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "pentimento-models-"));
  await mkdir(path.join(folder, "models"));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

it("one more file is one more model: form, check, request body, schema and price know it", async () => {
  await copyFile("lib/models/fixtures/acme-paint-2.json", path.join(folder, "models", "acme-paint-2.json"));
  await writeFile(path.join(folder, "prices.json"), '{"acme/paint-2": 0.05}');
  const entry = createCatalogue(await loadModelsOnDisk(folder)).get("acme/paint-2");

  expect(initialInputs(entry)).toEqual({ resolution: "2 MP", loose: 0.5, num_outputs: 1, raw: false });
  expect(() => checkInputs(entry, { prompt: "x", loose: 2 }, { unknownFields: "refuse", pictures: "ids" })).toThrow(/at most 1 for loose/);
  const { inputs } = checkInputs(entry, { prompt: "x", num_outputs: 3 }, { unknownFields: "refuse", pictures: "ids" });
  expect(requestInput({ entry, inputs, seed: 5, pictures: {} })).toEqual({ prompt: "x", num_outputs: 3, seed: 5 });
  expect(inputSchema(entry).properties).toMatchObject({ resolution: { enum: ["1 MP", "2 MP", "4 MP"] } });
  expect(visibleFields(entry).map((field) => field.name)).toEqual(entry.fields.map((field) => field.name));
  expect(workingSize(entry, { width: 4096, height: 1024 })).toEqual([2048, 512]);
  expect(estimatePriceUsd(entry, inputs)).toBeCloseTo(0.15);
});

it("a folder without files of its own adds nothing", async () => {
  expect(await loadModelsOnDisk(folder)).toEqual({ extra: [], prices: {} });
});

it("tells every fault of every file with its place", async () => {
  await writeFile(path.join(folder, "models", "a.json"), "{");
  await writeFile(path.join(folder, "models", "b.json"), '{"id": "nobody", "fields": []}');
  await writeFile(path.join(folder, "prices.json"), '{"acme/none": 1, "black-forest-labs/flux-dev": "cheap"}');
  const told = await loadModelsOnDisk(folder).catch((error: Error) => error.message);
  expect(told).toMatch(/models\/a\.json: expected .*JSON/);
  expect(told).toMatch(/models\/b\.json: id: .*owner\/name/);
  expect(told).toMatch(/models\/b\.json: title/);
  expect(told).toMatch(/prices\.json: expected the id of a model but received "acme\/none"/);
  expect(told).toMatch(/prices\.json: expected dollars per picture for black-forest-labs\/flux-dev/);
});

it("a data folder that is not there yet adds nothing", async () => {
  expect(await loadModelsOnDisk(path.join(folder, "absent"))).toEqual({ extra: [], prices: {} });
});

it("refuses a model that exists, and the same new one twice", async () => {
  const paint = await readFile("lib/models/fixtures/acme-paint-2.json", "utf8");
  await writeFile(path.join(folder, "models", "a.json"), paint);
  await writeFile(path.join(folder, "models", "b.json"), paint);
  await writeFile(path.join(folder, "models", "c.json"), paint.replace("acme/paint-2", "black-forest-labs/flux-dev"));
  expect(await faultsOf(folder)).toEqual([
    "models/b.json: expected a new id but acme/paint-2 exists",
    "models/c.json: expected a new id but black-forest-labs/flux-dev exists",
  ]);
});

it.each(["[0.04]", "0.04", "null", '"cheap"'])("refuses prices written as %s", async (json) => {
  await writeFile(path.join(folder, "prices.json"), json);
  expect(await faultsOf(folder)).toEqual(["prices.json: expected an object of dollars per picture by the ids of models"]);
});

it.each(["-0.01", "1e999", "null", "{}"])("refuses a price of %s", async (price) => {
  await writeFile(path.join(folder, "prices.json"), `{"black-forest-labs/flux-dev": ${price}}`);
  expect(await faultsOf(folder)).toEqual(["prices.json: expected dollars per picture for black-forest-labs/flux-dev"]);
});

it("says so when a file stands where a folder belongs, and the other way round", async () => {
  await rm(path.join(folder, "models"), { recursive: true });
  await writeFile(path.join(folder, "models"), "");
  await mkdir(path.join(folder, "prices.json"));
  expect(await faultsOf(folder)).toEqual([
    expect.stringMatching(/^models: expected a folder that can be read \(/),
    expect.stringMatching(/^prices\.json: expected a file with JSON \(/),
  ]);
});

async function faultsOf(dataFolder: string): Promise<readonly string[]> {
  const error: unknown = await loadModelsOnDisk(dataFolder).catch((reason: unknown) => reason);
  return error instanceof ConfigError ? error.faults : [];
}
