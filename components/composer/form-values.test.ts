import { describe, expect, it } from "vitest";
import type { ModelEntry } from "#lib/models/model.ts";
import { inputsToSend, missingFaults, summaryFields, valuesOf } from "./form-values.ts";
import { writeMask } from "./mask-value.ts";
import { isShortRange, sliderStep } from "./number-range.ts";

const words = { en: "", "zh-CN": "" };
const entry: ModelEntry = {
  id: "acme/paint",
  title: "Paint",
  task: "edit",
  purpose: words,
  fields: [
    { kind: "text", name: "prompt", label: words, help: words, required: true, long: true },
    { kind: "picture", name: "image", label: words, help: words, required: true, accept: ["image/png"] },
    { kind: "integer", name: "steps", label: words, help: words, min: 1, max: 50, default: 28 },
    { kind: "integer", name: "tolerance", label: words, help: words, min: 0, max: 6, default: 2, capWith: { field: "image", max: 2 } },
    { kind: "choice", name: "ratio", label: words, help: words, options: ["1:1", "custom"], default: "1:1", proposed: "custom" },
    { kind: "integer", name: "width", label: words, help: words, min: 64, onlyWhen: { field: "ratio", equals: "custom" } },
    { kind: "integer", name: "num_outputs", label: words, help: words, min: 1, max: 4, default: 1 },
    { kind: "toggle", name: "unchecked", label: words, help: words, default: false, hidden: true },
  ],
  output: { shape: "list", max: 4 },
  workingSize: { rule: "fit", maxSide: 1024, multipleOf: 16 },
  priceUsd: null,
  usualSeconds: [1, 2],
};

describe("valuesOf", () => {
  it("begins with the model's proposals and the picture on the stage", () => {
    expect(valuesOf(entry, {}, "pic_1")).toEqual({ image: "pic_1", steps: 28, tolerance: 2, ratio: "custom", num_outputs: 1 });
  });

  it("prefers what was set, the picture too", () => {
    expect(valuesOf(entry, { steps: 4, image: "pic_2" }, "pic_1")).toMatchObject({ steps: 4, image: "pic_2" });
  });

  it("takes a masked picture from the stage alone, and only the mask that was given for it", () => {
    const mask = { kind: "mask", name: "mask", of: "image", label: words, help: words, required: true, accept: ["image/png"] } as const;
    const masked: ModelEntry = { ...entry, task: "fill", fields: [...entry.fields, mask] };
    const typed = { image: "pic_2", mask: writeMask("pic_m", "pic_2") };
    expect(valuesOf(masked, typed, "pic_2")).toMatchObject({ image: "pic_2", mask: "pic_m" });
    const other = valuesOf(masked, typed, "pic_1");
    expect([other.image, other.mask]).toEqual(["pic_1", undefined]);
  });

  it("passes over values another model could take and this one cannot", () => {
    const typed = { steps: 99, ratio: "16:9", num_outputs: 2.5, prompt: "" };
    expect(valuesOf(entry, typed, null)).toEqual({ steps: 28, tolerance: 2, ratio: "custom", num_outputs: 1 });
  });

  it("holds a number to the cap that another field brings with it", () => {
    expect(valuesOf(entry, { tolerance: 5 }, null).tolerance).toBe(5);
    expect(valuesOf(entry, { tolerance: 5 }, "pic_1").tolerance).toBe(2);
  });

  it("leaves the stage out of it where pictures are made from words", () => {
    expect(valuesOf({ ...entry, task: "generate" }, {}, "pic_1").image).toBeUndefined();
  });
});

describe("what is sent", () => {
  it("is every shown field that has a value, and none without meaning", () => {
    const values = valuesOf(entry, { prompt: "a boat", ratio: "1:1", width: 640 }, "pic_1");
    expect(inputsToSend(entry, values)).toEqual({
      prompt: "a boat",
      image: "pic_1",
      steps: 28,
      tolerance: 2,
      ratio: "1:1",
      num_outputs: 1,
    });
  });

  it("is held back while a needed field is empty or only spaces", () => {
    const faults = missingFaults(entry, valuesOf(entry, { prompt: "  " }, null));
    expect(faults.map(({ field, rule }) => [field, rule])).toEqual([
      ["prompt", "required"],
      ["image", "required"],
    ]);
  });

  it("is summed up by what steers the model and what was changed, never by a value that stays behind", () => {
    const typed = { steps: 99, tolerance: 1 };
    const names = (given: typeof typed | { steps: number }) =>
      summaryFields(entry.fields, valuesOf(entry, given, null), given).map(({ name }) => name);
    expect(names(typed)).toEqual(["tolerance"]);
    expect(names({ steps: 40 })).toEqual(["steps"]);
  });
});

describe("numbers", () => {
  const steps = { kind: "integer", name: "n", label: words, help: words, min: 1 } as const;

  it("become buttons where they are few and whole", () => {
    expect(isShortRange(steps, 4)).toBe(true);
    expect(isShortRange(steps, 50)).toBe(false);
    expect(isShortRange({ ...steps, kind: "number" }, 4)).toBe(false);
    expect(isShortRange({ ...steps, min: 32, multipleOf: 32 }, 36)).toBe(false);
  });

  it("move in steps a model can take", () => {
    expect(sliderStep({ ...steps, multipleOf: 32 }, 1440)).toBe(32);
    expect(sliderStep(steps, 50)).toBe(1);
    expect(sliderStep({ ...steps, kind: "number", min: 0 }, 1)).toBe(0.05);
  });
});
