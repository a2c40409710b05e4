import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { AppError } from "#lib/errors.ts";
import { builtInModels } from "./built-in.ts";
import { checkInputs } from "./check-inputs.ts";
import type { Field, ModelEntry } from "./model.ts";
import { requestInput } from "./request-input.ts";
import { inputSchema } from "./schema.ts";

/** Values near what the field takes: right ones, ones at and past the ends, and ones of another kind. */
function nearly(field: Field): fc.Arbitrary<unknown> {
  const ends =
    "min" in field || "max" in field ? [field.min ?? 0, field.max ?? 0].flatMap((end) => [end - 1, end, end + 0.5, end + 1]) : [];
  const options = field.kind === "choice" ? field.options : ["a boat", "https://example.com/a.png"];
  return fc.oneof(
    fc.constantFrom<unknown>(null, undefined, "", " ", true, false, 0, -0, 1, 512, ...ends, ...options),
    fc.anything({ withBigInt: true, withNullPrototype: true, withSparseArray: true, withTypedArray: true, withDate: true }),
  );
}

function rawFor(entry: ModelEntry): fc.Arbitrary<unknown> {
  const known = Object.fromEntries(entry.fields.map((field) => [field.name, nearly(field)]));
  const object = fc.record(known, { requiredKeys: [] });
  return fc.oneof(
    fc.anything(),
    object,
    fc.tuple(object, fc.dictionary(fc.string(), fc.anything())).map(([own, extra]) => ({ ...extra, ...own })),
  );
}

/** Every field with a value in its range; what is optional may be left out. */
function rightFor(entry: ModelEntry): fc.Arbitrary<Record<string, unknown>> {
  const right = (field: Field): fc.Arbitrary<unknown> => {
    switch (field.kind) {
      case "text":
        return fc.string({ minLength: 1 }).filter((value) => value.trim() !== "");
      case "integer": {
        const step = field.multipleOf ?? 1;
        const cap = field.capWith?.max ?? field.max ?? 1e6;
        return fc.integer({ min: Math.ceil((field.min ?? -1e6) / step), max: Math.floor(cap / step) }).map((times) => times * step);
      }
      case "number":
        return fc.double({ min: field.min ?? -1e6, max: field.max ?? 1e6, noNaN: true });
      case "choice":
        return fc.constantFrom(...field.options);
      case "toggle":
        return fc.boolean();
      case "picture":
      case "mask":
        return fc.stringMatching(/^[a-z0-9]{1,12}$/).map((name) => `https://example.com/${name}.png`);
    }
  };
  const fields = Object.fromEntries(entry.fields.map((field) => [field.name, right(field)]));
  const requiredKeys = entry.fields.filter((field) => field.required).map((field) => field.name);
  return fc.record(fields, { requiredKeys });
}

describe.each(builtInModels)("whatever is sent to $id", (entry) => {
  const schema = z.fromJSONSchema({ ...inputSchema(entry), additionalProperties: false });
  it("is refused as invalid_input or keeps to the published ranges", () => {
    fc.assert(
      fc.property(rawFor(entry), fc.constantFrom("refuse", "ignore"), (raw, unknownFields) => {
        try {
          const { inputs } = checkInputs(entry, raw, { unknownFields, pictures: "addresses" });
          const pictures = entry.fields.filter((field) => field.kind === "picture" || field.kind === "mask").map((field) => field.name);
          const addressed = Object.entries(inputs).map(([name, value]) => [
            name,
            pictures.includes(name) ? "https://example.com/a" : value,
          ]);
          expect(schema.safeParse(Object.fromEntries(addressed)).error).toBeUndefined();
        } catch (error) {
          if (!(error instanceof AppError)) throw error;
          expect(error.code).toBe("invalid_input");
          expect(error.faults.length).toBeGreaterThan(0);
        }
      }),
      { numRuns: 300 },
    );
  });
  it("passes when every value is in range, and again unchanged as the request it becomes", () => {
    fc.assert(
      fc.property(rightFor(entry), (raw) => {
        const options = { unknownFields: "refuse", pictures: "addresses" } as const;
        const { inputs } = checkInputs(entry, raw, options);
        const names = entry.fields.filter((field) => field.kind === "picture" || field.kind === "mask").map((field) => field.name);
        const pictures = Object.fromEntries(names.filter((name) => inputs[name] !== undefined).map((name) => [name, String(inputs[name])]));
        const request = requestInput({ entry, inputs, seed: null, pictures });
        const { seed: _, ...unseeded } = inputs;
        expect(request).toEqual(unseeded);
        expect(checkInputs(entry, request, options)).toEqual({ inputs: request, ignored: [] });
      }),
      { numRuns: 200 },
    );
  });
});
