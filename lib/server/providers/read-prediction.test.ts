import { describe, expect, it } from "vitest";
import { readList, readOutputs, readPrediction } from "./read-prediction.ts";

const read = (body: unknown) => readPrediction(body, "p1", []);

describe("a prediction in a stranger's words", () => {
  it("needs no more than an id and a status", () => {
    const expected = { id: "p1", state: "starting", outputs: [], logs: "", error: null, dataRemoved: false, tookMs: null };
    expect(readPrediction({ id: "p1", status: "starting" }, null, [])).toEqual(expected);
    expect(readPrediction({ id: "p1" }, null, [])).toEqual(expected);
    expect(read({ status: "starting" })).toEqual(expected);
  });

  it.each([
    ["starting", "starting"],
    ["processing", "processing"],
    ["succeeded", "succeeded"],
    ["success", "succeeded"],
    ["SUCCEEDED", "succeeded"],
    [" Succeeded ", "succeeded"],
    ["failed", "failed"],
    ["FAILED", "failed"],
    ["canceled", "canceled"],
    ["cancelled", "canceled"],
    ["aborted", "aborted"],
    ["queued", "processing"],
    ["waiting_for_moonlight", "processing"],
  ])("status %j is %s", (status, state) => expect(read({ id: "p1", status })?.state).toBe(state));

  it.each([
    null,
    [],
    "text",
    5,
    {},
    { id: "p1" },
    { id: "p1", status: 5 },
    { id: "p1", status: "" },
    { id: "p2", status: "starting" },
    { id: {}, status: "starting" },
    { id: "../p1", status: "starting" },
    { error: { message: "no" } },
  ])("%j is no such prediction", (body) => expect(read(body)).toBeNull());

  it.each(["..", "a/b", "a?b", "a b", "", "-x", "x".repeat(129)])("the id %j is not taken from a create", (id) =>
    expect(readPrediction({ id, status: "starting" }, null, [])).toBeNull(),
  );

  it("keeps its error only when it has failed", () => {
    expect(read({ id: "p1", status: "processing", error: "x" })?.error).toBeNull();
    expect(read({ id: "p1", status: "failed", error: null })?.error?.code).toBe("prediction_failed");
  });

  it("says when the data is gone, and takes logs that are no text for none", () => {
    expect(read({ id: "p1", status: "succeeded", output: null, data_removed: true, logs: null })).toMatchObject({
      dataRemoved: true,
      logs: "",
      outputs: [],
    });
    expect(read({ id: "p1", status: "succeeded", logs: ["x"] })?.logs).toBe("");
  });

  it("says how long it took by the moments it is given, and nothing where one is missing or they make no sense", () => {
    const took = (more: object) => read({ id: "p1", status: "succeeded", ...more })?.tookMs;
    const created_at = "2026-04-09T12:00:00.250Z";
    expect(took({ created_at, completed_at: "2026-04-09T12:00:03.750123456Z" })).toBe(3500);
    expect(took({ created_at })).toBeNull();
    expect(took({ created_at, completed_at: "2026-04-09T11:59:59Z" })).toBeNull();
    expect(took({ created_at: 5, completed_at: "soon" })).toBeNull();
    expect(took({ created_at, completed_at: "soon" })).toBeNull();
  });

  it("cuts long logs in the middle, where neither seed nor progress are", () => {
    const logs = read({ id: "p1", status: "processing", logs: `Using seed: 7\n${"noise\n".repeat(50_000)}100%|██| 2/2 [x]` })?.logs ?? "";
    expect(logs.length).toBeLessThan(41_000);
    expect([logs.startsWith("Using seed: 7"), logs.endsWith("2/2 [x]")]).toEqual([true, true]);
  });
});

it.each([
  ["https://a/1", ["https://a/1"]],
  [
    ["https://a/1", "https://a/2"],
    ["https://a/1", "https://a/2"],
  ],
  ["data:image/png;base64,AA==", ["data:image/png;base64,AA=="]],
  [null, []],
  [undefined, []],
  ["", []],
  ["just text", []],
  [[null, "https://a/2", 7, ""], ["https://a/2"]],
  [{ url: "https://a/1" }, ["https://a/1"]],
  [{ images: [{ url: "https://a/1" }, { url: "https://a/2" }] }, ["https://a/1", "https://a/2"]],
  [[[[[["https://too/deep"]]]]], []],
  [5, []],
])("the output %j holds %j", (output, expected) => expect(readOutputs(output)).toEqual(expected));

it("does not follow a stranger into thousands of outputs", () => {
  expect(readOutputs(Array.from({ length: 4000 }, (_, index) => `https://a/${index}`))).toHaveLength(16);
});

describe("a list of predictions", () => {
  it("is read entry by entry, leaving out what is none", () => {
    const results = [
      { id: "p2", model: "a/b", input: { seed: 5 }, created_at: "2026-11-21T12:00:00Z" },
      { id: "p1" },
      { id: null },
      "x",
      { id: "p0", model: 5, input: "x", created_at: "yesterday" },
    ];
    expect(readList({ results })).toEqual([
      { id: "p2", model: "a/b", input: { seed: 5 }, createdAtMs: Date.UTC(2026, 10, 21, 12) },
      { id: "p1", model: null, input: null, createdAtMs: null },
      { id: "p0", model: null, input: null, createdAtMs: null },
    ]);
  });

  it.each([null, {}, "x", { results: 5 }, { detail: "no" }])("is not what %j is", (body) => expect(readList(body)).toBeNull());
});
