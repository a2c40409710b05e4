import { describe, expect, it } from "vitest";
import { type ApiCall, classifyFailure, classifyOddAnswer, type FailedAnswer } from "./classify-failure.ts";

const token = "r8_verysecretverysecret";
const answer = (
  status: number,
  body: unknown,
  more: Partial<FailedAnswer> & { headers?: Readonly<Record<string, string>> } = {},
): FailedAnswer => ({
  call: "create",
  status,
  text: typeof body === "string" ? body : JSON.stringify(body),
  header: (name) => more.headers?.[name] ?? null,
  secrets: [token],
  nowMs: 0,
  ...more,
});
const verdict = (failure: ReturnType<typeof classifyFailure>) => [failure.code, failure.started, failure.retryAfterMs];

describe("a create that fails", () => {
  it.each([
    [400, { detail: "Failed to parse request body as JSON: EOF", status: 400 }, "provider_rejected_input", "refused"],
    [
      401,
      { title: "Unauthenticated", detail: "You did not pass a valid authentication token", status: 401 },
      "provider_key_refused",
      "refused",
    ],
    [
      402,
      { title: "Insufficient credit", detail: "You have insufficient credit to run this model.", status: 402 },
      "provider_out_of_credit",
      "refused",
    ],
    [402, { detail: "You have reached your monthly spend limit" }, "provider_out_of_credit", "refused"],
    [403, { error: { message: "no", code: "insufficient_user_quota" } }, "provider_out_of_credit", "refused"],
    [403, { error: { message: "用户额度不足", type: "one_api_error" } }, "provider_out_of_credit", "refused"],
    [403, { error: "This token may not use this model" }, "provider_forbidden", "refused"],
    [404, { detail: "The requested resource could not be found.", status: 404 }, "provider_model_missing", "refused"],
    [404, "<html>404</html>", "provider_model_missing", "refused"],
    [405, "", "provider_model_missing", "refused"],
    [408, "", "answer_lost", "maybe"],
    [409, {}, "provider_rejected_input", "refused"],
    [413, { detail: "Files must be less than 100MB in size" }, "too_large", "refused"],
    [
      422,
      { title: "Invalid version or not permitted", detail: "The specified version does not exist" },
      "provider_model_missing",
      "refused",
    ],
    [
      422,
      { error: { message: "bad response status code 422", type: "upstream_error", param: "422" } },
      "provider_rejected_input",
      "refused",
    ],
    [429, { error: { message: "insufficient_quota" } }, "provider_out_of_credit", "refused"],
    [500, { error: { message: "bad response status code 500" } }, "answer_lost", "maybe"],
    [502, "<html><h1>502 Bad Gateway</h1></html>", "answer_lost", "maybe"],
    [503, { detail: "busy" }, "answer_lost", "maybe"],
    [
      503,
      { error: { message: "当前分组 default 下对于模型 flux 无可用渠道", type: "one_api_error" } },
      "provider_model_missing",
      "refused",
    ],
    [504, "", "answer_lost", "maybe"],
    [529, "", "answer_lost", "maybe"],
    [307, "", "provider_bad_answer", "refused"],
  ] as const)("with %i %j is %s, %s", (status, body, code, started) => {
    expect(verdict(classifyFailure(answer(status, body)))).toEqual([code, started, undefined]);
  });

  it.each([
    [429, { detail: "Request was throttled. Your rate limit resets in ~30s." }, {}, 30_000],
    [429, { detail: "Your rate limit resets in ~10s.", status: 429, retry_after: 12 }, { "retry-after": "11" }, 12_000],
    [429, { error: { message: "当前分组上游负载已饱和，请稍后再试" } }, {}, 10_000],
    [429, "", { "retry-after": "Thu, 01 Jan 1970 00:00:20 GMT" }, 20_000],
    [429, { detail: "reduced to 6 requests per minute while you have less than $5.0 in credit. Your rate limit resets in ~9s." }, {}, 9000],
    [503, "", { "retry-after": "3" }, 3000],
  ])("with %i %j says when to come back", (status, body, headers, retryAfterMs) => {
    const failure = classifyFailure(answer(status, body, { headers }));
    expect([failure.started, failure.retryAfterMs]).toEqual(["no", retryAfterMs]);
    expect(failure.code).toBe(status === 429 ? "provider_throttled" : "provider_unavailable");
  });

  it("names the fields that were refused", () => {
    const invalid_fields = [
      { type: "enum", field: "input.output_format", description: 'output_format must be one of the following: "jpg", "png"' },
      { type: "number_lte", field: "input.num_inference_steps", description: "Must be less than or equal to 4" },
      { type: "required", field: "input", description: "prompt is required" },
      { type: "additional_property_not_allowed", field: "model", description: "Additional property model is not allowed" },
    ];
    const { faults } = classifyFailure(answer(422, { title: "Input validation failed", detail: "…", invalid_fields }));
    expect(faults.map(({ field, rule }) => [field, rule])).toEqual([
      ["output_format", "enum"],
      ["num_inference_steps", "number_lte"],
      ["prompt", "required"],
      ["model", "unknown"],
    ]);
  });

  it.each([
    { detail: "- input.output_format: output_format must be one of the following\n- input: prompt is required\n" },
    {
      detail: [
        { loc: ["body", "input", "output_format"], msg: "bad", type: "enum" },
        { loc: ["body", "input", "prompt"], msg: "Field required", type: "missing" },
      ],
    },
  ])("finds them in %j, too", (body) => {
    const { faults } = classifyFailure(answer(422, body));
    expect(faults.map(({ field, rule }) => [field, rule])).toEqual([
      ["output_format", "enum"],
      ["prompt", "required"],
    ]);
  });

  it("never repeats a key, an address or a link to a bill, and stays short", () => {
    const detail = `The key ${token} has no credit. Go to https://billing.example.com/?key=${token} to buy some. ${"Blah ".repeat(10_000)}`;
    const { message } = classifyFailure(answer(402, { detail }));
    expect(message).not.toMatch(/verysecret|https?:|billing/);
    expect(message.length).toBeLessThan(400);
  });
});

