import { describe, expect, it } from "vitest";
import { AppError } from "#lib/errors.ts";
import { type CheckOptions, checkInputs, pictureFieldsOf } from "./check-inputs.ts";
import { fluxPro11 } from "./flux-1.1-pro.ts";
import { fluxDev } from "./flux-dev.ts";
import { fluxFillDev } from "./flux-fill-dev.ts";
import { fluxKontextDev } from "./flux-kontext-dev.ts";
import { fluxKontextPro } from "./flux-kontext-pro.ts";
import { fluxSchnell } from "./flux-schnell.ts";
import type { Field, ModelEntry } from "./model.ts";
import { multiImageKontextPro } from "./multi-image-kontext-pro.ts";

const strict: CheckOptions = { unknownFields: "refuse", pictures: "ids" };
const picture = `pic_${"0a".repeat(32)}`;

const inputsOf = (entry: ModelEntry, raw: unknown, options = strict) => checkInputs(entry, raw, options).inputs;

function faultsOf(entry: ModelEntry, raw: unknown, options = strict): string[] {
  try {
    checkInputs(entry, raw, options);
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    expect(error.code).toBe("invalid_input");
    expect(error.message).toBe(error.faults[0]?.message);
    for (const { message } of error.faults) expect(message).toMatch(/^Expected .+/);
    return error.faults.map(({ field, rule }) => `${field} ${rule}`);
  }
  return [];
}

describe("one value", () => {
  it.each([
    ["num_outputs", 5, "number_lte"],
    ["num_outputs", 0, "number_gte"],
    ["num_outputs", 1.5, "type"],
    ["num_outputs", "2", "type"],
    ["num_outputs", true, "type"],
    ["num_outputs", Number.NaN, "type"],
    ["seed", 2 ** 60, "type"],
    ["guidance", Number.POSITIVE_INFINITY, "type"],
    ["guidance", "3", "type"],
    ["guidance", 10.5, "number_lte"],
    ["guidance", -0.1, "number_gte"],
    ["aspect_ratio", "2:1", "enum"],
    ["aspect_ratio", "toString", "enum"],
    ["aspect_ratio", " ", "enum"],
    ["megapixels", 1, "enum"],
    ["go_fast", "true", "type"],
    ["go_fast", 1, "type"],
    ["image", 7, "type"],
    ["image", {}, "type"],
    ["image", "https://example.com/a.png", "format"],
    ["image", "pic_123", "format"],
    ["prompt", ["a boat"], "type"],
    ["prompt", "a".repeat(10_001), "number_lte"],
  ])("of %s that is %o is refused as %s", (name, value, rule) => {
    expect(faultsOf(fluxDev, { prompt: "a boat", [name]: value })).toEqual([`${name} ${rule}`]);
  });
  it.each([
    ["num_outputs", 4.0],
    ["guidance", 0],
    ["guidance", 10],
    ["seed", 0],
    ["seed", -1],
    ["megapixels", "0.25"],
    ["go_fast", false],
    ["image", picture],
    ["prompt", "a".repeat(10_000)],
    ["prompt", "  船 ⛵ \n"],
  ])("of %s is kept as it is", (name, value) => {
    expect(inputsOf(fluxDev, { prompt: "a boat", [name]: value })).toEqual({ prompt: "a boat", [name]: value });
  });
  it("must be a multiple where the model works in multiples", () => {
    const custom = { prompt: "a boat", aspect_ratio: "custom" };
    expect(faultsOf(fluxPro11, { ...custom, width: 300, height: 320 })).toEqual(["width multiple_of"]);
    expect(inputsOf(fluxPro11, { ...custom, width: 1440 })).toEqual({ ...custom, width: 1440 });
  });
  it("may be a decimal multiple", () => {
    const field: Field = {
      kind: "number",
      name: "blur",
      label: { en: "Blur", "zh-CN": "模糊" },
      help: { en: "B.", "zh-CN": "模糊。" },
      multipleOf: 0.1,
    };
    const entry: ModelEntry = { ...fluxSchnell, fields: [field] };
    expect(inputsOf(entry, { blur: 0.3 })).toEqual({ blur: 0.3 });
    expect(faultsOf(entry, { blur: 0.35 })).toEqual(["blur multiple_of"]);
  });
});

