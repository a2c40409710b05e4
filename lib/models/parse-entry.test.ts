import { describe, expect, it } from "vitest";
import paint from "./fixtures/acme-paint-2.json" with { type: "json" };
import { parseModelEntry } from "./parse-entry.ts";

const [prompt, reference, resolution, loose, outputs, raw, seed] = paint.fields;

function faultsOf(json: unknown): readonly string[] {
  const parsed = parseModelEntry(json);
  return "faults" in parsed ? parsed.faults : [];
}
/** The entry with further fields; each must be wrong by itself. */
const withFields = (...fields: unknown[]) => ({ ...paint, fields: [...paint.fields, ...fields] });
const named = (name: string) => ({ name, label: { en: "X", "zh-CN": "某" }, help: { en: "X.", "zh-CN": "某。" } });

describe("a model written as JSON", () => {
  it("is taken as it is when nothing is wrong with it", () => {
    expect(parseModelEntry(paint)).toEqual({ entry: paint });
  });
  it.each<[string, unknown, RegExp]>([
    ["no object", null, /^the file: .*expected object/],
    ["an id without an owner", { ...paint, id: "paint-2" }, /^id: expected owner\/name$/],
    ["an id that leaves its path", { ...paint, id: "../paint" }, /^id: expected owner\/name$/],
    ["an unknown task", { ...paint, task: "dream" }, /^task: .*"edit".*"generate"/],
    ["a misspelt key", { ...paint, prize: 1 }, /^the file: .*"prize"/],
    ["words in one language only", { ...paint, purpose: { en: "Paints" } }, /^purpose\.zh-CN: .*expected string/],
    ["words of nothing but spaces", { ...paint, title: "  " }, /^title: expected some words$/],
    ["a negative price", { ...paint, priceUsd: -1 }, /^priceUsd: .*>=0/],
    ["a price in words", { ...paint, priceUsd: "free" }, /^priceUsd: .*expected number/],
    ["a size of nothing", { ...paint, sizesByRatio: { "1:1": [0, 1024] } }, /^sizesByRatio\.1:1\.0: expected at least 16 pixels$/],
    [
      "an unknown rule for sizes",
      { ...paint, workingSize: { rule: "guess" } },
      /^workingSize\.rule: expected an object with the rule fit or preferred$/,
    ],
    [
      "a multiple larger than the side",
      { ...paint, workingSize: { rule: "fit", maxSide: 64, multipleOf: 128 } },
      /^workingSize\.multipleOf: expected at most maxSide/,
    ],
    ["times the wrong way round", { ...paint, usualSeconds: [9, 3] }, /^usualSeconds: expected the shorter time first$/],
    ["a list of one shape", { ...paint, output: { shape: "one", max: 3 } }, /^output\.max: expected 1 for the shape one/],
    ["no prompt", { ...paint, fields: paint.fields.slice(1) }, /^fields: expected a text field named prompt$/],
    ["no picture to edit", { ...paint, fields: [prompt, seed] }, /^fields: expected at least 1 of kind picture for the task edit/],
    ["one picture to combine", { ...paint, task: "combine" }, /^fields: expected at least 2 of kind picture/],
    ["no mask to fill", { ...paint, task: "fill" }, /^fields: expected one of kind mask/],
    [
      "more results than the output holds",
      { ...paint, output: { shape: "list", max: 2 } },
      /^fields\.num_outputs: max: expected at most output\.max/,
    ],
    [
      "sizes for a ratio nobody can choose",
      { ...paint, sizesByRatio: { "1:1": [1024, 1024] } },
      /^sizesByRatio\.1:1: expected one of the options/,
    ],
  ])("is refused for %s", (_, json, fault) => {
    expect(faultsOf(json)).toEqual([expect.stringMatching(fault)]);
  });
  it.each<[string, unknown, RegExp]>([
    ["of an unknown kind", { ...named("x"), kind: "colour" }, /^fields\.7\.kind: expected a field with one of the kinds text, integer/],
    ["with a name no API uses", { ...raw, name: "Raw Look" }, /^fields\.7\.name: expected a field name such as input_image$/],
    ["named like what every object has", { ...raw, name: "constructor" }, /^fields\.7\.name: expected a name that objects do not have/],
    ["with a name that is taken", raw, /^fields: expected each name once but received raw twice$/],
    ["with a second seed", { ...seed, name: "seed_2" }, /^fields: expected one seed at most$/],
    ["with a seed of fractions", { ...seed, kind: "number", name: "seed_2" }, /^fields\.7: .*"seed"/],
    ["with its ends crossed", { ...loose, name: "x", min: 5, max: 1 }, /^fields\.x: max: expected at least min, which is 5/],
    ["with a default out of range", { ...loose, name: "x", default: 3 }, /^fields\.x: default: expected at most 1 for x but received 3$/],
    [
      "with a default between multiples",
      { ...named("x"), kind: "integer", default: 20, multipleOf: 16 },
      /^fields\.x: default: expected a multiple of 16/,
    ],
    [
      "with a default above its cap",
      { ...loose, name: "x", capWith: { field: "reference", max: 0.2 } },
      /^fields\.x: default: expected at most 0\.2/,
    ],
    [
      "capped by a field that is not there",
      { ...loose, name: "x", capWith: { field: "image", max: 1 } },
      /^fields\.x: capWith\.field: .* received image$/,
    ],
    [
      "with a default outside its options",
      { ...resolution, name: "x", default: "8 MP" },
      /^fields\.x: default: expected one of 1 MP, 2 MP, 4 MP/,
    ],
    ["with a proposal outside its options", { ...resolution, name: "x", proposed: "8 MP" }, /^fields\.x: proposed: expected one of 1 MP/],
    [
      "with an option twice",
      { ...resolution, name: "x", options: ["1 MP", "2 MP", "1 MP"] },
      /^fields\.x: options: expected each one once$/,
    ],
    ["masking what is no picture", { ...named("mask"), kind: "mask", of: "prompt" }, /^fields\.mask: of: expected a picture field/],
    ["required and hidden", { ...prompt, name: "x", hidden: true }, /^fields\.x: expected a required field to be shown$/],
    [
      "conditional on a field that is not there",
      { ...raw, name: "x", onlyWhen: { field: "mode", equals: "a" } },
      /^fields\.x: onlyWhen\.field: .* received mode$/,
    ],
    ["conditional on itself", { ...raw, name: "x", onlyWhen: { field: "x", equals: true } }, /^fields\.x: onlyWhen\.field: .* received x$/],
    [
      "conditional on an impossible value",
      { ...raw, name: "x", onlyWhen: { field: "resolution", equals: "8 MP" } },
      /^fields\.x: onlyWhen\.equals: expected one of 1 MP/,
    ],
  ])("is refused for a field %s", (_, field, fault) => {
    expect(faultsOf(withFields(field))).toEqual([expect.stringMatching(fault)]);
  });
  it("is refused for a condition on a condition", () => {
    const first = { ...raw, name: "a", onlyWhen: { field: "raw", equals: true } };
    const second = { ...raw, name: "b", onlyWhen: { field: "a", equals: true } };
    expect(faultsOf(withFields(first))).toEqual([]);
    expect(faultsOf(withFields(first, second))).toEqual([
      expect.stringMatching(/^fields\.b: onlyWhen\.field: expected a field without onlyWhen/),
    ]);
  });
  it("tells everything that is wrong at once", () => {
    const faults = faultsOf({
      ...paint,
      id: "x",
      task: "y",
      priceUsd: -1,
      fields: [
        { ...reference, accept: [] },
        { ...outputs, min: "1" },
      ],
    });
    expect(faults.map((fault) => fault.split(":")[0])).toEqual(["id", "task", "fields.0.accept", "fields.1.min", "priceUsd"]);
  });
});