describe("a 2xx that is no prediction", () => {
  it.each([
    [{ code: 401, msg: "x" }, "provider_key_refused", "refused"],
    [{ code: "invalid_api_key", msg: "Invalid API key" }, "provider_key_refused", "refused"],
    [{ code: 403, msg: "insufficient balance" }, "provider_out_of_credit", "refused"],
    [{ code: 404, message: "x" }, "provider_model_missing", "refused"],
    [{ error: { message: "model_not_found" } }, "provider_model_missing", "refused"],
    [{ status: 422, detail: "- input.prompt: prompt is too odd" }, "provider_rejected_input", "refused"],
    [{ code: 429, msg: "slow down" }, "provider_throttled", "no"],
    [{ status_code: 50001, status_message: "unknown" }, "answer_lost", "maybe"],
    [{ code: 0, msg: "ok" }, "answer_lost", "maybe"],
    [{ status: "starting" }, "answer_lost", "maybe"],
    ["<html>Welcome</html>", "answer_lost", "maybe"],
    ['{"id": "x1", "sta', "answer_lost", "maybe"],
    ["[]", "answer_lost", "maybe"],
    ["null", "answer_lost", "maybe"],
    ["", "answer_lost", "maybe"],
  ] as const)("%j is %s, %s", (body, code, started) => {
    const failure = classifyOddAnswer(answer(200, body));
    expect([failure.code, failure.started]).toEqual([code, started]);
  });
});

it.each<[ApiCall, number, string]>([
  ["read", 401, "provider_key_refused"],
  ["read", 402, "provider_out_of_credit"],
  ["read", 403, "provider_forbidden"],
  ["read", 404, "prediction_lost"],
  ["read", 422, "provider_bad_answer"],
  ["read", 429, "provider_throttled"],
  ["read", 500, "provider_unavailable"],
  ["list", 502, "provider_unavailable"],
  ["list", 302, "provider_bad_answer"],
  ["cancel", 503, "provider_unavailable"],
])("a failed %s (%i) may be tried again", (call, status, code) => {
  const failure = classifyFailure(answer(status, "", { call }));
  expect([failure.code, failure.transient]).toEqual([code, true]);
});
