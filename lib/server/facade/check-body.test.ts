import { expect, it } from "vitest";
import { checkBody } from "./check-body.ts";

const byModel = { isByVersion: false };

it("takes the input, and ignores what does not concern us", () => {
  const input = { prompt: "a" };
  expect(checkBody({ input, stream: false, webhook: "", webhook_events_filter: ["completed"] }, byModel)).toEqual({ input, version: null });
  expect(checkBody({ input, version: "acme/paint" }, { isByVersion: true })).toEqual({ input, version: "acme/paint" });
});

it.each<[string, unknown, object]>([
  ["no object", [], { rule: "type", field: "" }],
  ["no input", {}, { rule: "required", field: "", message: "input is required" }],
  ["a key nobody knows", { input: {}, model: "x" }, { rule: "unknown", field: "", message: "Additional property model is not allowed" }],
  ["a version beside the model's address", { input: {}, version: "x" }, { rule: "unknown" }],
  ["a webhook", { input: {}, webhook: "https://example.com" }, { rule: "conflict", field: "webhook" }],
])("refuses %s", (_what, body, fault) => {
  expect(() => checkBody(body, byModel)).toThrowError(
    expect.objectContaining({ code: "invalid_input", faults: [expect.objectContaining(fault)] }),
  );
});

it("asks for a version where no address names the model", () => {
  expect(() => checkBody({ input: {} }, { isByVersion: true })).toThrowError(
    expect.objectContaining({ faults: [expect.objectContaining({ message: "version is required" })] }),
  );
});
