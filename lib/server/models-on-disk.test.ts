import { copyFile, mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { createCatalogue } from "#lib/models/catalogue.ts";
import { checkInputs } from "#lib/models/check-inputs.ts";
import { initialInputs } from "#lib/models/form.ts";
import { estimatePriceUsd } from "#lib/models/price.ts";
import { requestInput } from "#lib/models/request-input.ts";
import { inputSchema } from "#lib/models/schema.ts";
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
