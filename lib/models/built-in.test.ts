import { describe, expect, it } from "vitest";
import { builtInModels } from "./built-in.ts";
import { checkInputs } from "./check-inputs.ts";
import { listContradictions } from "./contradictions.ts";
import examples from "./fixtures/published-examples.json" with { type: "json" };
import published from "./fixtures/published-models.json" with { type: "json" };
import type { Field, ModelEntry, NumberField, Size, Text } from "./model.ts";
import { parseModelEntry } from "./parse-entry.ts";

const publishedTypes: Record<Field["kind"], string> = {
  text: "string",
  integer: "integer",
  number: "number",
  choice: "string",
  toggle: "boolean",
  picture: "string",
  mask: "string",
};
const shown = (size: Size) => size.join("x");
const isNumber = (field: Field): field is NumberField => field.kind === "integer" || field.kind === "number";

/** An entry in the words of the published facts, so that both can be compared as a whole. */
function asPublished({ id, task, output, priceUsd, sizesByRatio, workingSize, fields }: ModelEntry) {
  return {
    id,
    task,
    output,
    priceUsd,
    ...(sizesByRatio ? { sizesByRatio: Object.fromEntries(Object.entries(sizesByRatio).map(([name, size]) => [name, shown(size)])) } : {}),
    ...(workingSize.rule === "preferred" ? { preferredSizes: workingSize.sizes.map(shown).join(" ") } : {}),
    fields: fields.map((field) => ({
      name: field.name,
      type: publishedTypes[field.kind],
      ...(field.required ? { required: true } : {}),
      ...(field.kind === "picture" || field.kind === "mask" ? { picture: true } : {}),
      ...("default" in field ? { default: field.default } : {}),
      ...(isNumber(field) && field.min !== undefined ? { min: field.min } : {}),
      ...(isNumber(field) && field.max !== undefined ? { max: field.max } : {}),
      ...(isNumber(field) && field.multipleOf !== undefined ? { multipleOf: field.multipleOf } : {}),
      ...(isNumber(field) && field.capWith ? { maxWithPicture: field.capWith.max } : {}),
      ...(isNumber(field) && field.seed?.zeroIsRandom ? { zeroIsRandom: true } : {}),
      ...(field.kind === "choice" ? { enum: field.options.join(" ") } : {}),
      ...(field.kind === "choice" && field.proposed !== undefined ? { proposed: field.proposed } : {}),
    })),
  };
}

describe("the built-in models", () => {
  it("are the published ones with all their 83 fields", () => {
    expect(builtInModels.map((entry) => entry.id).sort()).toEqual(published.map((entry) => entry.id).sort());
    expect(builtInModels.flatMap(({ fields }) => fields.map((field) => field.name))).toHaveLength(83);
  });
  it.each(published)("says of $id what is published of it", (facts) => {
    const entry = builtInModels.find((one) => one.id === facts.id);
    expect(entry && asPublished(entry)).toEqual(facts);
  });
  it.each(examples)("takes the documented example body of $model as it is", ({ model, input }) => {
    const entry = builtInModels.find((one) => one.id === model);
    expect(entry && checkInputs(entry, input, { unknownFields: "refuse", pictures: "addresses" })).toEqual({ inputs: input, ignored: [] });
  });
  it.each(builtInModels)("holds $id to the rules for models added as files", (entry) => {
    expect(listContradictions(entry)).toEqual([]);
    expect(parseModelEntry(JSON.parse(JSON.stringify(entry)))).toEqual({ entry });
  });
  it("hides what switches a safety check off or fetches weights from anywhere, and nothing else", () => {
    const hidden = new Set(builtInModels.flatMap(({ fields }) => fields.filter((field) => field.hidden).map((field) => field.name)));
    expect([...hidden].sort()).toEqual(["disable_safety_checker", "lora_scale", "lora_weights"]);
    for (const { fields } of builtInModels)
      for (const field of fields) expect(field.hidden === true, field.name).toBe(hidden.has(field.name));
  });
  it("knows a width and a height only with the custom ratio", () => {
    const conditional = builtInModels.flatMap(({ id, fields }) =>
      fields.filter((field) => field.onlyWhen).map(({ name }) => `${id} ${name}`),
    );
    expect(conditional).toEqual([
      "black-forest-labs/flux-1.1-pro width",
      "black-forest-labs/flux-1.1-pro height",
      "black-forest-labs/flux-pro width",
      "black-forest-labs/flux-pro height",
    ]);
  });
  it("has a seed in every model", () => {
    for (const { id, fields } of builtInModels)
      expect(
        fields.filter((field) => "seed" in field).map((field) => field.name),
        id,
      ).toEqual(["seed"]);
  });
});

describe("the words of the built-in models", () => {
  const texts: readonly (readonly [string, Text])[] = builtInModels.flatMap(({ id, purpose, fields }) => [
    [`${id} purpose`, purpose] as const,
    ...fields.flatMap(({ name, label, help }) => [[`${id} ${name} label`, label] as const, [`${id} ${name} help`, help] as const]),
  ]);
  it("are there in English without Chinese characters", () => {
    for (const [where, { en }] of texts) expect(en, where).toMatch(/^[\x20-\x7e]*[A-Za-z][\x20-\x7e]*$/);
  });
  it("are there in Chinese with Chinese punctuation", () => {
    for (const [where, text] of texts) {
      expect(text["zh-CN"], where).toMatch(/\p{Script=Han}/u);
      expect(text["zh-CN"], where).not.toMatch(/\p{Script=Han}[,;:.?!]/u);
    }
  });
  it("end help like a sentence and labels like a name", () => {
    for (const [where, text] of texts) {
      const isHelp = where.endsWith(" help");
      expect(/\.$/.test(text.en), where).toBe(isHelp);
      expect(/。$/.test(text["zh-CN"]), where).toBe(isHelp);
    }
  });
});