describe("what is left out", () => {
  it.each([null, "", undefined])("of an optional field may be said as %o", (nothing) => {
    expect(inputsOf(fluxDev, { prompt: "a boat", seed: nothing, image: nothing, aspect_ratio: nothing, go_fast: nothing })).toEqual({
      prompt: "a boat",
    });
  });
  it.each([null, "", "  \n\t", undefined])("of a required field is a fault, also as %o", (nothing) => {
    expect(faultsOf(fluxSchnell, { prompt: nothing })).toEqual(["prompt required"]);
    expect(faultsOf(fluxKontextDev, { prompt: "redder", input_image: nothing })).toEqual(["input_image required"]);
  });
  it("is all told at once, with everything else that is wrong", () => {
    expect(faultsOf(fluxFillDev, { num_outputs: 9, colour: "red", guidance: "x" })).toEqual([
      "colour unknown",
      "prompt required",
      "image required",
      "mask required",
      "num_outputs number_lte",
      "guidance type",
    ]);
  });
  it("may be the picture of a model that also works from words", () => {
    expect(inputsOf(fluxKontextPro, { prompt: "a boat" })).toEqual({ prompt: "a boat" });
  });
});

describe("inputs as a whole", () => {
  it.each([[undefined], [null], ["prompt"], [7], [[]], [[{ prompt: "a boat" }]]])("must be an object, not %o", (raw) => {
    expect(faultsOf(fluxSchnell, raw)).toEqual(["input type"]);
  });
  it("may name unknown fields where those are ignored, and tells which", () => {
    const answer = checkInputs(fluxSchnell, { prompt: "a boat", guidance: 3, __typename: "x" }, { ...strict, unknownFields: "ignore" });
    expect(answer).toEqual({ inputs: { prompt: "a boat" }, ignored: ["guidance", "__typename"] });
  });
  it("are read by their own names only", () => {
    const raw: unknown = JSON.parse('{"prompt":"a boat","__proto__":{"num_outputs":4},"constructor":{"seed":1}}');
    expect(faultsOf(fluxSchnell, raw)).toEqual(["__proto__ unknown", "constructor unknown"]);
    const { inputs } = checkInputs(fluxSchnell, raw, { ...strict, unknownFields: "ignore" });
    expect(inputs).toEqual({ prompt: "a boat" });
    expect(inputsOf(fluxSchnell, Object.assign(Object.create({ seed: 7 }), { prompt: "a boat" }))).toEqual({ prompt: "a boat" });
    expect("num_outputs" in {}).toBe(false);
  });
  it("may hold addresses where pictures are fetched elsewhere", () => {
    const raw = { prompt: "together", input_image_1: "https://example.com/a.png", input_image_2: "data:image/png;base64,AAAA" };
    expect(inputsOf(multiImageKontextPro, raw, { ...strict, pictures: "addresses" })).toEqual(raw);
    expect(faultsOf(multiImageKontextPro, raw)).toEqual(["input_image_1 format", "input_image_2 format"]);
  });
});

describe("fields that belong together", () => {
  it("caps the tolerance only while a picture is given", () => {
    const raw = { prompt: "a boat", safety_tolerance: 6 };
    expect(faultsOf(fluxKontextPro, { ...raw, input_image: picture })).toEqual(["safety_tolerance number_lte"]);
    expect(inputsOf(fluxKontextPro, { ...raw, safety_tolerance: 2, input_image: picture })).toMatchObject({ safety_tolerance: 2 });
    expect(inputsOf(fluxKontextPro, raw)).toEqual(raw);
  });
  it.each([{}, { aspect_ratio: "16:9" }])("drops a width without the custom ratio, right or wrong, with %o", (ratio) => {
    const raw = { prompt: "a boat", ...ratio };
    expect(inputsOf(fluxPro11, { ...raw, width: 512, height: 512 })).toEqual(raw);
    expect(inputsOf(fluxPro11, { ...raw, width: 7, height: "tall" })).toEqual(raw);
  });
  it("reads a left-out condition as the model's own default", () => {
    const fields = fluxPro11.fields.map((field) => (field.name === "aspect_ratio" ? ({ ...field, default: "custom" } as Field) : field));
    expect(inputsOf({ ...fluxPro11, fields }, { prompt: "a boat", width: 512 })).toEqual({ prompt: "a boat", width: 512 });
  });
  it("asks for the picture a mask belongs to, once", () => {
    expect(faultsOf(fluxFillDev, { prompt: "a boat", mask: picture })).toEqual(["image required"]);
    const fields = fluxFillDev.fields.map(
      ({ required, ...field }) => (field.kind === "text" && required ? { ...field, required } : field) as Field,
    );
    const free: ModelEntry = { ...fluxFillDev, fields };
    expect(faultsOf(free, { prompt: "a boat", mask: picture })).toEqual(["image required"]);
    expect(faultsOf(free, { prompt: "a boat", mask: picture, image: "nonsense" })).toEqual(["image format"]);
    expect(inputsOf(free, { prompt: "a boat" })).toEqual({ prompt: "a boat" });
  });
  it("lists pictures and masks in the entry's order", () => {
    expect(pictureFieldsOf(fluxFillDev).map((field) => field.name)).toEqual(["image", "mask"]);
    expect(pictureFieldsOf(fluxSchnell)).toEqual([]);
  });
});
