import { expect, it } from "vitest";
import { AppError, invalidInput } from "#lib/errors.ts";
import { problemResponse } from "./problem.ts";

async function read(error: AppError) {
  const response = problemResponse(error, "req_1");
  expect(response.headers.get("content-type")).toBe("application/problem+json");
  return { status: response.status, retryAfter: response.headers.get("retry-after"), body: await response.json() };
}

it("names the fields as Replicate does", async () => {
  const error = invalidInput(
    { field: "input.output_format", rule: "enum", message: 'output_format must be one of the following: "jpg", "png"' },
    { field: "input.steps", rule: "type", message: "Expected a whole number" },
    { field: "", rule: "unknown", message: "Additional property model is not allowed" },
  );
  expect((await read(error)).body).toEqual({
    title: "Input validation failed",
    detail:
      '- input.output_format: output_format must be one of the following: "jpg", "png"\n- input.steps: Expected a whole number\n- body: Additional property model is not allowed\n',
    status: 422,
    invalid_fields: [
      { type: "enum", field: "input.output_format", description: 'output_format must be one of the following: "jpg", "png"' },
      { type: "invalid_type", field: "input.steps", description: "Expected a whole number" },
      { type: "additional_property_not_allowed", field: "", description: "Additional property model is not allowed" },
    ],
  });
});

it("says to whoever went over a cap, or asked too often, what such services say", async () => {
  const over = await read(new AppError("over_cap", "Expected a run within the cap of $1 a day"));
  expect(over).toMatchObject({
    status: 402,
    body: { title: "Spend limit reached", detail: "Expected a run within the cap of $1 a day", status: 402 },
  });
  const often = await read(new AppError("too_many_requests", "Expected at most 3 runs a minute", { retryAfterMs: 29_001 }));
  expect(often).toEqual({
    status: 429,
    retryAfter: "30",
    body: { detail: "Request was throttled. Your rate limit resets in ~30s.", retry_after: 30, status: 429 },
  });
});

it("says of a version that it does not exist", async () => {
  const error = new AppError("invalid_input", "The specified version does not exist", {
    faults: [{ field: "version", rule: "format", message: "no such version" }],
  });
  expect((await read(error)).body).toEqual({
    title: "Invalid version or not permitted",
    detail: "The specified version does not exist",
    status: 422,
  });
});

it("is a sentence and a status for everything else", async () => {
  expect(await read(new AppError("not_found", "Expected a prediction"))).toMatchObject({
    status: 404,
    body: { detail: "Expected a prediction", status: 404 },
  });
});

it("says when to come back", async () => {
  expect(await read(new AppError("busy", "Full", { retryAfterMs: 100 }))).toMatchObject({ status: 503, retryAfter: "1" });
});

it("gives the id under which the log knows more", async () => {
  expect((await read(new AppError("internal", "Something went wrong"))).body).toMatchObject({ status: 500, request_id: "req_1" });
});
