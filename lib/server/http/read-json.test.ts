import { describe, expect, it } from "vitest";
import { newProjectBody, startPredictionBody } from "./bodies.ts";
import { readIdempotencyKey } from "./idempotency-key.ts";
import { readJson } from "./read-json.ts";
import { readInteger } from "./read-query.ts";

function sent(body: string, contentType = "application/json"): Request {
  return new Request("http://127.0.0.1:3000/api/projects", { method: "POST", body, headers: { "content-type": contentType } });
}

describe("a JSON body", () => {
  it.each(["application/json", "application/json; charset=utf-8", "Application/JSON ;charset=UTF-8"])("is taken as %s", async (type) => {
    expect(await readJson(sent('{"name":" a "}', type), newProjectBody)).toEqual({ name: "a" });
  });

  it.each(["text/plain", "application/x-www-form-urlencoded", "application/json-seq", "text/json"])("is refused as %s", async (type) => {
    await expect(readJson(sent("{}", type), newProjectBody)).rejects.toMatchObject({ code: "bad_request" });
  });

  it.each(["", "{", "{'a':1}", '{"name":"a"} x'])("is refused when it is no JSON: %s", async (body) => {
    await expect(readJson(sent(body), newProjectBody)).rejects.toMatchObject({ code: "bad_request" });
  });

  it("is refused above 256 kB", async () => {
    await expect(readJson(sent(JSON.stringify({ name: "a".repeat(256 * 1024) })), newProjectBody)).rejects.toMatchObject({
      code: "too_large",
    });
  });

  it("names every field that is wrong", async () => {
    const body = JSON.stringify({ projectId: 7, inputs: [], extra: 1, __proto__: 2 });
    const error = await readJson(sent(body), startPredictionBody).catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ code: "invalid_input" });
    expect(error).toHaveProperty("faults", [
      { field: "projectId", rule: "type", message: "Expected a value of type string for projectId but received number" },
      { field: "model", rule: "required", message: "Expected a value of type string for model but received undefined" },
      { field: "inputs", rule: "type", message: "Expected a value of type record for inputs but received array" },
      { field: "extra", rule: "unknown", message: "Expected only known fields but received extra" },
    ]);
  });

  it("does not echo a field's name beyond eighty characters", async () => {
    const error = await readJson(sent(JSON.stringify({ ["x".repeat(5000)]: 1 })), newProjectBody).catch((thrown: unknown) => thrown);
    expect(JSON.stringify(error).length).toBeLessThan(400);
  });

  it("that is a list or nothing is refused as a body", async () => {
    for (const body of ["[]", "null", '"x"']) {
      await expect(readJson(sent(body), newProjectBody)).rejects.toMatchObject({ faults: [{ field: "body", rule: "type" }] });
    }
  });

  it("tells a name that is too long", async () => {
    await expect(readJson(sent(JSON.stringify({ name: "a".repeat(201) })), newProjectBody)).rejects.toMatchObject({
      faults: [{ field: "name", rule: "number_lte", message: "Expected at most 200 characters for name but received more" }],
    });
  });
});

describe("an Idempotency-Key", () => {
  const read = (key: string) => readIdempotencyKey(new Request("http://x", { headers: { "idempotency-key": key } }));

  it("is what was sent, or nothing", () => {
    expect(read("a-1")).toBe("a-1");
    expect(read("k".repeat(255))).toHaveLength(255);
    expect(readIdempotencyKey(new Request("http://x"))).toBeNull();
  });

  it.each(["", "a b", "k".repeat(256), "sch\u00fcssel"])("is refused as %j", (key) => {
    expect(() => read(key)).toThrowError(expect.objectContaining({ code: "bad_request" }));
  });
});

describe("a number in the query", () => {
  const read = (query: string) => readInteger(new Request(`http://x/?${query}`), "wait", { fallback: 5, min: 0, max: 30 });

  it("is read, or replaced where there is none", () => {
    expect([read("wait=30"), read("wait=0"), read("wait="), read("")]).toEqual([30, 0, 5, 5]);
  });

  it.each(["31", "-1", "1.5", "1e1", "abc", "0x10", "99999999999999999999"])("is refused as %s", (value) => {
    expect(() => read(`wait=${value}`)).toThrowError(expect.objectContaining({ faults: [expect.objectContaining({ field: "wait" })] }));
  });
});
