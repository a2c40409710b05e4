import { expect, it } from "vitest";
import { AppError, invalidInput } from "#lib/errors.ts";
import { fluxKontextPro as entry } from "#lib/models/flux-kontext-pro.ts";
import { asApiError } from "./input-faults.ts";

it("gives a model's fields the API's names and words", () => {
  const error = invalidInput(
    { field: "prompt", rule: "required", message: "Expected a value for prompt but received none" },
    { field: "output_format", rule: "enum", message: "Expected one of jpg, png for output_format" },
    { field: "safety_tolerance", rule: "number_lte", message: "Expected at most 6 for safety_tolerance but received 7" },
  );
  expect(asApiError(error, entry)).toMatchObject({
    code: "invalid_input",
    cause: error,
    faults: [
      { field: "input", rule: "required", message: "prompt is required" },
      { field: "input.output_format", rule: "enum", message: 'output_format must be one of the following: "jpg", "png"' },
      { field: "input.safety_tolerance", rule: "number_lte", message: "Expected at most 6 for safety_tolerance but received 7" },
    ],
  });
});

it("leaves alone what is no field of the model, and what is no fault of an input", () => {
  const error = invalidInput({ field: "input", rule: "type", message: "Expected an object for input" });
  expect(asApiError(error, entry)).toMatchObject({ faults: error.faults });
  for (const other of [new AppError("busy", "Full", { retryAfterMs: 5 }), new TypeError("x"), undefined]) {
    expect(asApiError(other, entry)).toBe(other);
  }
});
