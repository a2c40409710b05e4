import { afterEach, describe, expect, it, vi } from "vitest";
import { ClientError } from "./client-error.ts";
import { fetchJson } from "./fetch-json.ts";

function answerWith(body: string, init: ResponseInit): void {
  vi.stubGlobal("fetch", async () => new Response(body, init));
}

async function failureOf(work: Promise<unknown>): Promise<ClientError> {
  const failure: unknown = await work.then(
    () => null,
    (error: unknown) => error,
  );
  if (!(failure instanceof ClientError)) throw new Error(`Expected a ClientError but received ${String(failure)}`);
  return failure;
}

afterEach(() => vi.unstubAllGlobals());

describe("fetchJson", () => {
  it("answers the body and sends JSON with the headers asked for", async () => {
    const seen: RequestInit[] = [];
    vi.stubGlobal("fetch", async (_path: string, init: RequestInit) => {
      seen.push(init);
      return Response.json({ id: "prd_1" }, { status: 201 });
    });
    const body = await fetchJson("/api/predictions", { method: "POST", body: { a: 1 }, headers: { "idempotency-key": "k" } });
    expect(body).toEqual({ id: "prd_1" });
    expect(seen[0]?.body).toBe('{"a":1}');
    expect(new Headers(seen[0]?.headers).get("idempotency-key")).toBe("k");
    expect(new Headers(seen[0]?.headers).get("content-type")).toBe("application/json");
  });

  it("lets what is seen before it is sent outlive the page, and nothing else", async () => {
    const outlives: unknown[] = [];
    vi.stubGlobal("fetch", async (_path: string, { keepalive }: RequestInit) => {
      outlives.push(keepalive);
      return Response.json({});
    });
    for (const method of ["PATCH", "DELETE", "POST", "GET"] as const) await fetchJson("/api/edits/edt_1", { method });
    expect(outlives).toEqual([true, true, false, false]);
  });

  it("carries code, faults, charge and request id of a refusal", async () => {
    const fault = { field: "prompt", rule: "required", message: "Expected a value for prompt" };
    const error = { code: "invalid_input", message: "Expected a value for prompt", charged: "no", faults: [fault], requestId: "req_1" };
    answerWith(JSON.stringify({ error }), { status: 422 });
    const failure = await failureOf(fetchJson("/api/predictions"));
    expect(failure).toMatchObject({ code: "invalid_input", charged: "no", faults: [fault], requestId: "req_1" });
  });

  it("carries which cap it was, where that can be read", async () => {
    const cap = { of: "team", period: "day", capUsd: 5, leftUsd: 0.01, neededUsd: 0.04, freesAt: "2026-11-22T00:00:00.000Z" };
    const answer = (told: unknown) => answerWith(JSON.stringify({ error: { code: "over_cap", message: "", cap: told } }), { status: 402 });
    answer(cap);
    expect((await failureOf(fetchJson("/x"))).cap).toEqual(cap);
    for (const wrong of [{ ...cap, of: "me" }, { ...cap, leftUsd: "much" }, { ...cap, freesAt: "soon" }, null, 5]) {
      answer(wrong);
      expect((await failureOf(fetchJson("/x"))).cap).toBeNull();
    }
  });

  it("drops faults of an unknown shape", async () => {
    answerWith(JSON.stringify({ error: { code: "invalid_input", message: "", faults: [null, { field: 3 }] } }), { status: 422 });
    expect((await failureOf(fetchJson("/x"))).faults).toEqual([]);
  });

  it("takes a page of something in between for a lost connection, and its 413 for a file that is too large", async () => {
    answerWith("<html>Bad gateway</html>", { status: 502 });
    expect((await failureOf(fetchJson("/x"))).code).toBe("connection_lost");
    answerWith("<html>Too large</html>", { status: 413 });
    expect((await failureOf(fetchJson("/x"))).code).toBe("too_large");
  });

  it("says of a lost answer that it may have been charged only where it can have been", async () => {
    for (const [mayCost, charged] of [
      [true, "maybe"],
      [false, "no"],
    ] as const) {
      answerWith("{", { status: 200 });
      expect(await failureOf(fetchJson("/x", { mayCost }))).toMatchObject({ code: "connection_lost", charged });
      vi.stubGlobal("fetch", () => Promise.reject(new TypeError("fetch failed")));
      expect(await failureOf(fetchJson("/x", { mayCost }))).toMatchObject({ code: "connection_lost", charged });
    }
  });

  it("keeps the cause of a network failure", async () => {
    const cause = new TypeError("fetch failed");
    vi.stubGlobal("fetch", () => Promise.reject(cause));
    expect(await failureOf(fetchJson("/x"))).toMatchObject({ code: "connection_lost", cause });
  });

  it("leaves an abort as the reason of its signal", async () => {
    const controller = new AbortController();
    const reason = new Error("left the page");
    controller.abort(reason);
    vi.stubGlobal("fetch", () => Promise.reject(new TypeError("aborted")));
    await expect(fetchJson("/x", { signal: controller.signal })).rejects.toBe(reason);
  });
});
